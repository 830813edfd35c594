#include "broadsheet/similarity/candidates.hpp"

#include <limits>
#include <random>
#include <string>
#include <utility>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

using Values = std::vector<std::uint32_t>;
using ListedPairs = std::vector<std::pair<std::int32_t, std::int32_t>>;

constexpr std::uint32_t kBlank = std::numeric_limits<std::uint32_t>::max();
constexpr std::int64_t kMany = 1'000'000;

ListedPairs listed(const DocumentPairs& pairs) {
  ListedPairs list;
  for (std::size_t i = 0; i < pairs.size(); ++i) list.emplace_back(pairs.left[i], pairs.right[i]);
  return list;
}

/// Every pair of documents, band by band.
ListedPairs slow_pairs(const SketchesView& sketches, const Banding& banding) {
  ListedPairs found;
  for (std::int32_t i = 0; i < sketches.n_documents(); ++i) {
    for (std::int32_t j = i + 1; j < sketches.n_documents(); ++j) {
      bool agrees = false;
      for (std::int32_t band = 0; band < banding.bands; ++band) {
        bool is_same = true;
        for (std::int32_t row = 0; row < banding.rows; ++row) {
          const auto at = static_cast<std::size_t>(band * banding.rows + row);
          is_same = is_same && sketches.of(i)[at] == sketches.of(j)[at];
        }
        agrees = agrees || is_same;
      }
      if (agrees) found.emplace_back(i, j);
    }
  }
  return found;
}

TEST(Candidates, AgreeInEveryPlaceOfABand) {
  const Values values = {
      1,      2,      3,      4,       // 0
      1,      2,      9,      9,       // 1: as 0 in the first band
      kBlank, kBlank, kBlank, kBlank,  // 2: without shingles
      7,      2,      3,      4,       // 3: as 0 in the second
      2,      1,      4,      3,       // 4: as none
      kBlank, kBlank, kBlank, kBlank,
  };
  const SketchesView sketches{values, 4};
  EXPECT_EQ(listed(candidate_pairs(sketches, {.bands = 2, .rows = 2}, kMany, {})),
            (ListedPairs{{0, 1}, {0, 3}}));
  EXPECT_TRUE(listed(candidate_pairs(sketches, {.bands = 1, .rows = 4}, kMany, {})).empty());
  EXPECT_EQ(listed(candidate_pairs(sketches, {.bands = 1, .rows = 2}, kMany, {})),
            (ListedPairs{{0, 1}}));
}

TEST(Candidates, AreThoseOfAllPairsForAnyNumberOfThreads) {
  std::mt19937 random(7);
  for (int trial = 0; trial < 20; ++trial) {
    Values values(60 * 12);
    for (auto& value : values) value = static_cast<std::uint32_t>(random() % 3);
    const SketchesView sketches{values, 12};
    for (const Banding banding : {Banding{4, 3}, Banding{2, 6}, Banding{12, 1}, Banding{3, 3}}) {
      const ListedPairs expected = slow_pairs(sketches, banding);
      EXPECT_EQ(listed(candidate_pairs(sketches, banding, kMany, {})), expected);
      EXPECT_EQ(listed(candidate_pairs(sketches, banding, kMany, {.n_threads = 3})), expected);
    }
  }
}

TEST(Candidates, OfNoDocumentsAreNone) {
  EXPECT_EQ(candidate_pairs({{}, 4}, {.bands = 2, .rows = 2}, kMany, {}).size(), 0);
}

TEST(Candidates, MoreThanAskedForAreAnError) {
  const Values copies(4 * 100, 1);  // 100 documents: 4,950 pairs.
  const SketchesView sketches{copies, 4};
  const Banding banding{.bands = 2, .rows = 2};
  EXPECT_EQ(candidate_pairs(sketches, banding, 4950, {}).size(), 4950);
  EXPECT_EQ(error_of([&] { (void)candidate_pairs(sketches, banding, 4949, {}); }),
            "there are more than max_pairs = 4949 candidates: ask for a greater similarity, or for "
            "groups of copies");
}

TEST(Candidates, RefuseHalfSketchesAndWideBands) {
  const Values values(7, 1);
  EXPECT_EQ(error_of([&] { check(SketchesView{values, 4}); }),
            "sketches must be of 4 hashes each, not 7 together");
  EXPECT_EQ(error_of([&] { check(SketchesView{values, 0}); }),
            "n_hashes must be at least 1, not 0");
  EXPECT_EQ(error_of([&] { (void)candidate_pairs({values, 7}, {3, 3}, kMany, {}); }),
            "bands times rows must be at most n_hashes: 3 times 3 is more than 7");
}

TEST(Candidates, EstimatesAreOfPairs) {
  const Values values = {1, 2, 3, 4, 1, 2, 3, 9, 5, 6, 7, 8};
  const SketchesView sketches{values, 4};
  EXPECT_EQ(estimated_jaccard(sketches, DocumentPairs{{0, 0}, {1, 2}}),
            (std::vector<double>{0.75, 0}));
  EXPECT_EQ(error_of([&] { (void)estimated_jaccard(sketches, DocumentPairs{{0}, {3}}); }),
            "pairs must be of documents in [0, 3), not 3");
  EXPECT_EQ(error_of([&] { (void)estimated_jaccard(sketches, DocumentPairs{{0}, {1, 2}}); }),
            "right must have the 1 documents that left has, not 2");
}

}  // namespace
}  // namespace broadsheet::similarity
