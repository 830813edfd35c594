#include "broadsheet/similarity/measure.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(Measure, SquaresAreSummedByRow) {
  const auto matrix = matrix_of<float>({{3, 4}, {0, 0}, {-2, 0}});
  EXPECT_EQ(row_squares(matrix.view(), "rows"), (std::vector<double>{25, 0, 4}));
}

TEST(Measure, ScoresWorkedByHand) {
  EXPECT_EQ(score(Measure::kDot, -6, 4, 9), -6);
  EXPECT_EQ(score(Measure::kCosine, 3, 4, 9), 0.5);
  EXPECT_EQ(score(Measure::kCosine, 0, 0, 9), 0);
}

TEST(Measure, CosineOfARowWithItsCopyIsExactlyOne) {
  std::mt19937_64 random(1);
  const auto matrix = random_matrix<double>({.n_rows = 500, .n_columns = 40, .density = 1}, random);
  for (const double square : row_squares(matrix.view(), "rows")) {
    if (square > 0) {
      EXPECT_EQ(score(Measure::kCosine, square, square, square), 1);
    }
  }
}

TEST(Measure, RefusesRowsWhoseSquaresLeaveTheRange) {
  const auto squares_of = [](auto weight) {
    const auto matrix = matrix_of<decltype(weight)>({{static_cast<double>(weight)}});
    return row_squares(matrix.view(), "rows");
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
      (void)row_squares(matrix.view(), "rows", {.n_threads = n_threads});
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
