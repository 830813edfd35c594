#include "broadsheet/similarity/copy_groups.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "broadsheet/similarity/minhash.hpp"
#include "broadsheet/similarity/shingle_sets.hpp"
#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

using Numbers = std::vector<std::int32_t>;

/// Documents that are sets of shingles, with their sketches.
struct Sketched {
  explicit Sketched(const std::vector<std::vector<std::uint64_t>>& sets) {
    for (const auto& set : sets) {
      hashes.insert(hashes.end(), set.begin(), set.end());
      indptr.push_back(static_cast<std::int64_t>(hashes.size()));
    }
    const auto made = minhash(shingles(), {.n_hashes = 64});
    values.assign(made.begin(), made.end());
  }

  [[nodiscard]] GivenShingles shingles() const { return {indptr, hashes}; }
  [[nodiscard]] SketchesView sketches() const { return {values, 64}; }

  std::vector<std::int64_t> indptr = {0};
  std::vector<std::uint64_t> hashes;
  std::vector<std::uint32_t> values;
};

/// The components of the graph of candidates that are similar enough, by passing on the least
/// number until nothing changes.
Numbers slow_groups(const Sketched& documents, const Banding& banding, double min_similarity,
                    bool verify) {
  const auto pairs = candidate_pairs(documents.sketches(), banding, 1'000'000, {});
  const auto similarities = verify ? jaccard(documents.shingles(), pairs, {})
                                   : estimated_jaccard(documents.sketches(), pairs);
  Numbers first(documents.indptr.size() - 1);
  std::iota(first.begin(), first.end(), 0);
  for (bool changes = true; changes;) {
    changes = false;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
      auto& left = first[static_cast<std::size_t>(pairs.left[i])];
      auto& right = first[static_cast<std::size_t>(pairs.right[i])];
      if (similarities[i] < min_similarity || left == right) continue;
      left = right = std::min(left, right);
      changes = true;
    }
  }
  return first;
}

constexpr Banding kEveryPlace{.bands = 64, .rows = 1};

// 0 and 2 share 3 of 5, as 2 and 4 do; 0 and 4 share 2 of 6. 1 is empty, as 5 is; 3 is alone.
TEST(CopyGroups, ReachFromCopyToCopy) {
  const Sketched documents({{1, 2, 3, 4}, {}, {2, 3, 4, 5}, {77, 78}, {3, 4, 5, 6}, {}});
  const GivenShingles shingles = documents.shingles();
  EXPECT_EQ(copy_groups(documents.sketches(), &shingles, kEveryPlace, 0.6, {}),
            (Numbers{0, 1, 0, 3, 0, 5}));
  EXPECT_EQ(copy_groups(documents.sketches(), &shingles, kEveryPlace, 0.61, {}),
            (Numbers{0, 1, 2, 3, 4, 5}));
}

TEST(CopyGroups, OfAThousandCopiesIsOne) {
  const Sketched documents(std::vector<std::vector<std::uint64_t>>(1000, {5, 6, 7}));
  const GivenShingles shingles = documents.shingles();
  EXPECT_EQ(copy_groups(documents.sketches(), &shingles, kEveryPlace, 1, {}), Numbers(1000, 0));
  EXPECT_EQ(copy_groups(documents.sketches(), nullptr, kEveryPlace, 1, {}), Numbers(1000, 0));
}

TEST(CopyGroups, AreComponentsForAnyNumberOfThreads) {
  std::mt19937 random(11);
  for (int trial = 0; trial < 10; ++trial) {
    std::vector<std::vector<std::uint64_t>> sets(80);
    for (auto& set : sets) {
      const std::uint64_t begin = random() % 60;
      for (std::uint64_t i = 0; i < 12; ++i) set.push_back(begin + i);
    }
    const Sketched documents(sets);
    const GivenShingles shingles = documents.shingles();
    for (const Banding banding : {kEveryPlace, Banding{.bands = 16, .rows = 4}}) {
      for (const double least : {0.5, 0.7, 0.9}) {
        for (const bool verify : {true, false}) {
          const auto* const source = verify ? &shingles : nullptr;
          const Numbers expected = slow_groups(documents, banding, least, verify);
          EXPECT_EQ(copy_groups(documents.sketches(), source, banding, least, {}), expected);
          EXPECT_EQ(copy_groups(documents.sketches(), source, banding, least, {.n_threads = 3}),
                    expected);
        }
      }
    }
  }
}

TEST(CopyGroups, RefuseWhatDoesNotBelongTogether) {
  const Sketched documents({{1}, {2}});
  const Sketched others(std::vector<std::vector<std::uint64_t>>{{1}});
  const GivenShingles shingles = others.shingles();
  EXPECT_EQ(
      error_of([&] { (void)copy_groups(documents.sketches(), &shingles, kEveryPlace, 0.5, {}); }),
      "shingles must be of the 2 documents of the sketches, not of 1");
  EXPECT_EQ(error_of([&] { (void)copy_groups(documents.sketches(), nullptr, kEveryPlace, 0, {}); }),
            "min_similarity must lie in (0, 1], not 0");
}

}  // namespace
}  // namespace broadsheet::similarity
