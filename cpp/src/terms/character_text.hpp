#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/character_ngrams.hpp"

namespace broadsheet::terms {

/// One text as its n-grams see it, in bytes: folded, with its white space made plain. Reused from
/// text to text, so that nothing is allocated for most.
class CharacterText {
 public:
  explicit CharacterText(const CharacterNgramRules& rules) : rules_(rules) {}

  /// Takes the next text, which is valid UTF-8.
  void read(std::string_view text);

  /// Calls `visit(ngram)` with each n-gram of the text as one run of characters.
  template <typename Visit>
  void for_each_ngram(const Visit& visit) {
    for_each_ngram_of(text_, visit);
  }

  /// Calls `visit(word)` with each word and the spaces at both its sides.
  template <typename Visit>
  void for_each_padded_word(const Visit& visit) const {
    const std::string_view text = text_;
    for (std::size_t begin = 0; begin + 1 < text.size();) {
      const std::size_t end = text.find(' ', begin + 1);
      visit(text.substr(begin, end + 1 - begin));
      begin = end;
    }
  }

  /// Calls `visit(ngram)` with each n-gram of a padded word.
  template <typename Visit>
  void for_each_ngram_of_word(std::string_view padded_word, const Visit& visit) {
    if (for_each_ngram_of(padded_word, visit) < static_cast<std::size_t>(rules_.lo)) {
      visit(padded_word);
    }
  }

 private:
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

  void squeeze_spaces();
  void find_edges(std::string_view run);

  const CharacterNgramRules& rules_;
  std::string folded_;
  std::string text_;                // Within words: " one two " with single spaces.
  std::vector<std::size_t> edges_;  // Of a run's characters, and its end.
};

}  // namespace broadsheet::terms
