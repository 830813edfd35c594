#include "broadsheet/similarity/upper_bounds.hpp"

#include <cmath>
#include <limits>
#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/similarity/row_sums.hpp"
#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

template <typename Value>
std::vector<double> unit_factors(const Matrix<Value>& matrix) {
  std::vector<double> factors;
  for (const double square : row_masses(Measure::kCosine, matrix.view(), "rows")) {
    factors.push_back(square > 0 ? 1 / std::sqrt(square) : 0);
  }
  return factors;
}

TEST(UpperBounds, AreNeverBelowTheProducts) {
  std::mt19937_64 random(11);
  for (const bool is_signed : {false, true}) {
    const auto matrix = random_matrix<float>({.n_rows = 9000,
                                              .n_columns = 150,
                                              .density = 0.9,
                                              .share_copies = 0.1,
                                              .share_zero = 0.05,
                                              .is_signed = is_signed},
                                             random);
    const auto factors = unit_factors(matrix);
    const UpperBounds bounds(matrix.view(), factors, 64, {.n_threads = 2});
    ASSERT_EQ(bounds.n_blocks(), 2);
    for (const std::int64_t first : {0, 4000}) {
      std::vector<UpperBounds::Query> queries;
      for (std::int64_t i = 0; i < 3; ++i) {
        queries.push_back(
            bounds.query(matrix.view(), first + i, factors[static_cast<std::size_t>(first + i)]));
      }
      const std::vector<const UpperBounds::Query*> pointers{&queries[0], &queries[1], &queries[2]};
      std::vector<UpperBounds::Estimates> estimates(3);
      RowSums<float> sums(Part::kProduct, 150);
      for (std::size_t block = 0; block < 2; ++block) {
        bounds.estimate(block, pointers, estimates);
        const std::size_t begin = block * UpperBounds::kBlockRows;
        for (std::size_t q = 0; q < 3; ++q) {
          const auto row = first + static_cast<std::int64_t>(q);
          sums.hold(matrix.view(), row);
          for (std::size_t i = 0; i < estimates[q].values.size(); ++i) {
            const float bound =
                UpperBounds::bound(queries[q], estimates[q].values[i], bounds.rests(block)[i]);
            ASSERT_LE(bound, estimates[q].tiles[i / UpperBounds::kTileRows] + 1e-6F);
            if (begin + i >= 9000) {
              EXPECT_EQ(bound, -std::numeric_limits<float>::infinity());
              continue;
            }
            const double exact = sums.sum(matrix.view(), static_cast<std::int64_t>(begin + i)) *
                                 factors[static_cast<std::size_t>(row)] * factors[begin + i];
            ASSERT_GE(static_cast<double>(bound), exact);
            ASSERT_LE(static_cast<double>(estimates[q].values[i]) -
                          static_cast<double>(queries[q].point.rest) *
                              static_cast<double>(bounds.rests(block)[i]) -
                          static_cast<double>(queries[q].slack),
                      exact);
          }
        }
      }
    }
  }
}

TEST(UpperBounds, VisitTheRowsThatShareARareColumn) {
  Matrix<float> matrix{.n_columns = 60};
  for (int i = 0; i < 50; ++i) matrix.add_row({{i / 2, 1.0F}, {55, 1.0F}});
  const auto factors = unit_factors(matrix);
  const UpperBounds bounds(matrix.view(), factors, 64, {});
  std::set<std::size_t> rows;
  bounds.for_each_posting(0, bounds.query(matrix.view(), 8, 1),
                          [&](std::size_t row) { rows.insert(row); });
  EXPECT_EQ(rows, (std::set<std::size_t>{8, 9}));
}

}  // namespace
}  // namespace broadsheet::similarity
