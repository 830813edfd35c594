#include "broadsheet/statistics/deviance.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

TEST(Deviance, IsThatOfThePrintedFormula) {
  EXPECT_DOUBLE_EQ(deviance(2, 3), 5 * std::log(5.0 / 3) - 2);
  EXPECT_DOUBLE_EQ(deviance(-2, 3), std::log(1.0 / 3) + 2);
  EXPECT_EQ(deviance(0, 3), 0);
  EXPECT_EQ(deviance(-3, 3), 3);  // 0 ln 0 is 0.
}

TEST(Deviance, KeepsItsDigitsNearTheMean) {
  // (1 + t) ln(1 + t) - t = t^2 / 2 - t^3 / 6 + t^4 / 12 - ...
  const double t = 1e-6;
  EXPECT_NEAR(deviance(1e6 * t, 1e6) / (1e6 * (t * t / 2 - t * t * t / 6)), 1, 1e-12);
  EXPECT_GE(deviance(1e-9, 1e9), 0);
}

TEST(Deviance, JoinsItsTwoWaysOfComputing) {
  for (const double v : {0.0999, 0.1, 0.1001, -0.0999, -0.1, -0.1001}) {
    const double difference =
        2 * v / (1 - v);  // Of a mean of 1: v = difference / (2 + difference).
    EXPECT_NEAR(deviance(difference, 1) / ((1 + difference) * std::log1p(difference) - difference),
                1, 1e-14);
  }
}

TEST(StirlingError, IsWhatStirlingsFormulaLacks) {
  double log_factorial = 0;
  for (int n = 1; n <= 40; ++n) {
    log_factorial += std::log(n);
    const double stirling = (n + 0.5) * std::log(n) - n + 0.5 * std::log(2 * std::acos(-1.0));
    EXPECT_NEAR(stirling_error(n), log_factorial - stirling, 1e-12) << n;
  }
  EXPECT_NEAR(stirling_error(1), 1 - 0.5 * std::log(2 * std::acos(-1.0)), 1e-15);
  // Gamma(3/2) = sqrt(pi) / 2.
  EXPECT_NEAR(stirling_error(0.5),
              0.5 * std::log(std::acos(-1.0) / 4) + 0.5 - std::log(0.5) -
                  0.5 * std::log(2 * std::acos(-1.0)),
              1e-15);
  EXPECT_NEAR(stirling_error(1e8), 1 / 12e8, 1e-22);
}

}  // namespace
}  // namespace broadsheet::statistics
