#include "broadsheet/terms/grouped_csr.hpp"

#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "terms/csr_samples.hpp"

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;
using Longs = std::vector<std::int64_t>;
using Matrix = Csr<std::int32_t>;

template <typename Call>
std::string error_of(const Call& call) {
  try {
    (void)call();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

TEST(GroupedRows, AreSumsWorkedByHand) {
  const Matrix matrix = to_csr<std::int32_t>({{1, 0, 2}, {0, 5, 0}, {3, 4, 0}, {9, 9, 9}}, 3);
  const auto sums = group_rows(matrix.view(), Ints{2, 0, 2, -1}, 3, {});
  EXPECT_EQ(to_dense(sums), (Dense{{0, 5, 0}, {0, 0, 0}, {4, 4, 2}}));
  EXPECT_EQ(sums.indptr, (Longs{0, 1, 1, 4}));
  EXPECT_EQ(group_rows(Matrix().view(), Ints{}, 0, {}).indptr, Longs{0});
  EXPECT_EQ(group_rows(matrix.view(), Ints{-1, -1, -1, -1}, 0, {}).n_columns, 3);
}

TEST(GroupedRows, OfFractionsAreAddedInDoubleAndRoundedOnce) {
  const float small = std::numeric_limits<float>::epsilon() / 2;
  const auto matrix = to_csr<float>({{1}, {small}, {small}}, 1);
  EXPECT_EQ(group_rows(matrix.view(), Ints{0, 0, 0}, 1, {}).values[0], 1 + 2 * small);
}

TEST(GroupedRows, AgreeWithAddingEachCellOnAnyNumberOfThreads) {
  std::mt19937 random(6);
  const Dense dense = random_counts(1, 3000, 70);
  const auto matrix = to_csr<std::int32_t>(dense, 70);
  for (const std::int32_t n_groups : {1, 3, 500, 5000}) {
    Ints groups;
    Dense expected(static_cast<std::size_t>(n_groups), std::vector<double>(70));
    for (const std::vector<double>& row : dense) {
      groups.push_back(static_cast<std::int32_t>(random() % static_cast<unsigned>(n_groups + 1)) -
                       1);
      if (groups.back() < 0) continue;
      for (std::size_t column = 0; column < row.size(); ++column) {
        expected[static_cast<std::size_t>(groups.back())][column] += row[column];
      }
    }
    for (const int n_threads : {1, 2, 8}) {
      const auto sums = group_rows(matrix.view(), groups, n_groups, {.n_threads = n_threads});
      EXPECT_NO_THROW(check_counts(sums.view()));
      EXPECT_EQ(to_dense(sums), expected);
    }
  }
}

TEST(GroupedRows, RefuseWhatDoesNotFit) {
  const std::int32_t most = std::numeric_limits<std::int32_t>::max();
  const Matrix matrix = to_csr<std::int32_t>({{0, 1}, {0, static_cast<double>(most)}}, 2);
  EXPECT_EQ(error_of([&] { return group_rows(matrix.view(), Ints{1, 1}, 2, {}); }),
            "sums of counts must be below 2**31: group 1, column 1 sums to 2147483648");
  EXPECT_EQ(group_rows(matrix.view(), Ints{1, 0}, 2, {}).values, (Ints{most, 1}));
  EXPECT_EQ(error_of([&] { return group_rows(matrix.view(), Ints{0}, 2, {}); }),
            "groups must be one a row, 2, not 1");
  EXPECT_EQ(error_of([&] { return group_rows(matrix.view(), Ints{0, 2}, 2, {}); }),
            "groups must lie in [-1, 2), not be 2 as of row 1");
  EXPECT_EQ(error_of([&] { return group_rows(matrix.view(), Ints{-2, 0}, 2, {}); }),
            "groups must lie in [-1, 2), not be -2 as of row 0");
  EXPECT_EQ(error_of([&] { return group_rows(matrix.view(), Ints{0, 0}, -1, {}); }),
            "n_groups must not be negative, not -1");
}

}  // namespace
}  // namespace broadsheet::terms
