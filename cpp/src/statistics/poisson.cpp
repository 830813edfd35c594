#include "broadsheet/statistics/poisson.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "broadsheet/statistics/deviance.hpp"
#include "continued_fraction.hpp"

namespace broadsheet::statistics {
namespace {

/// ln(exp(-mean) mean^k / Gamma(k + 1)), k above 0.
double log_probability(double k, double mean) {
  return -stirling_error(k) - deviance(k - mean, mean) - 0.5 * std::log(2 * std::numbers::pi * k);
}

/// P(k, mean) over the probability of k.
double series(double k, double mean) {
  double sum = 1;
  double term = 1;
  for (double i = k + 1;; ++i) {
    term *= mean / i;
    if (sum + term == sum) return sum;
    sum += term;
  }
}

/// 1 - P(k, mean) over the probability of k.
double complement(double k, double mean) {
  const double first = mean + 1 - k;
  return k / (first + continued_fraction([=](int n) { return -n * (n - k); },
                                         [=](int n) { return first + 2.0 * n; }));
}

}  // namespace

double poisson_log_at_least(double k, double mean) {
  if (k == 0) return 0;
  const double probability = log_probability(k, mean);
  if (k > mean) return std::min(probability + std::log(series(k, mean)), 0.0);
  return std::log1p(-std::min(std::exp(probability) * complement(k, mean), 1.0));
}

double poisson_mean(double k, double log_p) {
  // P is below mean^k / Gamma(k + 1), so it falls short of p at the mean where that is p. The Gamma
  // function comes from the probability at k, since std::lgamma writes to a global variable.
  double mean = k * std::exp((log_p - log_probability(k, k)) / k - 1);
  for (;;) {
    const double reached = poisson_log_at_least(k, mean);
    const double slope = k * std::exp(log_probability(k, mean) - reached);
    const double next = mean * std::exp((log_p - reached) / slope);
    if (!(next > mean)) return mean;
    mean = next;
  }
}

}  // namespace broadsheet::statistics
