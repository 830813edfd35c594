#include "broadsheet/similarity/measure.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(Measure, SquaresAreSummedByRow) {
  const auto matrix = matrix_of<float>({{3, 4}, {0, 0}, {-2, 0}});
  EXPECT_EQ(row_masses(Measure::kCosine, matrix.view(), "rows"), (std::vector<double>{25, 0, 4}));
}

TEST(Measure, ScoresWorkedByHand) {
  EXPECT_EQ(score(Measure::kDot, -6, 4, 9), -6);
  EXPECT_EQ(score(Measure::kCosine, 3, 4, 9), 0.5);
  EXPECT_EQ(score(Measure::kCosine, 0, 0, 9), 0);
}

TEST(Measure, OfThreeNumbersWorkedByHand) {
  // 3 columns of 4 and of 6 are shared.
  EXPECT_EQ(score(Measure::kJaccard, 3, 4, 6), 3.0 / 7);
  EXPECT_EQ(score(Measure::kDice, 3, 4, 6), 0.6);
  EXPECT_EQ(score(Measure::kOverlap, 3, 4, 6), 0.75);
  EXPECT_EQ(score(Measure::kContainment, 3, 4, 6), 0.75);
  EXPECT_EQ(score(Measure::kContainment, 3, 6, 4), 0.5);
  EXPECT_EQ(score(Measure::kGeneralizedJaccard, 0.5, 1, 2), 0.2);
  for (const auto measure : kMeasures) EXPECT_EQ(score(measure, 0, 0, 0), 0);
}

TEST(Measure, IsReachedByTheLeastSumAndNotByALesserOne) {
  for (const auto measure : kMeasures) {
    if (part_of(measure) == Part::kProduct) continue;
    for (const double similarity : {0.1, 0.5, 0.8, 1.0}) {
      for (const double left : {1.0, 7.0, 30.0}) {
        for (const double right : {1.0, 5.0, 90.0}) {
          const double least = least_sum(measure, similarity, left)(left, right);
          EXPECT_NEAR(score(measure, least, left, right), similarity, 1e-12);
        }
      }
    }
  }
}

TEST(Measure, RefusesWeightsBelowZeroWhereLesserOnesAreSummed) {
  const auto matrix = matrix_of<double>({{1, 2}, {3, -2}});
  EXPECT_EQ(row_mass(Measure::kGeneralizedJaccard, matrix.view(), 0, "rows"), 3);
  EXPECT_EQ(row_mass(Measure::kJaccard, matrix.view(), 1, "rows"), 2);
  EXPECT_THROW((void)row_mass(Measure::kGeneralizedJaccard, matrix.view(), 1, "rows"),
               std::invalid_argument);
}

TEST(Measure, CosineOfARowWithItsCopyIsExactlyOne) {
  std::mt19937_64 random(1);
  const auto matrix = random_matrix<double>({.n_rows = 500, .n_columns = 40, .density = 1}, random);
  for (const double square : row_masses(Measure::kCosine, matrix.view(), "rows")) {
    if (square > 0) {
      EXPECT_EQ(score(Measure::kCosine, square, square, square), 1);
    }
  }
}

TEST(Measure, RefusesRowsWhoseSquaresLeaveTheRange) {
  const auto squares_of = [](auto weight) {
    const auto matrix = matrix_of<decltype(weight)>({{static_cast<double>(weight)}});
    return row_masses(Measure::kCosine, matrix.view(), "rows");
  };
  for (const double weight : {1e-160, 1e-76, 1e76, 1e160}) {
    EXPECT_THROW((void)squares_of(weight), std::invalid_argument);
  }
  for (const double weight : {1e-75, 1e75}) EXPECT_NO_THROW((void)squares_of(weight));
  for (const float weight : {1e-14F, 1e14F}) {
    EXPECT_THROW((void)squares_of(weight), std::invalid_argument);
  }
  for (const float weight : {1e-13F, 1e13F}) EXPECT_NO_THROW((void)squares_of(weight));
}

TEST(Measure, NamesTheFirstRowThatIsRefusedForAnyNumberOfThreads) {
  Matrix<double> matrix{.n_columns = 1};
  for (int i = 0; i < 2000; ++i) matrix.add_row({{0, i < 700 ? 1.0 : 1e200}});
  for (const int n_threads : {1, 8}) {
    try {
      (void)row_masses(Measure::kCosine, matrix.view(), "rows", {.n_threads = n_threads});
      FAIL();
    } catch (const std::invalid_argument& error) {
      EXPECT_STREQ(error.what(),
                   "the squares of a row of rows must sum to a number in [2**-500, 2**500], "
                   "not inf as in row 700");
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
