#pragma once

#include "broadsheet/statistics/contingency.hpp"

namespace broadsheet::statistics {

/// G2 over four cells and over two, never negative; NaN where a margin is empty.
[[nodiscard]] double log_likelihood(const Contingency& table);
[[nodiscard]] double log_likelihood_2(const Contingency& table);

/// @param correction  What |d| is lessened by: 0, or Yates's 1/2.
[[nodiscard]] double chi_squared(const Contingency& table, double correction);

[[nodiscard]] double simple_ll(const Contingency& table);

/// ln of the p-value of Fisher's exact test; NaN for fractions.
enum class Side { kBoth, kGreater, kLess };
[[nodiscard]] double fisher_log_p(const Contingency& table, Side side);

/// ln P(X >= O11) of a Poisson distribution of mean E11.
[[nodiscard]] double poisson_log_p(const Contingency& table);
[[nodiscard]] double poisson_stirling(const Contingency& table);

[[nodiscard]] double z_score(const Contingency& table);
[[nodiscard]] double z_score_corrected(const Contingency& table);
[[nodiscard]] double t_score(const Contingency& table);

[[nodiscard]] double lambda(const Contingency& table);
[[nodiscard]] double lambda_z(const Contingency& table);

}  // namespace broadsheet::statistics
