#include "broadsheet/similarity/minhash.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/hash.hpp"

namespace broadsheet::similarity {
namespace {

using Hashes = std::vector<std::uint64_t>;
using Sketch = std::vector<std::uint32_t>;

Sketch sketch(const Hashes& hashes, std::int32_t n_hashes, std::uint64_t seed = 0) {
  const std::vector<std::int64_t> indptr = {0, static_cast<std::int64_t>(hashes.size())};
  const auto made = minhash(GivenShingles(indptr, hashes), {.n_hashes = n_hashes, .seed = seed});
  return {made.begin(), made.end()};
}

Hashes random_hashes(std::size_t n, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Hashes hashes(n);
  std::ranges::generate(hashes, std::ref(random));
  return hashes;
}

std::uint64_t key(std::uint64_t seed, std::uint64_t member) {
  return terms::mix_bits(seed + (member + 1) * 0x9E3779B97F4A7C15);
}

/// The definition: of each place the smallest (round, hash), the last round being its own.
Sketch slow_sketch(const Hashes& hashes, std::uint64_t n_places, std::uint64_t seed) {
  constexpr std::uint32_t kGreatest = std::numeric_limits<std::uint32_t>::max();
  const std::uint64_t n_rounds = (n_places + 127) / 128;
  Sketch places;
  for (std::uint64_t place = 0; place < n_places; ++place) {
    std::pair<std::uint64_t, std::uint32_t> least{n_rounds + 1, kGreatest};
    for (const std::uint64_t shingle : hashes) {
      std::uint64_t mixed = 0;
      for (std::uint64_t round = 0; round < n_rounds; ++round) {
        mixed = terms::mix_bits(shingle ^ key(seed, round));
        const auto hash = static_cast<std::uint32_t>(mixed >> 32);
        const std::uint64_t reached = ((mixed & 0xFFFFFFFF) * n_places) >> 32;
        if (reached == place && hash != kGreatest) least = std::min(least, {round, hash});
      }
      const std::uint64_t own = (mixed & 0xFFFFFFFF) * (key(seed, n_rounds + place) | 1);
      const auto hash = static_cast<std::uint32_t>(own + (mixed >> 32));
      least = std::min(least, {n_rounds, hash});
    }
    places.push_back(least.second);
  }
  return places;
}

TEST(MinHash, IsTheDefinition) {
  for (const std::size_t n : {0U, 1U, 2U, 7U, 30U, 300U}) {
    for (const std::int32_t n_hashes : {1, 3, 16, 40, 128, 129, 300}) {
      const Hashes hashes = random_hashes(n, n);
      EXPECT_EQ(sketch(hashes, n_hashes, 5),
                slow_sketch(hashes, static_cast<std::uint64_t>(n_hashes), 5));
    }
  }
}

TEST(MinHash, IsOfTheSetOnly) {
  const Hashes hashes = random_hashes(600, 1);
  Hashes again(hashes.rbegin(), hashes.rend());
  again.insert(again.end(), hashes.begin(), hashes.begin() + 300);
  EXPECT_EQ(sketch(again, 64), sketch(hashes, 64));
  EXPECT_NE(sketch(hashes, 64, 1), sketch(hashes, 64, 2));
}

TEST(MinHash, OfNothingIsBlankAndLikeNothing) {
  const Sketch blank = sketch({}, 8);
  EXPECT_EQ(blank, Sketch(8, std::numeric_limits<std::uint32_t>::max()));
  EXPECT_TRUE(is_blank(blank));
  EXPECT_FALSE(is_blank(sketch({1}, 8)));
  EXPECT_EQ(estimated_jaccard(blank, blank), 0);
}

TEST(MinHash, EstimateIsTheShareOfPlacesThatAgree) {
  const Sketch one = {1, 2, 3, 4};
  EXPECT_EQ(estimated_jaccard(one, Sketch{1, 2, 9, 4}), 0.75);
  EXPECT_EQ(estimated_jaccard(one, one), 1);
  EXPECT_EQ(estimated_jaccard(one, Sketch{2, 1, 4, 3}), 0);
}

/// Random hashes, or numbers in a row, which a weak hash would not spread.
Hashes some_hashes(std::size_t n, bool is_in_a_row) {
  Hashes hashes = random_hashes(n, n);
  if (is_in_a_row) std::iota(hashes.begin(), hashes.end(), std::uint64_t{0});
  return hashes;
}

// Sets of short and long documents, whose intersections are a third of their unions.
TEST(MinHash, EstimatesWithoutBiasAndAsPreciselyAsItSays) {
  constexpr int kSeeds = 400;
  constexpr double kJaccard = 1.0 / 3;
  for (const std::int32_t n_hashes : {64, 300}) {
    for (const std::size_t third : {1U, 3U, 10U, 50U, 200U}) {
      for (const bool is_in_a_row : {false, true}) {
        const Hashes all = some_hashes(3 * third, is_in_a_row);
        const auto at = [&](std::size_t i) { return all.begin() + static_cast<std::ptrdiff_t>(i); };
        const Hashes left(at(0), at(2 * third));
        const Hashes right(at(third), at(3 * third));
        double sum = 0;
        double sum_of_squares = 0;
        for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
          const double found =
              estimated_jaccard(sketch(left, n_hashes, seed), sketch(right, n_hashes, seed));
          sum += found;
          sum_of_squares += (found - kJaccard) * (found - kJaccard);
        }
        const double variance = kJaccard * (1 - kJaccard) / n_hashes;
        EXPECT_NEAR(sum / kSeeds, kJaccard, 4 * std::sqrt(variance / kSeeds))
            << third << " of " << n_hashes;
        EXPECT_LT(sum_of_squares / kSeeds, 1.3 * variance) << third << " of " << n_hashes;
      }
    }
  }
}

TEST(MinHash, IsTheSameForAnyNumberOfThreads) {
  const Hashes hashes = random_hashes(20'000, 2);
  std::vector<std::int64_t> indptr = {0};
  for (std::int64_t n = 0; indptr.back() + n % 37 <= 20'000 && n < 1000; ++n) {
    indptr.push_back(indptr.back() + n % 37);
  }
  const GivenShingles shingles(indptr,
                               std::span(hashes).first(static_cast<std::size_t>(indptr.back())));
  const auto one = minhash(shingles, {.loop = {.n_threads = 1}});
  const auto three = minhash(shingles, {.loop = {.n_threads = 3}});
  EXPECT_TRUE(std::ranges::equal(one, three));
  EXPECT_EQ(one.size(), 128 * (indptr.size() - 1));
}

TEST(MinHash, RefusesNumbersOfHashes) {
  for (const auto& [n_hashes, message] :
       {std::pair{0, "n_hashes must lie in [1, 65536], not 0"},
        std::pair{65537, "n_hashes must lie in [1, 65536], not 65537"}}) {
    try {
      (void)sketch({1}, n_hashes);
      FAIL();
    } catch (const std::invalid_argument& error) {
      EXPECT_STREQ(error.what(), message);
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
