#include "broadsheet/similarity/low_rank.hpp"

#include <cmath>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

/// The sum of squares of the frequent columns of a scaled row.
template <typename Value>
double frequent_square(const Matrix<Value>& matrix, const LowRank& low_rank, std::int64_t row,
                       double factor) {
  double square = 0;
  for (const auto& [column, value] : matrix.row(row)) {
    if (low_rank.is_rare()[static_cast<std::size_t>(column)] != 0) continue;
    square += std::pow(static_cast<double>(value) * factor, 2);
  }
  return square;
}

double product(const LowRank::Point& left, const LowRank::Point& right) {
  return std::inner_product(left.coordinates.begin(), left.coordinates.end(),
                            right.coordinates.begin(), 0.0);
}

TEST(LowRank, LeavesRareColumnsToTheCaller) {
  Matrix<float> matrix{.n_columns = 3};
  for (int i = 0; i < 100; ++i) {
    if (i < 4) {
      matrix.add_row({{0, 0.5F}, {1, 0.5F}});
    } else {
      matrix.add_row({{0, 0.5F}});
    }
  }
  const std::vector<double> factors(100, 1);
  const LowRank low_rank(matrix.view(), factors, 256);
  EXPECT_EQ(std::vector<std::uint8_t>(low_rank.is_rare().begin(), low_rank.is_rare().end()),
            (std::vector<std::uint8_t>{0, 1, 1}));
}

TEST(LowRank, TakesTheMostFrequentColumnsAndTheSmallerOfEquals) {
  const auto matrix = matrix_of<float>({{1, 1, 0, 1}, {0, 1, 0, 1}, {0, 1, 1, 1}});
  const std::vector<double> factors(3, 0.5);
  const LowRank low_rank(matrix.view(), factors, 3);
  EXPECT_EQ(std::vector<std::uint8_t>(low_rank.is_rare().begin(), low_rank.is_rare().end()),
            (std::vector<std::uint8_t>{0, 0, 1, 0}));
}

TEST(LowRank, IsExactForNoMoreColumnsThanItsRank) {
  const auto matrix = matrix_of<double>({{0.6, 0, 0.8}, {0, 1, 0}, {-0.5, 0.5, 0.5}});
  const std::vector<double> factors(3, 1);
  const LowRank low_rank(matrix.view(), factors, 256);
  const auto first = low_rank.point(matrix.view(), 0, 1);
  const auto last = low_rank.point(matrix.view(), 2, 1);
  EXPECT_NEAR(product(first, last), 0.1, 1e-6);
  EXPECT_LT(first.rest, 1e-5);
}

TEST(LowRank, PointOfARowWithoutFrequentColumnsIsZero) {
  Matrix<float> matrix{.n_columns = 50};
  for (int i = 0; i < 40; ++i) matrix.add_row({{i, 1.0F}, {45, 1.0F}});
  matrix.add_row({{3, 1.0F}});
  const std::vector<double> factors(41, 0.5);
  const LowRank low_rank(matrix.view(), factors, 256);
  EXPECT_EQ(low_rank.point(matrix.view(), 40, 0.5).rest, 0);
  EXPECT_EQ(low_rank.point(matrix.view(), 40, 0.5).coordinates, (LowRank::Point{}.coordinates));
  EXPECT_GT(low_rank.point(matrix.view(), 0, 0.5).rest, 0);
}

TEST(LowRank, BoundsTheProductsOfFrequentColumns) {
  std::mt19937_64 random(4);
  for (const bool is_signed : {false, true}) {
    const auto matrix = random_matrix<float>({.n_rows = 300,
                                              .n_columns = 400,
                                              .density = 1,
                                              .share_copies = 0.2,
                                              .share_zero = 0.1,
                                              .is_signed = is_signed},
                                             random);
    std::vector<double> factors;
    for (const double square : row_masses(Measure::kCosine, matrix.view(), "rows")) {
      factors.push_back(square > 0 ? 1 / std::sqrt(square) : 0);
    }
    const LowRank low_rank(matrix.view(), factors, 256);
    double mean_rest = 0;
    std::vector<LowRank::Point> points;
    for (std::int64_t i = 0; i < 300; ++i) {
      const double factor = factors[static_cast<std::size_t>(i)];
      points.push_back(low_rank.point(matrix.view(), i, factor));
      const double square = frequent_square(matrix, low_rank, i, factor);
      EXPECT_LE(square, product(points.back(), points.back()) +
                            std::pow(static_cast<double>(points.back().rest), 2) + 1e-6);
      mean_rest += static_cast<double>(points.back().rest) / 300;
    }
    EXPECT_LT(mean_rest, 0.95);
    for (std::int64_t i = 0; i < 300; i += 7) {
      for (std::int64_t j = 0; j < 300; ++j) {
        double exact = 0;
        std::vector<double> dense(400, 0);
        for (const auto& [column, value] : matrix.row(i)) {
          dense[static_cast<std::size_t>(column)] = static_cast<double>(value);
        }
        for (const auto& [column, value] : matrix.row(j)) {
          if (low_rank.is_rare()[static_cast<std::size_t>(column)] == 0) {
            exact += dense[static_cast<std::size_t>(column)] * static_cast<double>(value);
          }
        }
        exact *= factors[static_cast<std::size_t>(i)] * factors[static_cast<std::size_t>(j)];
        const auto& left = points[static_cast<std::size_t>(i)];
        const auto& right = points[static_cast<std::size_t>(j)];
        const double rests = static_cast<double>(left.rest) * static_cast<double>(right.rest);
        EXPECT_LE(std::abs(exact - product(left, right)), rests + 1e-6);
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
