#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/statistics/keyword_words.hpp"

namespace broadsheet::statistics {

/// A keyword of one or more words, by the place where it first stands among the words of its
/// document.
struct Keyphrase {
  std::int32_t begin = 0;  ///< Its first word;
  std::int32_t size = 0;   ///< how many there are.
  double score = 0;

  [[nodiscard]] std::int32_t end() const noexcept { return begin + size; }
  friend bool operator==(const Keyphrase&, const Keyphrase&) = default;
};

/// Which score is the best.
enum class BestScore { kHighest, kLowest };

/// Puts keyphrases in the order of their scores, the best first. Of those that are as good, the one
/// that first ends comes first, then the shorter.
void rank(std::vector<Keyphrase>& phrases, BestScore best);

/// Every place of each keyphrase among the words: where its first word stands, ascending. Places
/// lie within a run and may overlap. O(T (log n + m)), m the words of all keyphrases that begin
/// with the same one.
[[nodiscard]] std::vector<std::vector<std::int32_t>> places(const KeywordWords& words,
                                                            std::span<const Keyphrase> phrases);

}  // namespace broadsheet::statistics
