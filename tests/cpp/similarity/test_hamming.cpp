#include "broadsheet/similarity/hamming.hpp"

#include <bitset>
#include <limits>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

using Sketches = std::vector<std::uint64_t>;
using ListedPairs = std::vector<std::pair<std::int32_t, std::int32_t>>;

constexpr std::int64_t kMany = 1'000'000;
constexpr HammingPlan kAll = {};

ListedPairs listed(const DocumentPairs& pairs) {
  ListedPairs list;
  for (std::size_t i = 0; i < pairs.size(); ++i) list.emplace_back(pairs.left[i], pairs.right[i]);
  return list;
}

/// Every two sketches, bit by bit.
ListedPairs slow_pairs(const Sketches& sketches, std::size_t distance) {
  ListedPairs found;
  for (std::size_t i = 0; i < sketches.size(); ++i) {
    for (std::size_t j = i + 1; j < sketches.size(); ++j) {
      if (sketches[i] == 0 || sketches[j] == 0) continue;
      if (std::bitset<64>(sketches[i] ^ sketches[j]).count() > distance) continue;
      found.emplace_back(static_cast<std::int32_t>(i), static_cast<std::int32_t>(j));
    }
  }
  return found;
}

/// A few sketches with copies of them, of which each bit is turned with a chance.
Sketches near_sketches(std::size_t n, double chance, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  const Sketches roots = {random(), random(), random()};
  std::bernoulli_distribution turns(chance);
  Sketches sketches;
  for (std::size_t i = 0; i < n; ++i) {
    std::uint64_t sketch = i % 11 == 10 ? 0 : roots[i % 3];
    if (sketch != 0) {
      for (int bit = 0; bit < 64; ++bit) sketch ^= std::uint64_t{turns(random)} << bit;
    }
    sketches.push_back(sketch);
  }
  return sketches;
}

TEST(Hamming, PairsWorkedByHand) {
  const Sketches sketches = {0b1011, 0b1000, 0, 0b1111, 0};
  EXPECT_EQ(listed(hamming_pairs(sketches, 0, kAll, kMany, {})), ListedPairs());
  EXPECT_EQ(listed(hamming_pairs(sketches, 1, kAll, kMany, {})), (ListedPairs{{0, 3}}));
  EXPECT_EQ(listed(hamming_pairs(sketches, 2, kAll, kMany, {})), (ListedPairs{{0, 1}, {0, 3}}));
  EXPECT_EQ(hamming_distances(sketches, DocumentPairs{{0, 0, 1}, {1, 3, 3}}),
            (std::vector{2, 1, 3}));
}

TEST(Hamming, PairsAreThoseOfEveryComparisonForAnyPlanAndThreads) {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const Sketches sketches = near_sketches(120, 0.02 + 0.02 * static_cast<double>(seed), seed);
    for (const std::int32_t distance : {0, 1, 3, 7, 12, 30, 62, 64}) {
      const auto expected = slow_pairs(sketches, static_cast<std::size_t>(distance));
      std::vector<HammingPlan> plans = {kAll, plan_hamming(120, distance)};
      for (const std::int32_t same : {1, 2, 3}) {
        if (distance <= 12) plans.push_back({.blocks = distance + same, .same = same});
      }
      if (distance <= 3) plans.push_back({.blocks = 16, .same = 3});
      for (const HammingPlan& plan : plans) {
        EXPECT_EQ(listed(hamming_pairs(sketches, distance, plan, kMany, {})), expected);
        EXPECT_EQ(listed(hamming_pairs(sketches, distance, plan, kMany, {.n_threads = 3})),
                  expected);
      }
    }
  }
}

TEST(Hamming, PlansGrowWithTheSketchesAndEndInComparingAll) {
  EXPECT_EQ(plan_hamming(10, 3), kAll);
  EXPECT_EQ(plan_hamming(100'000, 3), (HammingPlan{.blocks = 4, .same = 1}));
  EXPECT_EQ(plan_hamming(100'000, 10), (HammingPlan{.blocks = 12, .same = 2}));
  EXPECT_EQ(plan_hamming(100'000, 40), kAll);
  EXPECT_EQ(plan_hamming(100'000, 64), kAll);
}

TEST(Hamming, OfNoSketchesAreNone) {
  EXPECT_EQ(hamming_pairs({}, 3, kAll, kMany, {}).size(), 0);
  EXPECT_EQ(hamming_pairs(Sketches(5), 3, {.blocks = 4, .same = 1}, kMany, {}).size(), 0);
}

TEST(Hamming, TellsHowManySketchesAreDone) {
  const Sketches sketches = near_sketches(50, 0.1, 1);
  for (const HammingPlan plan : {kAll, HammingPlan{.blocks = 4, .same = 1}}) {
    std::int64_t last = -1;
    (void)hamming_pairs(sketches, 3, plan, kMany,
                        {.watch = [&](std::int64_t n_done) { last = n_done; }});
    EXPECT_EQ(last, 50);
  }
}

TEST(Hamming, RefusesWhatItCannotDo) {
  const Sketches copies(100, 7);  // 4,950 pairs.
  for (const HammingPlan plan : {kAll, HammingPlan{.blocks = 4, .same = 1}}) {
    EXPECT_EQ(hamming_pairs(copies, 3, plan, 4950, {}).size(), 4950);
    EXPECT_EQ(error_of([&] { (void)hamming_pairs(copies, 3, plan, 4949, {}); }),
              "there are more than max_pairs = 4949 candidates: ask for a greater similarity, or "
              "for groups of copies");
  }
  EXPECT_EQ(error_of([&] { (void)hamming_pairs(copies, 65, kAll, kMany, {}); }),
            "distance must lie in [0, 64], not 65");
  EXPECT_EQ(error_of([&] { (void)hamming_pairs(copies, 4, {4, 1}, kMany, {}); }),
            "a plan of 4 blocks, 1 the same, misses pairs at distance 4");
  EXPECT_EQ(error_of([&] { (void)hamming_distances(copies, DocumentPairs{{0}, {100}}); }),
            "pairs must be of documents in [0, 100), not 100");
}

}  // namespace
}  // namespace broadsheet::similarity
