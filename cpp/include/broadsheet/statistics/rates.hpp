#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::statistics {

/// How the ends of an interval are found: at each the count is as unlikely as alpha / 2 allows.
enum class RateInterval {
  kPoisson,   ///< Events of any number.
  kBinomial,  ///< So many of the total, each of which may be one.
};

/// Rates with a confidence interval each.
struct Rates {
  std::vector<double> values;
  std::vector<double> low;
  std::vector<double> high;
};

/// The rates count / total, with exact intervals. NaN where the total is 0. O(n), and an interval
/// is worked out once for each different count and total a thread meets; the same bytes for any
/// number of threads.
///
/// Source: Garwood, "Fiducial limits for the Poisson distribution", Biometrika 28, 1936; Clopper
/// and Pearson, "The use of confidence or fiducial limits illustrated in the case of the binomial",
/// Biometrika 26(4), 1934.
/// @param counts, totals  As many of each, finite and not negative; fractions are taken as the
///                        Gamma and Beta functions join whole numbers.
/// @param alpha           1 - the confidence, in (0, 1).
/// @throws std::invalid_argument  if alpha is out of range, or naming row and value if a number is,
///                                a total of 0 has a count, or a binomial count exceeds its total.
[[nodiscard]] Rates rates(std::span<const double> counts, std::span<const double> totals,
                          RateInterval interval, double alpha, const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
