#pragma once

namespace broadsheet::statistics {

/// x ln(x / mean) + mean - x for x = mean + difference: how far a count is from its mean, in nats.
/// At least 0, and exact to the last digits where x is near the mean: nothing cancels.
///
/// Source: Loader, "Fast and Accurate Computation of Binomial Probabilities", 2000: bd0.
/// @param mean        Above 0.
/// @param difference  At least -mean: x is not negative.
[[nodiscard]] double deviance(double difference, double mean);

/// ln Gamma(x + 1) less Stirling's approximation of it, (x + 1/2) ln x - x + ln(2 pi) / 2.
///
/// Source: Loader 2000: stirlerr. Below 16 by the recurrence of Gamma, above by the series.
/// @param x  Above 0.
[[nodiscard]] double stirling_error(double x);

}  // namespace broadsheet::statistics
