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
  for (const double weight : {1e-160, 1e-76, 1e76, 1e160}) {
    EXPECT_THROW((void)row_squares(matrix_of<double>({{weight}}).view(), "rows"),
                 std::invalid_argument);
  }
  for (const double weight : {1e-75, 1e75}) {
    EXPECT_NO_THROW((void)row_squares(matrix_of<double>({{weight}}).view(), "rows"));
  }
}

}  // namespace
}  // namespace broadsheet::similarity
