#include "broadsheet/similarity/neighbors.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

using Indices = std::vector<std::int32_t>;

TEST(Neighbors, AreRankedByCosineWorkedByHand) {
  // The angles to row 0 are 45, 0 and 90 degrees.
  const auto matrix = matrix_of<float>({{1, 0}, {1, 1}, {3, 0}, {0, 2}});
  const auto found = nearest(matrix.view(), matrix.view(), {.k = 2, .pairing = Pairing::kOthers});
  EXPECT_EQ(found.indices, (Indices{2, 1, 0, 2, 0, 1, 1, -1}));
  EXPECT_FLOAT_EQ(found.scores[0], 1);
  EXPECT_FLOAT_EQ(found.scores[1], 1 / std::sqrt(2.0F));
  EXPECT_EQ(found.scores[7], 0);
}

TEST(Neighbors, AreRankedByDotProductWorkedByHand) {
  const auto queries = matrix_of<float>({{1, -2}});
  const auto candidates = matrix_of<float>({{5, 1}, {-4, -3}, {2, 1}, {0, -2}, {0, 0}});
  const auto found = nearest(queries.view(), candidates.view(), {.k = 4, .measure = Measure::kDot});
  EXPECT_EQ(found.indices, (Indices{3, 0, 1, -1}));
  EXPECT_EQ(found.scores, (std::vector<float>{4, 3, 2, 0}));
}

TEST(Neighbors, TieByTheSmallerRow) {
  const auto matrix = matrix_of<float>({{0, 1}, {1, 1}, {2, 2}, {1, 1}, {4, 4}, {1, 1}});
  const auto found = nearest(matrix.view(), matrix.view(), {.k = 3});
  EXPECT_EQ(Indices(found.indices.begin() + 3, found.indices.begin() + 6), (Indices{1, 2, 3}));
  EXPECT_EQ(found.scores[3], 1);
  EXPECT_EQ(found.scores[5], 1);
}

TEST(Neighbors, OfZeroRowsAreNone) {
  Matrix<float> matrix{.n_columns = 2};
  matrix.add_row({});
  matrix.add_row({{0, 0.0F}, {1, 0.0F}});
  matrix.add_row({{1, 2.0F}});
  for (const auto measure : {Measure::kCosine, Measure::kDot}) {
    const auto found = nearest(matrix.view(), matrix.view(), {.k = 1, .measure = measure});
    EXPECT_EQ(found.indices, (Indices{-1, -1, 2}));
  }
}

TEST(Neighbors, ReachMinSimilarityOrAreLeftOut) {
  const auto matrix = matrix_of<float>({{3, 4}, {4, 3}, {3, -1}});
  const auto at = [&](double least) {
    return nearest(matrix.view(), matrix.view(), {.k = 3, .min_similarity = least}).indices;
  };
  EXPECT_EQ(at(0.96), (Indices{0, 1, -1, 1, 0, -1, 2, -1, -1}));
  EXPECT_EQ(at(0.97), (Indices{0, -1, -1, 1, -1, -1, 2, -1, -1}));
}

TEST(Neighbors, OfNothingAreNothing) {
  const auto matrix = matrix_of<float>({{1, 2}});
  const Matrix<float> empty{.n_columns = 2};
  EXPECT_TRUE(nearest(empty.view(), matrix.view(), {}).indices.empty());
  EXPECT_EQ(nearest(matrix.view(), empty.view(), {.k = 2}).indices, (Indices{-1, -1}));
  const Matrix<float> without_columns{.indptr = {0, 0}};
  EXPECT_EQ(nearest(without_columns.view(), without_columns.view(), {.k = 1}).indices, Indices{-1});
}

template <typename Value>
class RandomNeighbors : public testing::Test {};
using Values = testing::Types<float, double>;
TYPED_TEST_SUITE(RandomNeighbors, Values);

TYPED_TEST(RandomNeighbors, EqualScanningWhenMostRowsArePassedOver) {
  std::mt19937_64 random(7);
  for (const bool is_signed : {false, true}) {
    for (const bool is_coarse : {false, true}) {
      Shape shape{.n_rows = 9000,
                  .n_columns = 120,
                  .density = 0.5,
                  .share_copies = 0.3,
                  .share_zero = 0.05,
                  .is_signed = is_signed,
                  .is_coarse = is_coarse};
      const auto candidates = random_matrix<TypeParam>(shape, random);
      shape.n_rows = 20;
      const auto queries = random_matrix<TypeParam>(shape, random);
      for (const auto measure : kMeasures) {
        if (is_signed && measure == Measure::kGeneralizedJaccard) continue;
        for (const std::int32_t k : {1, 10, 200}) {
          NeighborsOptions options{.k = k, .measure = measure, .search = Search::kScan};
          const auto scanned = nearest(queries.view(), candidates.view(), options);
          options.search = Search::kBlocks;
          const auto bounded = nearest(queries.view(), candidates.view(), options);
          EXPECT_EQ(bounded.indices, scanned.indices);
          EXPECT_EQ(bounded.scores, scanned.scores);
        }
      }
    }
  }
}

TEST(Neighbors, AreTheSameWhenManyBarelyCount) {
  // Half of the estimates are below the bar, few by more than they may be wrong.
  std::mt19937_64 random(12);
  const auto candidates = random_matrix<float>(
      {.n_rows = 27'000, .n_columns = 40, .density = 0.5, .is_signed = true}, random);
  const auto queries = random_matrix<float>(
      {.n_rows = 2, .n_columns = 40, .density = 0.9, .is_signed = true}, random);
  NeighborsOptions options{.k = 20'000, .min_similarity = 1e-6, .search = Search::kScan};
  const auto scanned = nearest(queries.view(), candidates.view(), options);
  options.search = Search::kBlocks;
  const auto bounded = nearest(queries.view(), candidates.view(), options);
  EXPECT_EQ(bounded.indices, scanned.indices);
  EXPECT_EQ(bounded.scores, scanned.scores);
}

TEST(Neighbors, AreTheSameWhenCandidatesAreScannedInSeveralBlocks) {
  Matrix<float> candidates{.n_columns = 150};
  std::mt19937_64 random(13);
  std::uniform_real_distribution<float> uniform(0, 1);
  std::vector<std::pair<std::int32_t, float>> row(150);
  for (int i = 0; i < 30'000; ++i) {
    for (std::int32_t c = 0; c < 150; ++c) {
      row[static_cast<std::size_t>(c)] = {c, uniform(random)};
    }
    candidates.add_row(row);
  }
  Matrix<float> queries{.n_columns = 150};
  for (const std::int64_t i : {0, 29'999, 15'000}) queries.add_row(candidates.row(i));
  std::vector<std::int64_t> told;
  NeighborsOptions options{.k = 20, .search = Search::kScan};
  options.loop.watch = [&](std::int64_t n_done) { told.push_back(n_done); };
  const auto scanned = nearest(queries.view(), candidates.view(), options);
  EXPECT_EQ(told.back(), 3);
  options.search = Search::kBlocks;
  const auto bounded = nearest(queries.view(), candidates.view(), options);
  EXPECT_EQ(bounded.indices, scanned.indices);
  EXPECT_EQ(bounded.scores, scanned.scores);
  EXPECT_EQ(scanned.indices[20], 29'999);
}

TEST(Neighbors, AreTheSameBytesForAnyNumberOfThreads) {
  std::mt19937_64 random(5);
  const auto matrix = random_matrix<float>(
      {.n_rows = 600, .n_columns = 200, .density = 0.9, .share_copies = 0.1}, random);
  for (const auto search : {Search::kScan, Search::kBlocks}) {
    const auto found = nearest(matrix.view(), matrix.view(), {.k = 7, .search = search});
    for (const int n_threads : {2, 8}) {
      const auto again =
          nearest(matrix.view(), matrix.view(),
                  {.k = 7, .search = search, .loop = {.n_threads = n_threads, .chunk_size = 1}});
      EXPECT_EQ(again.indices, found.indices);
      EXPECT_EQ(again.scores, found.scores);
    }
  }
}

TEST(Neighbors, TellTheWatchTheNumberOfRowsAndStopWhenItThrows) {
  const auto matrix = matrix_of<float>({{1, 2}, {2, 1}, {1, 1}});
  for (const auto search : {Search::kScan, Search::kBlocks}) {
    std::vector<std::int64_t> told;
    const auto watch = [&](std::int64_t n_done) { told.push_back(n_done); };
    (void)nearest(matrix.view(), matrix.view(), {.search = search, .loop = {.watch = watch}});
    ASSERT_FALSE(told.empty());
    EXPECT_EQ(told.front(), 0);
    EXPECT_EQ(told.back(), 3);
    const auto stop = [](std::int64_t n_done) {
      if (n_done > 0) throw std::runtime_error("stop");
    };
    EXPECT_THROW(
        (void)nearest(matrix.view(), matrix.view(), {.search = search, .loop = {.watch = stop}}),
        std::runtime_error);
  }
}

void expect_refused(const Matrix<double>& queries, const Matrix<double>& candidates,
                    const NeighborsOptions& options, const std::string& message) {
  try {
    (void)nearest(queries.view(), candidates.view(), options);
    FAIL() << "expected: " << message;
  } catch (const std::invalid_argument& error) {
    EXPECT_EQ(error.what(), message);
  }
}

TEST(Neighbors, SayWhatIsWrong) {
  const auto matrix = matrix_of<double>({{1, 2}, {1, 2}});
  expect_refused(matrix, matrix, {.k = 0}, "k must be at least 1, not 0");
  expect_refused(matrix, matrix, {.min_similarity = -0.5},
                 "min_similarity must be finite and not negative, not -0.5");
  expect_refused(matrix, matrix, {.min_similarity = std::nan("")},
                 "min_similarity must be finite and not negative, not nan");
  expect_refused(matrix_of<double>({{1, 2, 3}}), matrix, {},
                 "queries must have the 2 columns of candidates, not 3");
  expect_refused(matrix, matrix_of<double>({{1, 2}}), {.pairing = Pairing::kOthers},
                 "pairing needs each of the 2 queries among the candidates, which are 1");
  expect_refused(matrix_of<double>({{1, std::nan("")}}), matrix, {},
                 "values must be finite: row 0, column 1 holds nan");
  expect_refused(matrix, matrix_of<double>({{1, 2}, {1e200, 0}}), {},
                 "the squares of a row of candidates must sum to a number in "
                 "[2**-500, 2**500], not inf as in row 1");
  expect_refused(matrix_of<double>({{1e-200, 0}}), matrix, {},
                 "the squares of a row of queries must sum to a number in "
                 "[2**-500, 2**500], not 0 as in row 0");
}

}  // namespace
}  // namespace broadsheet::similarity
