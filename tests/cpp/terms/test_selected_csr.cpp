#include "broadsheet/terms/selected_csr.hpp"

#include <algorithm>
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

template <typename Call>
std::string error_of(const Call& call) {
  try {
    (void)call();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

const Dense kSmall{{1, 0, 2}, {0, 0, 0}, {3, 4, 0}};

TEST(SelectedRows, ComeInTheOrderGivenWorkedByHand) {
  const Matrix matrix = to_csr<std::int32_t>(kSmall, 3);
  const auto selected = select_rows(matrix.view(), Longs{2, 1, 2}, {});
  EXPECT_EQ(to_dense(selected), (Dense{{3, 4, 0}, {0, 0, 0}, {3, 4, 0}}));
  EXPECT_EQ(select_rows(matrix.view(), Longs{}, {}).indptr, Longs{0});
  EXPECT_EQ(select_rows(matrix.view(), Longs{}, {}).n_columns, 3);
}

TEST(SelectedColumns, ComeInTheOrderGivenWorkedByHand) {
  const Matrix matrix = to_csr<std::int32_t>(kSmall, 3);
  EXPECT_EQ(to_dense(select_columns(matrix.view(), Ints{0, 2}, {})),
            (Dense{{1, 2}, {0, 0}, {3, 0}}));
  const auto swapped = select_columns(matrix.view(), Ints{2, 0}, {});
  EXPECT_EQ(to_dense(swapped), (Dense{{2, 1}, {0, 0}, {0, 3}}));
  EXPECT_EQ(swapped.indices, (Ints{0, 1, 1}));
  EXPECT_EQ(select_columns(matrix.view(), Ints{}, {}).indptr, (Longs{0, 0, 0, 0}));
  EXPECT_EQ(select_columns(Matrix().view(), Ints{}, {}).n_columns, 0);
}

TEST(SelectedCells, AgreeWithLookingUpEachOnAnyNumberOfThreads) {
  std::mt19937 random(4);
  const Dense dense = random_counts(1, 4000, 50);
  const auto matrix = to_csr<float>(dense, 50);
  Longs rows;
  for (int i = 0; i < 5000; ++i) rows.push_back(static_cast<std::int64_t>(random() % 4000));
  Ints columns(50);
  std::iota(columns.begin(), columns.end(), 0);
  std::ranges::shuffle(columns, random);
  columns.resize(20);
  for (const bool is_sorted : {false, true}) {
    if (is_sorted) std::ranges::sort(columns);
    Dense expected;
    for (const std::int64_t row : rows) {
      expected.emplace_back();
      for (const std::int32_t column : columns) {
        expected.back().push_back(
            dense[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
      }
    }
    for (const int n_threads : {1, 2, 8}) {
      const parallel::LoopOptions loop{.n_threads = n_threads};
      const auto some =
          select_columns(select_rows(matrix.view(), rows, loop).view(), columns, loop);
      EXPECT_NO_THROW(check_counts(some.view()));
      EXPECT_EQ(to_dense(some), expected);
    }
  }
}

TEST(SelectedLabels, ComeInTheOrderGiven) {
  const Labels labels{{0, 1, 1, 3}, "abc"};
  const Labels selected = select_labels(labels, Ints{2, 0, 1});
  EXPECT_EQ(selected.bytes, "bca");
  EXPECT_EQ(selected.offsets, (Longs{0, 2, 3, 3}));
}

TEST(SelectedCells, MustBeThere) {
  const Matrix matrix = to_csr<std::int32_t>(kSmall, 3);
  EXPECT_EQ(error_of([&] { return select_rows(matrix.view(), Longs{0, 3}, {}); }),
            "row 3 is out of range for 3 rows");
  EXPECT_EQ(error_of([&] { return select_rows(matrix.view(), Longs{-1}, {}); }),
            "row -1 is out of range for 3 rows");
  EXPECT_EQ(error_of([&] { return select_columns(matrix.view(), Ints{3}, {}); }),
            "column 3 is out of range for 3 columns");
  EXPECT_EQ(error_of([&] { return select_columns(matrix.view(), Ints{1, 0, 1}, {}); }),
            "columns must be different, since their terms are: column 1 comes again");
  EXPECT_EQ(error_of([&] { return select_labels({{0, 1}, "a"}, Ints{1}); }),
            "column 1 is out of range for 1 columns");
}

}  // namespace
}  // namespace broadsheet::terms
