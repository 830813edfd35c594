#include "broadsheet/terms/joined_csr.hpp"

#include <algorithm>
#include <memory>
#include <numeric>
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

NewNumbers numbers(Ints columns) {
  return std::make_shared<const Ints>(std::move(columns));
}

std::string error_of(const Matrix& matrix, const std::vector<NewNumbers>& new_columns) {
  try {
    (void)join_rows<std::int32_t>(std::vector{matrix.view()}, new_columns, 3, {});
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(JoinedRows, KeepTheOrderOfColumnsWorkedByHand) {
  const Matrix one = to_csr<std::int32_t>({{1, 0}, {2, 3}}, 2);
  const Matrix two = to_csr<std::int32_t>({{4, 5, 6}}, 3);
  const auto joined = join_rows<std::int32_t>(std::vector{one.view(), two.view()},
                                              std::vector{NewNumbers(), numbers({3, 0, 2})}, 4, {});
  EXPECT_EQ(joined.indptr, (Longs{0, 1, 3, 6}));
  EXPECT_EQ(joined.indices, (Ints{0, 0, 1, 0, 2, 3}));
  EXPECT_EQ(joined.values, (Ints{1, 2, 3, 5, 6, 4}));
  EXPECT_EQ(joined.n_columns, 4);
}

TEST(JoinedRows, AgreeWithCopyingEachCellOnAnyNumberOfThreads) {
  std::mt19937 random(2);
  for (const bool is_shuffled : {false, true}) {
    constexpr std::size_t kWidth = 60;
    Dense expected;
    std::vector<Csr<double>> parts;
    std::vector<NewNumbers> new_columns;
    for (unsigned part = 0; part < 9; ++part) {
      const std::size_t n_columns = random() % 40;
      const Dense dense = random_counts(part, part % 3 == 2 ? 0 : random() % 3000, n_columns);
      Ints columns(kWidth);
      std::iota(columns.begin(), columns.end(), 0);
      std::ranges::shuffle(columns, random);
      columns.resize(n_columns);
      if (!is_shuffled) std::ranges::sort(columns);
      for (const std::vector<double>& row : dense) {
        expected.emplace_back(kWidth);
        for (std::size_t column = 0; column < n_columns; ++column) {
          expected.back()[static_cast<std::size_t>(columns[column])] = row[column];
        }
      }
      parts.push_back(to_csr<double>(dense, static_cast<std::int32_t>(n_columns)));
      new_columns.push_back(numbers(columns));
    }
    std::vector<CsrView<double>> views;
    for (const auto& part : parts) views.push_back(part.view());
    for (const int n_threads : {1, 2, 8}) {
      const auto joined = join_rows<double>(views, new_columns, kWidth, {.n_threads = n_threads});
      EXPECT_NO_THROW(check_counts(joined.view()));
      EXPECT_EQ(to_dense(joined), expected);
    }
  }
}

TEST(JoinedRows, RefuseColumnsThatDoNotFit) {
  const Matrix matrix = to_csr<std::int32_t>({{1, 2, 3, 4}}, 4);
  EXPECT_EQ(error_of(matrix, {nullptr}), "part 0 must have at most 3 columns, not 4");
  EXPECT_EQ(error_of(matrix, {}), "new_columns must be of 1 parts, not of 0");
  EXPECT_EQ(error_of(matrix, {numbers({0, 1})}),
            "new_columns of part 0 must be of 4 columns, not of 2");
  EXPECT_EQ(error_of(matrix, {numbers({0, 1, 2, 3})}),
            "new_columns of part 0 must lie in [0, 3), not be 3");
  EXPECT_EQ(error_of(matrix, {numbers({0, 1, 2, -1})}),
            "new_columns of part 0 must lie in [0, 3), not be -1");
}

}  // namespace
}  // namespace broadsheet::terms
