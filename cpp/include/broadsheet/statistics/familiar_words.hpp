#pragma once

#include <string_view>

#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::statistics {

/// A list of words that readers know, as formulas of readability ask for, with the forms of each.
///
/// A word is familiar if it is in the list, or if it is a word of the list with one of the endings
/// 's, s, es, ies, d, ed, ied, ing, r, er, est, ier and iest, whether or not that is how the word
/// is inflected: a silent e before the ending may be gone, and the consonant before it be doubled.
/// Without letters, as 1995, it is familiar too. Neither case nor the form of an apostrophe
/// matters. Source: Chall and Dale (1995), Readability revisited, p. 16; numerals as Dale and Chall
/// (1948).
class FamiliarWords {
 public:
  /// Adds a word of the list, valid UTF-8. O(bytes) expected.
  void add(std::string_view word);

  /// Whether a word of a text, valid UTF-8, is familiar. O(bytes) expected.
  [[nodiscard]] bool contains(std::string_view word) const;

 private:
  [[nodiscard]] bool is_listed(std::string_view word) const { return words_.find(word) >= 0; }
  [[nodiscard]] bool has_ending(std::string_view word, std::string_view ending) const;

  terms::Vocabulary words_;  // Folded.
};

}  // namespace broadsheet::statistics
