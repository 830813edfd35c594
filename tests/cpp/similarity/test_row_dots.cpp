#include "broadsheet/similarity/row_dots.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(RowDots, AreOfTheRowLastHeld) {
  const auto matrix = matrix_of<float>({{1, 2, 0}, {0, 3, -1}, {5, 0, 0}});
  RowDots<float> dots(3);
  EXPECT_EQ(dots.dot(matrix.view(), 1), 0);
  dots.hold(matrix.view(), 0);
  EXPECT_EQ(dots.dot(matrix.view(), 0), 5);
  EXPECT_EQ(dots.dot(matrix.view(), 1), 6);
  EXPECT_EQ(dots.quick_dot(matrix.view(), 1), 6);
  dots.hold(matrix.view(), 1);
  EXPECT_EQ(dots.dot(matrix.view(), 1), 10);
  EXPECT_EQ(dots.dot(matrix.view(), 2), 0);
}

TEST(RowDots, AreSummedInTheOrderOfTheColumns) {
  // From the left, 1 is lost beside 2^60 before that is taken away; from the right it is not.
  const auto matrix = matrix_of<double>({{1, 0x1p60, -0x1p60, 1}, {1, 1, 1, 1}});
  RowDots<double> dots(4);
  dots.hold(matrix.view(), 0);
  EXPECT_EQ(dots.dot(matrix.view(), 1), 1);
}

TEST(RowDots, AreTheSameFromEitherSideAndQuickOnesNearThem) {
  std::mt19937_64 random(9);
  const auto matrix = random_matrix<double>(
      {.n_rows = 60, .n_columns = 90, .density = 0.9, .is_signed = true}, random);
  RowDots<double> one(90);
  RowDots<double> other(90);
  for (std::int64_t i = 0; i < 60; ++i) {
    for (std::int64_t j = 0; j < 60; ++j) {
      one.hold(matrix.view(), i);
      other.hold(matrix.view(), j);
      prefetch_row(matrix.view(), j);
      EXPECT_EQ(one.dot(matrix.view(), j), other.dot(matrix.view(), i));
      EXPECT_NEAR(one.quick_dot(matrix.view(), j), one.dot(matrix.view(), j), 1e-12);
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
