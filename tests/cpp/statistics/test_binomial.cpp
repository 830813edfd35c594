#include "broadsheet/statistics/binomial.hpp"

#include <cmath>
#include <limits>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

double probability(double x, double n, double p) {
  return std::exp(binomial_log_probability(x, n, p, 1 - p));
}

TEST(Binomial, ProbabilitiesWorkedByHand) {
  EXPECT_NEAR(probability(2, 4, 0.5), 6.0 / 16, 1e-15);
  EXPECT_NEAR(probability(0, 4, 0.5), 1.0 / 16, 1e-16);
  EXPECT_NEAR(probability(4, 4, 0.5), 1.0 / 16, 1e-16);
  EXPECT_NEAR(probability(1, 3, 0.25), 27.0 / 64, 1e-15);
}

TEST(Binomial, AddUpToOne) {
  for (const double p : {0.001, 0.3, 0.9}) {
    double sum = 0;
    for (int x = 0; x <= 100; ++x) sum += probability(x, 100, p);
    EXPECT_NEAR(sum, 1, 1e-13);
  }
}

TEST(Binomial, WhatIsCertainAndWhatCannotBe) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  EXPECT_EQ(binomial_log_probability(0, 5, 0, 1), 0);
  EXPECT_EQ(binomial_log_probability(1, 5, 0, 1), kNever);
  EXPECT_EQ(binomial_log_probability(5, 5, 1, 0), 0);
  EXPECT_EQ(binomial_log_probability(4, 5, 1, 0), kNever);
  EXPECT_EQ(binomial_log_probability(0, 0, 0.3, 0.7), 0);
}

TEST(Binomial, ReachesBelowWhatADoubleHolds) {
  EXPECT_NEAR(binomial_log_probability(1e6, 1e6, 0.01, 0.99), 1e6 * std::log(0.01), 1e-6);
  EXPECT_NEAR(binomial_log_probability(0, 1e15, 1e-20, 1), -1e-5, 1e-15);
}

TEST(Binomial, TakesFractionsByTheGammaFunction) {
  // Gamma(2) / Gamma(3/2)^2 = 4 / pi.
  EXPECT_NEAR(probability(0.5, 1, 0.5), 4 / std::acos(-1.0) * 0.5, 1e-15);
}

}  // namespace
}  // namespace broadsheet::statistics
