#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::statistics {

/// Wilcoxon's rank sum test, of Mann and Whitney, of one word in the parts of two corpora.
struct RankSum {
  double rank_sum = 0;  ///< Of the target's parts, ranked by value with all; ties share their mean.
  double u = 0;         ///< rank_sum - n (n + 1) / 2: pairs in which the target's part has more.
  double z = 0;         ///< Of u by the normal approximation, with 1/2 towards its mean.
  double p = 0;         ///< Two-sided, of z.
};

/// z and p are NaN where all values are equal or a corpus has no parts. O(n log n).
///
/// Source: Mann and Whitney, Ann. Math. Stat. 18(1), 1947; the variance with ties: Lehmann,
/// Nonparametrics, 1975. For corpora: Kilgarriff, "Comparing Corpora", IJCL 6(1), 2001.
/// @param target, reference  The word's frequency in each part; no NaN.
[[nodiscard]] RankSum rank_sum(std::span<const double> target, std::span<const double> reference);

/// The test of V words, one array a number.
struct RankSums {
  std::vector<double> rank_sum;
  std::vector<double> u;
  std::vector<double> z;
  std::vector<double> p;
};

/// The same bytes for any number of threads.
/// @param target, reference  V rows of as many values as each corpus has parts.
/// @throws std::invalid_argument  naming the argument and the row of a value that is not finite.
[[nodiscard]] RankSums rank_sums(std::span<const double> target, std::span<const double> reference,
                                 std::int64_t n_words, const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
