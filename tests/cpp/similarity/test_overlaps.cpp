#include "broadsheet/similarity/overlaps.hpp"

#include <set>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(Overlaps, AreTheColumnsThatBothHoldWorkedByHand) {
  Matrix<double> matrix{.n_columns = 4};
  matrix.add_row({{0, 1.0}, {2, -3.0}});
  matrix.add_row({{0, 0.0}, {2, 1.0}, {3, 1.0}});  // Column 0 holds a stored zero.
  matrix.add_row({});
  const Overlaps overlaps(matrix.view(), {});
  std::vector<std::int32_t> counts(Overlaps::kBlockRows, -1);
  overlaps.count(0, overlaps.query(matrix.view(), 0), counts);
  EXPECT_EQ(std::vector(counts.begin(), counts.begin() + 4),
            (std::vector<std::int32_t>{2, 1, 0, 0}));
  overlaps.count(0, overlaps.query(matrix.view(), 1), counts);
  EXPECT_EQ(std::vector(counts.begin(), counts.begin() + 4),
            (std::vector<std::int32_t>{1, 2, 0, 0}));
}

TEST(Overlaps, OfFrequentAndRareColumnsEqualThoseOfSets) {
  // Thousands of columns that all rows of some kinds hold, and as many rare ones, in two blocks.
  Matrix<float> matrix{.n_columns = 6000};
  std::vector<std::set<std::int32_t>> sets;
  std::mt19937_64 random(2);
  for (int i = 0; i < 8500; ++i) {
    std::set<std::int32_t> columns;
    if (i % 100 == 0) {
      for (std::int32_t c = i / 100; c < 6000; c += 1 + i % 7) columns.insert(c);
    }
    for (int n = 0; n < 20; ++n) {
      columns.insert(std::uniform_int_distribution<std::int32_t>(0, 5999)(random));
    }
    std::vector<std::pair<std::int32_t, float>> row;
    for (const auto column : columns) row.emplace_back(column, 1.0F);
    matrix.add_row(row);
    sets.push_back(columns);
  }
  const Overlaps overlaps(matrix.view(), {.n_threads = 2});
  ASSERT_EQ(overlaps.n_blocks(), 2);
  std::vector<std::int32_t> counts(Overlaps::kBlockRows);
  for (const std::int64_t query : {0, 100, 700, 8499}) {
    for (std::size_t block = 0; block < 2; ++block) {
      overlaps.count(block, overlaps.query(matrix.view(), query), counts);
      for (std::size_t i = 0; i < counts.size(); ++i) {
        const std::size_t row = block * Overlaps::kBlockRows + i;
        std::int32_t expected = 0;
        if (row < sets.size()) {
          for (const auto column : sets[static_cast<std::size_t>(query)]) {
            expected += sets[row].contains(column) ? 1 : 0;
          }
        }
        ASSERT_EQ(counts[i], expected) << "rows " << query << " and " << row;
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
