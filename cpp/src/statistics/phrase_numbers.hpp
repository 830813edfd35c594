#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::statistics {

/// Words one after the other: those from `begin` to `end`.
struct WordRange {
  std::int32_t begin = 0;
  std::int32_t end = 0;

  [[nodiscard]] std::int32_t size() const noexcept { return end - begin; }
};

/// Ranges of words by what they say: n of them, p distinct ones.
struct PhraseNumbers {
  std::vector<std::int32_t>
      numbers;                       ///< n: the phrase of each range, in the order of first coming.
  std::vector<std::int32_t> firsts;  ///< p: the first range of each phrase.
  std::vector<std::int32_t> counts;  ///< p: how many ranges it has.

  [[nodiscard]] std::size_t n_phrases() const noexcept { return firsts.size(); }
};

/// Numbers ranges of words, of equal terms alike. O(n log n) comparisons.
[[nodiscard]] PhraseNumbers number_phrases(std::span<const std::int32_t> terms,
                                           std::span<const WordRange> ranges);

/// Numbers single words: `number_phrases` of a range for each.
[[nodiscard]] PhraseNumbers number_words(std::span<const std::int32_t> terms);

}  // namespace broadsheet::statistics
