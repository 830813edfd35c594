#include "broadsheet/statistics/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

// 4 marked, 4 unmarked, 4 drawn: 1, 16, 36, 16, 1 of 70.
const Hypergeometric kTea{4, 4, 4};

TEST(Hypergeometric, ProbabilitiesOfTheTeaTastingWorkedByHand) {
  const std::vector<double> ways{1, 16, 36, 16, 1};
  for (int k = 0; k <= 4; ++k) {
    EXPECT_NEAR(std::exp(kTea.log_probability(k)), ways[static_cast<std::size_t>(k)] / 70, 1e-15);
  }
  EXPECT_NEAR(std::exp(kTea.log_at_least(3)), 17.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(kTea.log_at_least(1)), 69.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(kTea.log_at_most(1)), 17.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(kTea.log_at_most_as_likely(1)), 34.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(kTea.log_at_most_as_likely(3)), 34.0 / 70, 1e-15);
  EXPECT_NEAR(std::exp(kTea.log_at_most_as_likely(4)), 2.0 / 70, 1e-15);
  EXPECT_EQ(kTea.log_at_most_as_likely(2), 0);
}

TEST(Hypergeometric, WhatIsCertainAndWhatCannotBe) {
  constexpr double kNever = -std::numeric_limits<double>::infinity();
  const Hypergeometric many{4, 2, 5};  // At least three are marked.
  EXPECT_EQ(many.least(), 3);
  EXPECT_EQ(many.most(), 4);
  EXPECT_EQ(many.log_at_least(3), 0);
  EXPECT_EQ(many.log_at_least(5), kNever);
  EXPECT_EQ(many.log_at_most(4), 0);
  EXPECT_EQ(many.log_at_most(2), kNever);
  const Hypergeometric all{3, 2, 5};
  EXPECT_EQ(all.log_probability(3), 0);
  EXPECT_EQ(all.log_at_most_as_likely(3), 0);
  const Hypergeometric none{3, 2, 0};
  EXPECT_EQ(none.log_probability(0), 0);
  EXPECT_EQ(none.log_at_least(0), 0);
}

/// P(X = k) for each k, by the ratio of one to the next alone.
std::vector<double> probabilities(const Hypergeometric& of) {
  std::vector<double> values{1};
  double sum = 1;
  for (double k = of.least(); k < of.most(); ++k) {
    values.push_back(values.back() * (of.marked - k) * (of.draws - k) /
                     ((k + 1) * (of.unmarked - of.draws + k + 1)));
    sum += values.back();
  }
  for (double& value : values) value /= sum;
  return values;
}

TEST(Hypergeometric, TailsAreSumsOfProbabilities) {
  for (const Hypergeometric of :
       {Hypergeometric{4, 4, 4}, Hypergeometric{30, 7, 20}, Hypergeometric{3, 500, 120},
        Hypergeometric{60, 40, 50}, Hypergeometric{1, 1, 1}, Hypergeometric{9, 3, 11}}) {
    const auto expected = probabilities(of);
    for (std::size_t i = 0; i < expected.size(); ++i) {
      const double k = of.least() + static_cast<double>(i);
      double above = 0;
      double below = 0;
      double unlikely = 0;
      for (std::size_t j = 0; j < expected.size(); ++j) {
        above += j >= i ? expected[j] : 0;
        below += j <= i ? expected[j] : 0;
        unlikely += expected[j] <= expected[i] * (1 + 1e-7) ? expected[j] : 0;
      }
      EXPECT_NEAR(std::exp(of.log_probability(k)) / expected[i], 1, 1e-12);
      EXPECT_NEAR(std::exp(of.log_at_least(k)) / above, 1, 1e-12);
      EXPECT_NEAR(std::exp(of.log_at_most(k)) / below, 1, 1e-12);
      EXPECT_NEAR(std::exp(of.log_at_most_as_likely(k)) / unlikely, 1, 1e-12);
    }
  }
}

TEST(Hypergeometric, ReachesBelowWhatADoubleHolds) {
  const Hypergeometric of{1000, 1e6, 1000};
  EXPECT_LT(of.log_at_least(900), -5000);
  EXPECT_NEAR(of.log_at_least(1000), of.log_probability(1000), 1e-9);
}

}  // namespace
}  // namespace broadsheet::statistics
