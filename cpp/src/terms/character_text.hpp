#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/character_ngrams.hpp"
#include "python_space.hpp"

namespace broadsheet::terms {

/// One text as its n-grams see it, in bytes: folded. Reused from text to text, so that nothing is
/// allocated for most.
class CharacterText {
 public:
  explicit CharacterText(const CharacterNgramRules& rules) : rules_(rules) {}

  /// Takes the next text, which is valid UTF-8.
  void read(std::string_view text);

  /// Calls `visit(ngram)` with each n-gram of the text as one run of characters; behind it 16 more
  /// bytes can be read.
  template <typename Visit>
  void for_each_ngram(const Visit& visit) {
    squeeze_spaces();
    for_each_ngram_of(std::string_view(squeezed_).substr(0, squeezed_.size() - kPadding), visit);
  }

  /// Calls `visit(word)` with each run between white space; from its start 16 bytes can be read.
  template <typename Visit>
  void for_each_word(const Visit& visit) const {
    const auto text = std::string_view(folded_).substr(0, folded_.size() - kPadding);
    for (std::size_t at = 0; at < text.size();) {
      if (const std::size_t length = python_space_length(text, at)) {
        at += length;
        continue;
      }
      const std::size_t begin = at++;
      while (at < text.size() && python_space_length(text, at) == 0) ++at;
      visit(text.substr(begin, at - begin));
    }
  }

  /// Calls `visit(ngram)` with each n-gram of a word and the spaces at both its sides.
  template <typename Visit>
  void for_each_ngram_of_word(std::string_view word, const Visit& visit) {
    padded_.assign(1, ' ');
    padded_ += word;
    padded_ += ' ';
    if (for_each_ngram_of(padded_, visit) < static_cast<std::size_t>(rules_.lo)) visit(padded_);
  }

 private:
  static constexpr std::size_t kPadding = 16;

  /// @return  The number of characters of the run.
  template <typename Visit>
  std::size_t for_each_ngram_of(std::string_view run, const Visit& visit) {
    find_edges(run);
    const std::size_t n_characters = edges_.size() - 1;
    const auto lo = static_cast<std::size_t>(rules_.lo);
    const auto hi = std::min(static_cast<std::size_t>(rules_.hi), n_characters);
    for (std::size_t n = lo; n <= hi; ++n) {
      for (std::size_t i = 0; i + n <= n_characters; ++i) {
        visit(run.substr(edges_[i], edges_[i + n] - edges_[i]));
      }
    }
    return n_characters;
  }

  /// Makes one space of each run of two or more white spaces.
  void squeeze_spaces();
  void find_edges(std::string_view run);

  const CharacterNgramRules& rules_;
  std::string folded_;    // And kPadding bytes.
  std::string squeezed_;  // The same.
  std::string padded_;
  std::vector<std::size_t> edges_;  // Of a run's characters, and its end.
};

}  // namespace broadsheet::terms
