#include "broadsheet/statistics/beta.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

double log_odds(double x) {
  return std::log(x / (1 - x));
}

TEST(Beta, QuantilesWorkedByHand) {
  // Of shapes (1, 1) P is x, of (k, 1) x^k, of (1, k) 1 - (1 - x)^k.
  EXPECT_NEAR(beta_quantile_log_odds(0.05, 1, 1), log_odds(0.05), 1e-14);
  EXPECT_NEAR(beta_quantile_log_odds(0.5, 1, 1), 0, 1e-15);
  EXPECT_NEAR(beta_quantile_log_odds(0.01, 5, 1), log_odds(std::pow(0.01, 0.2)), 1e-13);
  EXPECT_NEAR(beta_quantile_log_odds(0.01, 1, 5), log_odds(-std::expm1(std::log1p(-0.01) / 5)),
              1e-13);
  // Of (2, 2): 3 x^2 - 2 x^3.
  EXPECT_NEAR(beta_quantile_log_odds(5.0 / 32, 2, 2), log_odds(0.25), 1e-14);
}

TEST(Beta, QuantilesAreWhereTheTailIsThatLikely) {
  for (const int n : {3, 30, 100}) {
    for (const int k : {1, n / 3 + 1, n}) {
      for (const double p : {0.4, 0.025, 1e-9}) {
        const double odds = std::exp(beta_quantile_log_odds(p, k, n - k + 1));
        double term = std::pow(1 + odds, -n);  // The chance of none of n, then of one more each.
        double at_least = 0;
        for (int i = 0; i <= n; ++i) {
          at_least += i >= k ? term : 0;
          term *= odds * (n - i) / (i + 1);
        }
        EXPECT_NEAR(at_least / p, 1, 1e-10) << n << " " << k << " " << p;
      }
    }
  }
}

TEST(Beta, ConvergesForExtremeShapesAndChances) {
  EXPECT_NEAR(beta_quantile_log_odds(1e-200, 1, 1e9), std::log(1e-209), 1e-9);
  // P is nearly x^a / (a B(a, 1)) = x^a.
  EXPECT_NEAR(beta_quantile_log_odds(1e-9, 0.01, 1), std::log(1e-9) / 0.01, 1e-9);
  const double far = beta_quantile_log_odds(1e-12, 1e8, 3);
  EXPECT_TRUE(std::isfinite(far));
  EXPECT_LT(far, std::log(1e8 / 3));
  EXPECT_LT(beta_quantile_log_odds(0.01, 0.5, 0.5), beta_quantile_log_odds(0.02, 0.5, 0.5));
}

}  // namespace
}  // namespace broadsheet::statistics
