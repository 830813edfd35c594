#include "broadsheet/similarity/top_k.hpp"

#include <algorithm>
#include <random>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::similarity {
namespace {

std::vector<std::int32_t> rows(std::vector<Scored<float>> taken) {
  std::vector<std::int32_t> found;
  for (const auto& scored : taken) found.push_back(scored.row);
  return found;
}

TEST(TopK, KeepsTheFirstByRankInAnyOrderOfOffering) {
  std::vector<Scored<float>> offers{{1, 4}, {3, 7}, {3, 2}, {2, 9}, {2, 1}, {2, 5}};
  std::mt19937 random(1);
  for (int trial = 0; trial < 100; ++trial) {
    std::shuffle(offers.begin(), offers.end(), random);
    TopK<float> best(4, 0);
    for (const auto& offer : offers) best.offer(offer);
    EXPECT_EQ(best.threshold(), 2);
    EXPECT_EQ(rows(best.take()), (std::vector<std::int32_t>{2, 7, 1, 5}));
  }
}

TEST(TopK, CountsOnlyScoresAboveZeroAndAtLeastTheLeast) {
  TopK<float> positive(3, 0);
  positive.offer({0, 1});
  positive.offer({-1, 2});
  EXPECT_TRUE(positive.take().empty());
  TopK<float> best(3, 0.5F);
  EXPECT_EQ(best.threshold(), 0.5F);
  best.offer({0.4F, 1});
  best.offer({0.5F, 2});
  EXPECT_FALSE(best.is_full());
  EXPECT_EQ(rows(best.take()), (std::vector<std::int32_t>{2}));
}

}  // namespace
}  // namespace broadsheet::similarity
