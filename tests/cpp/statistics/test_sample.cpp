#include "broadsheet/statistics/sample.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

using Numbers = std::vector<std::int64_t>;

TEST(Sample, IsAscendingDistinctAndTheSameForASeed) {
  const Numbers drawn = sample(1000, 100, 5);
  EXPECT_EQ(drawn.size(), 100U);
  EXPECT_TRUE(std::ranges::is_sorted(drawn, std::less_equal<>{}));
  EXPECT_GE(drawn.front(), 0);
  EXPECT_LT(drawn.back(), 1000);
  EXPECT_EQ(sample(1000, 100, 5), drawn);
  EXPECT_NE(sample(1000, 100, 6), drawn);
}

TEST(Sample, IsThatOfEveryMachine) {
  EXPECT_EQ(sample(1000, 5, 0), (Numbers{310, 429, 596, 906, 991}));
}

TEST(Sample, IsAllWhereThereAreNoMore) {
  EXPECT_EQ(sample(3, 3, 1), (Numbers{0, 1, 2}));
  EXPECT_EQ(sample(3, 9, 1), (Numbers{0, 1, 2}));
  EXPECT_EQ(sample(3, 0, 1), Numbers{});
  EXPECT_EQ(sample(0, 2, 1), Numbers{});
}

TEST(Sample, FavoursNoSet) {
  std::map<Numbers, int> n_drawn;
  for (std::uint64_t seed = 0; seed < 10'000; ++seed) ++n_drawn[sample(5, 2, seed)];
  EXPECT_EQ(n_drawn.size(), 10U);
  for (const auto& [numbers, n] : n_drawn) EXPECT_NEAR(n, 1000, 150);
}

TEST(Sample, RejectsNegativeNumbers) {
  EXPECT_THROW((void)sample(-1, 0, 0), std::invalid_argument);
  EXPECT_THROW((void)sample(1, -1, 0), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
