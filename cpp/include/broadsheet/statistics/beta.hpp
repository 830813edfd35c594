#pragma once

namespace broadsheet::statistics {

/// The log odds, ln(x / (1 - x)), of the x at which the Beta distribution of shapes a and b has
/// P(X <= x) = p: its quantile, of which no digit is lost near 0 or 1.
///
/// Newton's iteration on ln P, which is concave in the log odds: it converges from any start. Time
/// grows with the root of the shapes.
/// Source: for P, the continued fraction (9) of DiDonato and Morris, "Algorithm 708: significant
/// digit computation of the incomplete beta function ratios", ACM TOMS 18(3), 1992.
/// @param p     From 1e-200 to 1/2.
/// @param a, b  Above 0 and at most 1e15.
[[nodiscard]] double beta_quantile_log_odds(double p, double a, double b);

}  // namespace broadsheet::statistics
