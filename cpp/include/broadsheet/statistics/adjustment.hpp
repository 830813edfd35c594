#pragma once

#include <span>
#include <vector>

namespace broadsheet::statistics {

/// Corrections of p-values for many comparisons, of m values p(1) <= p(2) <= ...
enum class Adjustment {
  /// min(1, m p). Bonferroni 1936; Dunn 1961.
  kBonferroni,
  /// The running maximum of min(1, (m - i + 1) p(i)). Holm 1979.
  kHolm,
  /// The running minimum, from the largest down, of min(1, m p(i) / i). Benjamini and Hochberg
  /// 1995.
  kBenjaminiHochberg,
};

/// The corrected value of each p-value, in the order of the input. NaN stays NaN and does not count
/// as a comparison. O(m log m).
/// @throws std::invalid_argument  if a value lies outside [0, 1], naming its row.
[[nodiscard]] std::vector<double> adjusted(std::span<const double> p_values, Adjustment method);

}  // namespace broadsheet::statistics
