#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "character_text.hpp"

namespace broadsheet::terms {

/// Counts the words of texts, the runs between white space, in numbers of its own.
class WordTally {
 public:
  explicit WordTally(const CharacterNgramRules& rules) : text_(rules) {}

  /// Counts the words of a text: in all as many as are returned, each once.
  std::size_t count(std::string_view text);

  /// Calls `visit(word, count)` with each word of the text, which is forgotten.
  template <typename Visit>
  void drain(const Visit& visit) {
    for (const std::int32_t word : counted_) {
      visit(word, std::exchange(counts_[static_cast<std::size_t>(word)], 0));
    }
    counted_.clear();
  }

  /// Forgets all words; to be called between two texts.
  void forget() {
    words_ = {};
    counts_.clear();
  }

  /// The words of all texts so far.
  [[nodiscard]] const Vocabulary& words() const { return words_; }

 private:
  CharacterText text_;
  Vocabulary words_;
  LargeArray<std::int32_t> text_words_;  // Of the text at hand, in order.
  std::vector<std::int32_t> counted_;    // The same once each.
  std::vector<std::int32_t> counts_;     // By word, of the text at hand.
};

}  // namespace broadsheet::terms
