#include "broadsheet/similarity/pairs.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

using Indices = std::vector<std::int32_t>;

TEST(Pairs, OfSetsWorkedByHand) {
  // {0, 1, 2, 3}, {0, 1, 2}, {3}, {}.
  const auto matrix = matrix_of<double>({{1, 1, 2, 9}, {5, 1, 1, 0}, {0, 0, 0, 1}, {0, 0, 0, 0}});
  const auto found = [&](Measure measure, Pairing pairing) {
    return pairs(matrix.view(), matrix.view(),
                 {.min_similarity = 0.25, .measure = measure, .pairing = pairing});
  };
  const auto jaccard = found(Measure::kJaccard, Pairing::kLater);
  EXPECT_EQ(jaccard.left, (Indices{0, 0}));
  EXPECT_EQ(jaccard.right, (Indices{1, 2}));
  EXPECT_EQ(jaccard.scores, (std::vector<double>{0.75, 0.25}));
  EXPECT_EQ(found(Measure::kDice, Pairing::kLater).scores, (std::vector<double>{6.0 / 7, 0.4}));
  EXPECT_EQ(found(Measure::kOverlap, Pairing::kLater).scores, (std::vector<double>{1, 1}));
  const auto containment = found(Measure::kContainment, Pairing::kOthers);
  EXPECT_EQ(containment.left, (Indices{0, 0, 1, 2}));
  EXPECT_EQ(containment.right, (Indices{1, 2, 0, 0}));
  EXPECT_EQ(containment.scores, (std::vector<double>{0.75, 0.25, 1, 1}));
}

TEST(Pairs, OfWeightsWorkedByHand) {
  const auto left = matrix_of<double>({{3, 4, 0}, {0, 1, 1}});
  const auto right = matrix_of<double>({{4, 3, 0}, {1, 1, 6}});
  const auto all = [&](Measure measure) {
    return pairs(left.view(), right.view(), {.measure = measure}).scores;
  };
  EXPECT_EQ(all(Measure::kGeneralizedJaccard), (std::vector<double>{0.75, 2.0 / 13, 0.125, 0.25}));
  EXPECT_EQ(all(Measure::kDot), (std::vector<double>{24, 7, 3, 7}));
}

TEST(Pairs, AreTheSameBytesForAnyNumberOfThreads) {
  std::mt19937_64 random(5);
  const auto matrix = random_matrix<float>(
      {.n_rows = 700, .n_columns = 200, .density = 0.9, .share_copies = 0.1}, random);
  for (const auto measure : kMeasures) {
    for (const auto search : {Search::kScan, Search::kBlocks, Search::kPrefixes}) {
      PairsOptions options{
          .min_similarity = 0.4, .measure = measure, .pairing = Pairing::kLater, .search = search};
      const auto found = pairs(matrix.view(), matrix.view(), options);
      EXPECT_FALSE(found.left.empty());
      options.loop.n_threads = 8;
      const auto again = pairs(matrix.view(), matrix.view(), options);
      EXPECT_EQ(again.left, found.left);
      EXPECT_EQ(again.right, found.right);
      EXPECT_EQ(again.scores, found.scores);
    }
  }
}

TEST(Pairs, AreGivenUpWhenThereAreTooMany) {
  const auto matrix = matrix_of<double>({{1, 2}, {2, 1}, {1, 1}});
  for (const auto search : {Search::kScan, Search::kBlocks, Search::kPrefixes}) {
    PairsOptions options{
        .min_similarity = 0.5, .pairing = Pairing::kLater, .max_pairs = 3, .search = search};
    EXPECT_EQ(pairs(matrix.view(), matrix.view(), options).left, (Indices{0, 0, 1}));
    options.max_pairs = 2;
    try {
      (void)pairs(matrix.view(), matrix.view(), options);
      FAIL();
    } catch (const std::invalid_argument& error) {
      EXPECT_STREQ(error.what(),
                   "more than max_pairs = 2 pairs have a similarity of at least 0.5: "
                   "raise min_similarity or max_pairs");
    }
  }
}

TEST(Pairs, TellTheWatchTheNumberOfRowsAndStopWhenItThrows) {
  const auto matrix = matrix_of<float>({{1, 2}, {2, 1}, {1, 1}});
  for (const auto measure : {Measure::kCosine, Measure::kJaccard}) {
    for (const auto search : {Search::kScan, Search::kBlocks, Search::kPrefixes}) {
      std::vector<std::int64_t> told;
      PairsOptions options{.measure = measure, .search = search};
      options.loop.watch = [&](std::int64_t n_done) { told.push_back(n_done); };
      (void)pairs(matrix.view(), matrix.view(), options);
      ASSERT_FALSE(told.empty());
      EXPECT_EQ(told.front(), 0);
      EXPECT_EQ(told.back(), 3);
      options.loop.watch = [](std::int64_t n_done) {
        if (n_done > 0) throw std::runtime_error("stop");
      };
      EXPECT_THROW((void)pairs(matrix.view(), matrix.view(), options), std::runtime_error);
    }
  }
}

TEST(Pairs, RefuseWeightsBelowZeroWhereLesserOnesAreSummed) {
  const auto matrix = matrix_of<double>({{1, 2}, {2, -1}});
  try {
    (void)pairs(matrix.view(), matrix.view(), {.measure = Measure::kGeneralizedJaccard});
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(),
                 "generalized Jaccard needs weights of queries that are not negative: row 1, "
                 "column 1 holds -1");
  }
  EXPECT_THROW((void)pairs(matrix.view(), matrix.view(), {.max_pairs = -1}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::similarity
