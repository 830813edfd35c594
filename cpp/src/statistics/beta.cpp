#include "broadsheet/statistics/beta.hpp"

#include <algorithm>
#include <cmath>

#include "broadsheet/statistics/binomial.hpp"
#include "continued_fraction.hpp"

namespace broadsheet::statistics {
namespace {

/// F of P = x^a (1 - x)^b / (a B(a, b)) * F.
double factor(double x, double a, double b) {
  const double n = a + b;
  return 1 / (1 + continued_fraction(
                      [=](int i) {
                        const double m = i / 2;
                        const double at = a + 2 * m;
                        return i % 2 != 0 ? -(a + m) * (n + m) / (at * (at + 1)) * x
                                          : m * (b - m) / ((at - 1) * at) * x;
                      },
                      [](int) { return 1.0; }));
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
    const double f = factor(x, a, b);
    const double step = (binomial_log_probability(a, n, x, y) + std::log(f) - aim) * f / a;
    if (log_odds == kLeast && step > 0) return log_odds - step;
    log_odds = std::max(log_odds - step, kLeast);
    if (std::abs(step) <= 1e-15 * (1 + std::abs(log_odds))) break;
  }
  return log_odds;
}

}  // namespace broadsheet::statistics
