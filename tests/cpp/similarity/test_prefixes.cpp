#include "broadsheet/similarity/prefixes.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

std::vector<std::int32_t> columns_of(const Prefixes& prefixes, std::int64_t row) {
  std::vector<std::int32_t> columns;
  for (const auto& entry : prefixes.row(row)) columns.push_back(entry.column);
  return columns;
}

TEST(Prefixes, AreTheRarestColumnsWorkedByHand) {
  // Of five columns, that 4, 0, 3, 2 and 2 rows hold: column 1 is not to be shared.
  const auto matrix = matrix_of<double>({{1, 1, 1, 1, 1}, {1, 1, 0, 0, 0}});
  const std::vector<std::int32_t> n_rows = {4, 0, 3, 2, 2};
  const std::vector<double> ones = {1, 1};
  // What is left of four columns that count is 4, 3, 2, 1: less than 2.5 from the third on.
  const std::vector<double> needs = {2.5, 1.5};
  const Prefixes prefixes(Part::kPresence, matrix.view(), n_rows, {ones, needs}, {});
  EXPECT_EQ(columns_of(prefixes, 0), (std::vector<std::int32_t>{3, 4}));
  EXPECT_FLOAT_EQ(prefixes.row(0)[0].rest, 3);
  EXPECT_FLOAT_EQ(prefixes.row(0)[1].rest, 2);
  EXPECT_TRUE(prefixes.row(1).empty());  // It can add 1 and would have to add 1.5.
}

TEST(Prefixes, OfProductsEndWhereTheLengthOfTheRestIsTooShort) {
  const auto matrix = matrix_of<double>({{-3, 4, 12}});
  const std::vector<std::int32_t> n_rows = {9, 2, 5};
  const std::vector<double> factors = {1.0 / 13};
  const auto columns = [&](double need) {
    const std::vector<double> needs = {need};
    return columns_of({Part::kProduct, matrix.view(), n_rows, {factors, needs}, {}}, 0);
  };
  // Lengths of what is left: 1, sqrt(153) / 13, 3 / 13.
  EXPECT_EQ(columns(0.96), (std::vector<std::int32_t>{1}));
  EXPECT_EQ(columns(0.95), (std::vector<std::int32_t>{1, 2}));
  EXPECT_EQ(columns(0.24), (std::vector<std::int32_t>{1, 2}));
  EXPECT_EQ(columns(0.23), (std::vector<std::int32_t>{1, 2, 0}));
}

TEST(Prefixes, AreFoundByColumn) {
  Matrix<double> matrix{.n_columns = 3};
  for (int i = 0; i < 1200; ++i) matrix.add_row({{i % 3, 2.0}});
  const std::vector<std::int32_t> n_rows(3, 400);
  const std::vector<double> ones(1200, 1);
  const Prefixes prefixes(Part::kLesser, matrix.view(), n_rows, {ones, ones}, {.n_threads = 3});
  const PrefixPostings postings(prefixes, 3);
  for (std::int32_t column = 0; column < 3; ++column) {
    const auto found = postings.column(column);
    ASSERT_EQ(found.size(), 400);
    for (std::size_t i = 0; i < found.size(); ++i) {
      EXPECT_EQ(found[i].row, static_cast<std::int32_t>(3 * i) + column);
      EXPECT_EQ(found[i].weight, 2);
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
