#include "broadsheet/statistics/poisson.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

TEST(Poisson, TailsWorkedByHand) {
  EXPECT_EQ(poisson_log_at_least(0, 2), 0);
  EXPECT_NEAR(std::exp(poisson_log_at_least(1, 2)), 1 - std::exp(-2.0), 1e-15);
  EXPECT_NEAR(std::exp(poisson_log_at_least(2, 2)), 1 - 3 * std::exp(-2.0), 1e-15);
  EXPECT_NEAR(std::exp(poisson_log_at_least(3, 0.5)), 1 - 1.625 * std::exp(-0.5), 1e-15);
}

TEST(Poisson, OnBothSidesOfTheMeanTailsAreSumsOfProbabilities) {
  for (const double mean : {0.01, 1.0, 7.3, 40.0}) {
    double probability = std::exp(-mean);
    double below = 0;
    for (int k = 0; k < 30; ++k) {
      EXPECT_NEAR(std::exp(poisson_log_at_least(k, mean)), 1 - below, 1e-13) << mean << " " << k;
      below += probability;
      probability *= mean / (k + 1);
    }
  }
}

TEST(Poisson, ReachesBelowWhatADoubleHolds) {
  // The first of the terms is nearly all: exp(-1) / 500!.
  EXPECT_NEAR(poisson_log_at_least(500, 1), -1 - std::lgamma(501) + std::log1p(1 / 501.0), 1e-5);
  EXPECT_LT(poisson_log_at_least(500, 1), -2000);
  EXPECT_EQ(poisson_log_at_least(1, 5000), 0);
}

TEST(Poisson, TakesFractionsByTheGammaFunction) {
  // P(1/2, x) = erf(sqrt x).
  EXPECT_NEAR(std::exp(poisson_log_at_least(0.5, 0.2)), std::erf(std::sqrt(0.2)), 1e-15);
  EXPECT_NEAR(std::exp(poisson_log_at_least(0.5, 2)), std::erf(std::sqrt(2.0)), 1e-15);
}

TEST(Poisson, TheMeanOfOneOrMoreWorkedByHand) {
  // P(X >= 1) = 1 - exp(-mean).
  for (const double p : {1e-12, 0.025, 0.5, 0.975, 1 - 1e-9}) {
    EXPECT_NEAR(poisson_mean(1, std::log(p)) / -std::log1p(-p), 1, 1e-6 * p + 1e-14) << p;
  }
}

TEST(Poisson, TheMeanIsTheInverseOfTheTail) {
  for (const double k : {0.5, 1.0, 2.0, 17.0, 400.0, 1e6}) {
    for (const double log_p : {-300.0, -3.7, -0.7, -0.025}) {
      const double mean = poisson_mean(k, log_p);
      EXPECT_NEAR(poisson_log_at_least(k, mean) / log_p, 1, 1e-9) << k << " " << log_p;
    }
  }
}

}  // namespace
}  // namespace broadsheet::statistics
