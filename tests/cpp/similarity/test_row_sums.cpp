#include "broadsheet/similarity/row_sums.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(RowSums, AreOfTheRowLastHeld) {
  const auto matrix = matrix_of<float>({{1, 2, 0}, {0, 3, -1}, {5, 0, 0}});
  RowSums<float> sums(Part::kProduct, 3);
  EXPECT_EQ(sums.sum(matrix.view(), 1), 0);
  sums.hold(matrix.view(), 0);
  EXPECT_EQ(sums.sum(matrix.view(), 0), 5);
  EXPECT_EQ(sums.sum(matrix.view(), 1), 6);
  EXPECT_EQ(sums.quick_sum(matrix.view(), 1), 6);
  sums.hold(matrix.view(), 1);
  EXPECT_EQ(sums.sum(matrix.view(), 1), 10);
  EXPECT_EQ(sums.sum(matrix.view(), 2), 0);
}

TEST(RowSums, AreSummedInTheOrderOfTheColumns) {
  // From the left, 1 is lost beside 2^60 before that is taken away; from the right it is not.
  const auto matrix = matrix_of<double>({{1, 0x1p60, -0x1p60, 1}, {1, 1, 1, 1}});
  RowSums<double> sums(Part::kProduct, 4);
  sums.hold(matrix.view(), 0);
  EXPECT_EQ(sums.sum(matrix.view(), 1), 1);
}

TEST(RowSums, OfLesserWeightsWorkedByHand) {
  const auto matrix = matrix_of<double>({{1, 2, 0, 3}, {4, 0.5, 7, 3}});
  RowSums<double> sums(Part::kLesser, 4);
  sums.hold(matrix.view(), 0);
  EXPECT_EQ(sums.sum(matrix.view(), 1), 4.5);
  EXPECT_EQ(sums.quick_sum(matrix.view(), 1), 4.5);
}

TEST(RowSums, AreTheSameToTheLastBitWhereRowsAreNotHeldDense) {
  std::mt19937_64 random(6);
  const auto matrix = random_matrix<float>({.n_rows = 40, .n_columns = 70, .density = 0.9}, random);
  for (const auto part : {Part::kProduct, Part::kLesser}) {
    RowSums<float> dense(part, 70);
    RowSums<float> merged(part, 70, 69);
    for (std::int64_t i = 0; i < 40; ++i) {
      dense.hold(matrix.view(), i);
      merged.hold(matrix.view(), i);
      for (std::int64_t j = 0; j < 40; ++j) {
        EXPECT_EQ(merged.sum(matrix.view(), j), dense.sum(matrix.view(), j));
        EXPECT_NEAR(merged.quick_sum(matrix.view(), j), dense.quick_sum(matrix.view(), j), 1e-5);
      }
    }
  }
}

TEST(RowSums, AreTheSameFromEitherSideAndQuickOnesNearThem) {
  std::mt19937_64 random(9);
  const auto matrix = random_matrix<double>(
      {.n_rows = 60, .n_columns = 90, .density = 0.9, .is_signed = true}, random);
  RowSums<double> one(Part::kProduct, 90);
  RowSums<double> other(Part::kProduct, 90);
  for (std::int64_t i = 0; i < 60; ++i) {
    for (std::int64_t j = 0; j < 60; ++j) {
      one.hold(matrix.view(), i);
      other.hold(matrix.view(), j);
      prefetch_row(matrix.view(), j);
      EXPECT_EQ(one.sum(matrix.view(), j), other.sum(matrix.view(), i));
      EXPECT_NEAR(one.quick_sum(matrix.view(), j), one.sum(matrix.view(), j), 1e-12);
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
