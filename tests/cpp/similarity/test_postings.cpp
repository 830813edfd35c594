#include "broadsheet/similarity/postings.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(Postings, HoldTheRowsOfEachColumnWorkedByHand) {
  Matrix<float> matrix{.n_columns = 3};
  matrix.add_row({{0, 1.0F}, {2, 2.0F}});
  matrix.add_row({});
  matrix.add_row({{0, 3.0F}, {1, 0.0F}});
  const Postings<float> postings(matrix.view(), {});
  ASSERT_EQ(postings.blocks().size(), 1);
  const auto& block = postings.blocks()[0];
  EXPECT_EQ(block.begin, 0);
  EXPECT_EQ(block.n_rows, 3);
  EXPECT_EQ(block.offsets, (std::vector<std::uint32_t>{0, 2, 2, 3}));
  EXPECT_EQ(block.rows, (std::vector<std::uint16_t>{0, 2, 0}));
  EXPECT_EQ(block.values, (std::vector<float>{1, 3, 2}));
}

TEST(Postings, CountRowsFromTheStartOfTheirBlock) {
  Matrix<float> matrix{.n_columns = 1};
  const std::int64_t n_rows = Postings<float>::kBlockRows + 2;
  for (std::int64_t i = 0; i < n_rows; ++i) matrix.add_row({{0, static_cast<float>(i)}});
  const Postings<float> postings(matrix.view(), {.n_threads = 2});
  ASSERT_EQ(postings.blocks().size(), 2);
  EXPECT_EQ(postings.blocks()[0].rows.size(), Postings<float>::kBlockRows - 1);
  EXPECT_EQ(postings.blocks()[0].rows.back(), Postings<float>::kBlockRows - 1);
  EXPECT_EQ(postings.blocks()[1].begin, Postings<float>::kBlockRows);
  EXPECT_EQ(postings.blocks()[1].rows, (std::vector<std::uint16_t>{0, 1}));
}

TEST(Postings, OfNoRowsAreNoBlocks) {
  const Matrix<float> matrix{.n_columns = 3};
  EXPECT_TRUE(Postings<float>(matrix.view(), {}).blocks().empty());
}

}  // namespace
}  // namespace broadsheet::similarity
