#pragma once

namespace broadsheet::statistics {

/// ln of the probability of x successes in n trials, of chance p each: C(n, x) p^x q^(n - x).
///
/// To about 1e-14 of the probability, also where it is too small for a double. x and n may be
/// fractions: C is then made of Gamma functions.
/// Source: Loader, "Fast and Accurate Computation of Binomial Probabilities", 2000.
/// @param x  In [0, n].
/// @param n  Finite.
/// @param p  In [0, 1].
/// @param q  1 - p, given apart so that neither loses its digits.
[[nodiscard]] double binomial_log_probability(double x, double n, double p, double q);

}  // namespace broadsheet::statistics
