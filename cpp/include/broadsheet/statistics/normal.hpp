#pragma once

namespace broadsheet::statistics {

/// P(|Z| > |z|) of a standard normal Z: the two-sided p-value of z. 0 below about 1e-308.
[[nodiscard]] double normal_two_sided(double z);

/// P(X > x) of a chi-squared X with one degree of freedom, x at least 0.
/// Source: X is the square of a standard normal.
[[nodiscard]] double chi_squared_above(double x);

/// The z at which P(Z > z) = p.
///
/// By Newton's iteration on ln P, which is concave, from above.
/// @param p  From 1e-300 to 1/2.
[[nodiscard]] double normal_upper_quantile(double p);

}  // namespace broadsheet::statistics
