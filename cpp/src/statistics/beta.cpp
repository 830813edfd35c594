#include "broadsheet/statistics/beta.hpp"

#include <algorithm>
#include <cmath>

#include "broadsheet/statistics/binomial.hpp"
#include "continued_fraction.hpp"

namespace broadsheet::statistics {
namespace {

/// F of P = x^a y^b / (a B(a, b)) * F, y being 1 - x.
double factor(double x, double y, double a, double b) {
  const double below = y < x ? (a + b) * y - b : a - (a + b) * x;  // The same, of more digits.
  const auto numerator = [=](int i) {
    if (i == 1) return 1.0;
    const double n = i - 1;
    const double at = a + 2 * n - 1;
    return (a + n - 1) / at * ((a + b + n - 1) / at) * n * (b - n) * x * x;
  };
  const auto denominator = [=](int i) {
    const double n = i - 1;
    const double last = i == 1 ? 0 : n * (b - n) * x / (a + 2 * n - 1);
    return n + last + (a + n) / (a + 2 * n + 1) * (below + 1 + n * (1 + y));
  };
  return a * continued_fraction(numerator, denominator);
}

}  // namespace

double beta_quantile_log_odds(double p, double a, double b) {
  constexpr int kMost = 200;
  constexpr double kLeast = -600;  // So far down ln P is a straight line to the last digit.
  const double n = a + b;
  const double aim = std::log(p) - std::log(b / n);
  double log_odds = std::log(a / b);
  for (int i = 0; i < kMost; ++i) {
    const double x = 1 / (1 + std::exp(-log_odds));
    const double y = 1 / (1 + std::exp(log_odds));
    // P = (b / n) * (the binomial probability of a in n) * F, and d ln P / d log_odds = a / F.
    const double f = factor(x, y, a, b);
    const double step = (binomial_log_probability(a, n, x, y) + std::log(f) - aim) * f / a;
    if (log_odds == kLeast && step > 0) return log_odds - step;
    log_odds = std::max(log_odds - step, kLeast);
    if (std::abs(step) <= 1e-15 * (1 + std::abs(log_odds))) break;
  }
  return log_odds;
}

}  // namespace broadsheet::statistics
