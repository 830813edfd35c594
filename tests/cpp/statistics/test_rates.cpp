#include "broadsheet/statistics/rates.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

Rates rates_of(const std::vector<double>& counts, const std::vector<double>& totals,
               RateInterval interval, double alpha = 0.05) {
  return rates(counts, totals, interval, alpha, {});
}

// Source: Garwood 1936, table of fiducial limits; Ulm 1990 and others print the same.
TEST(Rates, PoissonIntervalsArePublished) {
  const std::vector<double> counts{0, 1, 2, 5, 10, 20, 50};
  const auto found = rates_of(counts, std::vector<double>(7, 1), RateInterval::kPoisson);
  const double low[] = {0, 0.0253, 0.2422, 1.6235, 4.7954, 12.2165, 37.1111};
  const double high[] = {3.6889, 5.5716, 7.2247, 11.6683, 18.3904, 30.8884, 65.9183};
  for (std::size_t i = 0; i < counts.size(); ++i) {
    EXPECT_NEAR(found.low[i], low[i], 5e-4) << counts[i];
    EXPECT_NEAR(found.high[i], high[i], 5e-4) << counts[i];
    EXPECT_EQ(found.values[i], counts[i]);
  }
}

TEST(Rates, OfNoEventTheUpperEndIsALogarithm) {
  const auto found = rates_of({0, 0}, {200, 1e6}, RateInterval::kPoisson);
  EXPECT_NEAR(found.high[0], -std::log(0.025) / 200, 1e-15);
  EXPECT_NEAR(found.high[1], -std::log(0.025) / 1e6, 1e-18);
}

TEST(Rates, BinomialIntervalsWorkedByHand) {
  // None of n: 1 - 0.025^(1/n); all of n: 0.025^(1/n).
  const auto found = rates_of({0, 10, 1}, {10, 10, 2}, RateInterval::kBinomial);
  EXPECT_EQ(found.low[0], 0);
  EXPECT_NEAR(found.high[0], 1 - std::pow(0.025, 0.1), 1e-13);
  EXPECT_NEAR(found.low[1], std::pow(0.025, 0.1), 1e-13);
  EXPECT_EQ(found.high[1], 1);
  // One of two: P(X >= 1) = 1 - (1 - p)^2, and P(X <= 1) = 1 - p^2.
  EXPECT_NEAR(found.low[2], 1 - std::sqrt(0.975), 1e-13);
  EXPECT_NEAR(found.high[2], std::sqrt(0.975), 1e-13);
}

// Source: Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
// Medicine 17, 1998, table I, the exact method.
TEST(Rates, BinomialIntervalsArePublished) {
  const auto found = rates_of({81, 15, 0, 1}, {263, 148, 20, 29}, RateInterval::kBinomial);
  const double low[] = {0.2527, 0.0578, 0, 0.0009};
  const double high[] = {0.3676, 0.1617, 0.1684, 0.1776};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(found.low[i], low[i], 5e-5) << i;
    EXPECT_NEAR(found.high[i], high[i], 5e-5) << i;
  }
}

TEST(Rates, AreUndefinedWhereNothingIsCounted) {
  for (const auto interval : {RateInterval::kPoisson, RateInterval::kBinomial}) {
    const auto found = rates_of({0}, {0}, interval);
    EXPECT_TRUE(std::isnan(found.values[0]));
    EXPECT_TRUE(std::isnan(found.low[0]));
    EXPECT_TRUE(std::isnan(found.high[0]));
  }
}

TEST(Rates, ThreadsDoNotDecide) {
  std::vector<double> counts;
  std::vector<double> totals;
  for (int i = 0; i < 20'000; ++i) {
    counts.push_back(i % 37);
    totals.push_back(50 + i % 11);
  }
  for (const auto interval : {RateInterval::kPoisson, RateInterval::kBinomial}) {
    const auto one = rates(counts, totals, interval, 0.1, {});
    const auto three = rates(counts, totals, interval, 0.1, {.n_threads = 3});
    EXPECT_EQ(one.low, three.low);
    EXPECT_EQ(one.high, three.high);
  }
}

TEST(Rates, NamesWhatIsWrong) {
  const auto error = [](std::vector<double> counts, std::vector<double> totals,
                        RateInterval interval = RateInterval::kPoisson, double alpha = 0.05) {
    return error_of([&] { (void)rates_of(counts, totals, interval, alpha); });
  };
  EXPECT_EQ(error({1}, {2}, RateInterval::kPoisson, 0), "alpha must lie in (0, 1), not 0");
  EXPECT_EQ(error({1, 2}, {2}), "totals must be one a count, 2, not 1");
  EXPECT_EQ(error({1, -2}, {2, 2}), "counts must be finite and not negative: row 1 is -2");
  EXPECT_EQ(error({1}, {std::numeric_limits<double>::infinity()}),
            "totals must be finite and not negative: row 0 is inf");
  EXPECT_EQ(error({1}, {0}), "totals must not be 0 where counts are not: row 0 counts 1");
  EXPECT_EQ(error({3}, {2}, RateInterval::kBinomial),
            "counts must not exceed totals for a binomial interval: row 0 counts 3 of 2");
  EXPECT_EQ(error({3}, {2}), "");
}

}  // namespace
}  // namespace broadsheet::statistics
