#pragma once

#include "broadsheet/statistics/contingency.hpp"

namespace broadsheet::statistics {

// Effect sizes of a word in two corpora, the columns; NaN where a corpus is empty. Each is named
// and defined with Association.

[[nodiscard]] double log_ratio(const Contingency& table);

/// What the bounds of intervals ask of alpha; made once for all tables.
struct Confidence {
  double one_sided = 0;  ///< alpha / n_comparisons.
  double two_sided = 0;  ///< Half of it: for each side.
  double z = 0;          ///< The normal quantile of `two_sided`.
};
[[nodiscard]] Confidence confidence(double alpha, double n_comparisons);

[[nodiscard]] double log_ratio_conservative(const Contingency& table, const Confidence& at);
[[nodiscard]] double log_ratio_conservative_normal(const Contingency& table, const Confidence& at);
[[nodiscard]] double log_ratio_conservative_positive(const Contingency& table,
                                                     const Confidence& at);

[[nodiscard]] double percent_diff(const Contingency& table);
[[nodiscard]] double difference_coefficient(const Contingency& table);
[[nodiscard]] double simple_maths(const Contingency& table, double k);

}  // namespace broadsheet::statistics
