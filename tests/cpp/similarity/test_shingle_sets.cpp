#include "broadsheet/similarity/shingle_sets.hpp"

#include <algorithm>
#include <random>
#include <set>
#include <stdexcept>

#include <gtest/gtest.h>

namespace broadsheet::similarity {
namespace {

using Hashes = std::vector<std::uint64_t>;

TEST(ShingleSets, JaccardIsSharedByUnited) {
  const std::vector<std::int64_t> indptr = {0, 4, 7, 7, 8, 8};
  const Hashes hashes = {3, 1, 2, 1, 2, 3, 4, 9};
  const GivenShingles shingles(indptr, hashes);
  const DocumentPairs pairs{{0, 0, 0, 2, 1}, {1, 2, 3, 4, 1}};
  // {1, 2, 3} and {2, 3, 4} share 2 of 4; two empty sets are not alike.
  EXPECT_EQ(jaccard(shingles, pairs, {}), (std::vector<double>{0.5, 0, 0, 0, 1}));
}

TEST(ShingleSets, HoldDistinctShinglesOfTheDocumentsAskedFor) {
  const std::vector<std::int64_t> indptr = {0, 1, 5};
  const Hashes hashes = {8, 3, 1, 2, 1};
  const std::vector<std::int32_t> documents = {1};
  const ShingleSets sets(GivenShingles(indptr, hashes), documents, {});
  const auto held = sets.of(1);
  EXPECT_EQ(Hashes(held.begin(), held.end()), (Hashes{1, 2, 3}));
}

TEST(ShingleSets, JaccardIsThatOfSetsForAnyNumberOfThreads) {
  std::mt19937 random(4);
  std::vector<std::int64_t> indptr = {0};
  Hashes hashes;
  for (int document = 0; document < 40; ++document) {
    for (auto n = random() % 20; n > 0; --n) hashes.push_back(random() % 25);
    indptr.push_back(static_cast<std::int64_t>(hashes.size()));
  }
  const auto set_of = [&](std::int32_t i) {
    const auto at = static_cast<std::size_t>(i);
    return std::set<std::uint64_t>(hashes.begin() + indptr[at], hashes.begin() + indptr[at + 1]);
  };
  DocumentPairs pairs;
  std::vector<double> expected;
  for (std::int32_t i = 0; i < 40; ++i) {
    for (std::int32_t j = i + 1; j < 40; ++j) {
      pairs.left.push_back(i);
      pairs.right.push_back(j);
      const auto one = set_of(i);
      auto united = set_of(j);
      const auto n_shared = std::ranges::count_if(one, [&](auto x) { return united.contains(x); });
      united.insert(one.begin(), one.end());
      expected.push_back(
          united.empty() ? 0 : static_cast<double>(n_shared) / static_cast<double>(united.size()));
    }
  }
  const GivenShingles shingles(indptr, hashes);
  EXPECT_EQ(jaccard(shingles, pairs, {}), expected);
  EXPECT_EQ(jaccard(shingles, pairs, {.n_threads = 3}), expected);
}

TEST(ShingleSets, RefuseDocumentsThatAreNotThere) {
  const std::vector<std::int64_t> indptr = {0, 0};
  const GivenShingles shingles(indptr, Hashes{});
  EXPECT_THROW((void)jaccard(shingles, DocumentPairs{{0}, {1}}, {}), std::invalid_argument);
  EXPECT_THROW((void)jaccard(shingles, DocumentPairs{{-1}, {0}}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::similarity
