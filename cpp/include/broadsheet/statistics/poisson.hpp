#pragma once

namespace broadsheet::statistics {

/// ln P(X >= k) of a Poisson distribution, and for fractions k what joins its values: the lower
/// regularised Gamma function P(k, mean). To about 1e-13 of the probability, however small.
///
/// By the series of P where k is above the mean, by Legendre's continued fraction of 1 - P below.
/// Source: Abramowitz and Stegun 1964, 6.5.29 and 6.5.31; 26.4.21 for the distribution.
/// @param k     At least 0.
/// @param mean  Above 0.
[[nodiscard]] double poisson_log_at_least(double k, double mean);

/// The mean of a Poisson distribution at which ln P(X >= k) = log_p: a quantile of the Gamma
/// distribution of shape k.
///
/// Newton's iteration on ln P, which is concave in ln mean: from the left it never goes too far.
/// @param k      Above 0.
/// @param log_p  Below 0.
[[nodiscard]] double poisson_mean(double k, double log_p);

}  // namespace broadsheet::statistics
