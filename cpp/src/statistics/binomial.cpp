#include "broadsheet/statistics/binomial.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "broadsheet/statistics/deviance.hpp"

namespace broadsheet::statistics {
namespace {

/// n ln(1 - p), without the loss of digits of a p near 0 or of a q near 0.
double log_power(double n, double p, double q) {
  return n * (p < q ? std::log1p(-p) : std::log(q));
}

}  // namespace

double binomial_log_probability(double x, double n, double p, double q) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  if (p == 0) return x == 0 ? 0 : kNever;
  if (q == 0) return x == n ? 0 : kNever;
  if (n == 0) return 0;
  if (x == 0) return log_power(n, p, q);
  if (x == n) return log_power(n, q, p);
  const double error = stirling_error(n) - stirling_error(x) - stirling_error(n - x);
  const double mean = n * p;
  const double mean_of_failures = n * q;
  return error - deviance(x - mean, mean) - deviance(n - x - mean_of_failures, mean_of_failures) +
         0.5 * std::log(n / (2 * std::numbers::pi * x * (n - x)));
}

}  // namespace broadsheet::statistics
