#include "broadsheet/statistics/bursts.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Series = std::vector<double>;
using States = std::vector<std::int32_t>;

/// The cost of a sequence of states, as the paper writes it.
double cost_of(const States& states, const Series& counts, const Series& totals,
               const BurstOptions& options) {
  const double relevant = std::accumulate(counts.begin(), counts.end(), 0.0);
  const double all = std::accumulate(totals.begin(), totals.end(), 0.0);
  const auto n = std::ranges::count_if(totals, [](double d) { return d > 0; });
  double cost = 0;
  std::int32_t before = 0;
  for (std::size_t t = 0; t < states.size(); ++t) {
    const double p = relevant / all * std::pow(options.scaling, states[t]);
    if (p >= 1) return std::numeric_limits<double>::infinity();
    const double r = counts[t];
    const double d = totals[t];
    cost -= std::lgamma(d + 1) - std::lgamma(r + 1) - std::lgamma(d - r + 1) + r * std::log(p) +
            (d - r) * std::log(1 - p);
    cost += std::max(states[t] - before, 0) * options.gamma * std::log(n);
    before = states[t];
  }
  return cost;
}

/// The least cost of all sequences of states.
double least_cost(const Series& counts, const Series& totals, const BurstOptions& options) {
  double least = std::numeric_limits<double>::infinity();
  States states(counts.size());
  for (;;) {
    least = std::min(least, cost_of(states, counts, totals, options));
    std::size_t t = 0;
    while (t < states.size() && states[t] == options.n_levels) states[t++] = 0;
    if (t == states.size()) return least;
    ++states[t];
  }
}

TEST(Bursts, OfTwoStatesWorkedByHand) {
  // p_0 = 20 / 600, p_1 twice that: (1 - p_1) / (1 - p_0) = 28 / 29. Two periods of 8 gain
  // 2 (8 ln 2 + 92 ln(28 / 29)) = 4.63, and to rise costs ln 6 = 1.79.
  const Series counts{1, 1, 8, 8, 1, 1};
  const Series totals(6, 100);
  const auto found = bursts(counts, totals, {}, {});
  ASSERT_EQ(found.terms, std::vector<std::int64_t>{0});
  EXPECT_EQ(found.levels, States{1});
  EXPECT_EQ(found.starts, std::vector<std::int64_t>{2});
  EXPECT_EQ(found.ends, std::vector<std::int64_t>{3});
  EXPECT_EQ(found.counts, Series{16});
  EXPECT_EQ(found.totals, Series{200});
  const double gain = 2 * (8 * std::log(2.0) + 92 * std::log(28.0 / 29));
  EXPECT_NEAR(found.weights[0], gain, 1e-13);
  // A rise that costs more than that is not made.
  EXPECT_TRUE(bursts(counts, totals, {.gamma = gain / std::log(6) + 0.001}, {}).terms.empty());
  EXPECT_EQ(bursts(counts, totals, {.gamma = gain / std::log(6) - 0.001}, {}).terms.size(), 1U);
}

TEST(Bursts, LevelsLieInsideOneAnother) {
  const Series counts{1, 1, 8, 30, 8, 1, 1, 1};
  const Series totals(8, 100);
  const BurstOptions options{.n_levels = 3};
  EXPECT_EQ(burst_states(counts, totals, options), (States{0, 0, 0, 2, 0, 0, 0, 0}));
  const auto found = bursts(counts, totals, options, {});
  EXPECT_EQ(found.levels, (States{1, 2}));
  EXPECT_EQ(found.starts, (std::vector<std::int64_t>{3, 3}));
  EXPECT_EQ(found.counts, (Series{30, 30}));
  // p_0 = 51 / 800; each level adds 30 ln 2 and 70 of the logarithm of what is left.
  const auto rest = [](int level) { return std::log(1 - 51.0 / 800 * std::pow(2, level)); };
  EXPECT_NEAR(found.weights[0], 30 * std::log(2) + 70 * (rest(1) - rest(0)), 1e-12);
  EXPECT_NEAR(found.weights[1], 30 * std::log(2) + 70 * (rest(2) - rest(1)), 1e-12);
}

TEST(Bursts, NoSequenceOfStatesCostsLess) {
  std::mt19937_64 random(1);
  int n_with_bursts = 0;
  for (int trial = 0; trial < 300; ++trial) {
    const std::size_t n = 1 + random() % 7;
    Series counts;
    Series totals;
    for (std::size_t t = 0; t < n; ++t) {
      totals.push_back(static_cast<double>(random() % 4 == 0 ? 0 : random() % 60));
      const auto most = static_cast<std::uint64_t>(totals.back()) + 1;
      counts.push_back(static_cast<double>(std::min(random() % most, random() % most)));
    }
    const BurstOptions options{.scaling = 1.2 + 0.3 * static_cast<double>(random() % 5),
                               .gamma = 0.3 * static_cast<double>(random() % 4),
                               .n_levels = static_cast<std::int32_t>(1 + random() % 3)};
    if (std::accumulate(counts.begin(), counts.end(), 0.0) == 0 || counts == totals) continue;
    const auto states = burst_states(counts, totals, options);
    n_with_bursts += std::ranges::max(states) > 0;
    EXPECT_NEAR(cost_of(states, counts, totals, options), least_cost(counts, totals, options), 1e-9)
        << trial;
  }
  EXPECT_GT(n_with_bursts, 50);
}

TEST(Bursts, PeriodsWithoutItemsAreNeitherTheFirstNorTheLastOfABurst) {
  const Series counts{1, 1, 0, 8, 0, 8, 0, 1, 1};
  const Series totals{100, 100, 0, 100, 0, 100, 0, 100, 100};
  const auto found = bursts(counts, totals, {}, {});
  EXPECT_EQ(found.starts, std::vector<std::int64_t>{3});
  EXPECT_EQ(found.ends, std::vector<std::int64_t>{5});
  // Nor do they count among the periods: the weights are those without them.
  const auto dense = bursts(Series{1, 1, 8, 8, 1, 1}, Series(6, 100), {}, {});
  EXPECT_EQ(found.weights, dense.weights);
}

TEST(Bursts, WhatNeverOrAlwaysComesHasNone) {
  EXPECT_TRUE(bursts(Series{0, 0, 0}, Series{5, 5, 5}, {}, {}).terms.empty());
  EXPECT_TRUE(bursts(Series{5, 5, 5}, Series{5, 5, 5}, {}, {}).terms.empty());
  EXPECT_TRUE(bursts(Series{0, 0}, Series{0, 0}, {}, {}).terms.empty());
  EXPECT_TRUE(bursts(Series{3}, Series{5}, {}, {}).terms.empty());
  EXPECT_TRUE(bursts({}, {}, {}, {}).terms.empty());
}

TEST(Bursts, ThreadsDoNotDecide) {
  std::mt19937_64 random(2);
  const Series totals(30, 50);
  Series counts;
  for (int i = 0; i < 1000 * 30; ++i)
    counts.push_back(static_cast<double>(random() % 6 * (random() % 6)));
  const auto one = bursts(counts, totals, {.n_levels = 2}, {});
  const auto three = bursts(counts, totals, {.n_levels = 2}, {.n_threads = 3});
  EXPECT_FALSE(one.terms.empty());
  EXPECT_EQ(one.terms, three.terms);
  EXPECT_EQ(one.weights, three.weights);
}

TEST(Bursts, NamesWhatIsWrong) {
  const auto error = [](const Series& counts, const Series& totals, BurstOptions options = {}) {
    return error_of([&] { (void)bursts(counts, totals, options, {}); });
  };
  EXPECT_EQ(error({1}, {2}, {.scaling = 1}), "s must be finite and above 1, not 1");
  EXPECT_EQ(error({1}, {2}, {.gamma = -1}), "gamma must be finite and not negative, not -1");
  EXPECT_EQ(error({1}, {2}, {.n_levels = 0}), "levels must be at least 1, not 0");
  EXPECT_EQ(error({1, 2, 3}, {2, 3}), "counts must be one a period, 2, not 3");
  EXPECT_EQ(error({1}, {-2}), "totals must be finite and not negative: period 0 is -2");
  EXPECT_EQ(error({1, 2, 1, 4}, {2, 3}),
            "counts must lie from 0 to the total of their period: row 1, period 1 counts 4 of 3");
}

}  // namespace
}  // namespace broadsheet::statistics
