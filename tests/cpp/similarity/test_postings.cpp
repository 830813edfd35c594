#include "broadsheet/similarity/postings.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(Postings, HoldTheRowsOfEachWantedColumnWorkedByHand) {
  Matrix<double> matrix{.n_columns = 4};
  matrix.add_row({{0, 1.0}, {2, 2.0}, {3, 7.0}});
  matrix.add_row({});
  matrix.add_row({{0, 3.0}, {3, 7.0}});
  const std::vector<double> factors{1, 1, 0.5};
  const std::vector<std::uint8_t> is_wanted{1, 1, 1, 0};
  const Postings postings(matrix.view(), factors, is_wanted, {});
  ASSERT_EQ(postings.blocks().size(), 1);
  const auto& block = postings.blocks()[0];
  EXPECT_EQ(block.offsets, (std::vector<std::uint32_t>{0, 2, 2, 3, 3}));
  EXPECT_EQ(block.rows, (std::vector<std::uint16_t>{0, 2, 0}));
  EXPECT_EQ(block.weights, (std::vector<float>{1, 1.5, 2}));
}

TEST(Postings, CountRowsFromTheStartOfTheirBlock) {
  Matrix<float> matrix{.n_columns = 1};
  const std::int64_t n_rows = Postings::kBlockRows + 2;
  for (std::int64_t i = 0; i < n_rows; ++i) matrix.add_row({{0, static_cast<float>(i)}});
  const std::vector<double> factors(static_cast<std::size_t>(n_rows), 1);
  const std::vector<std::uint8_t> is_wanted{1};
  const Postings postings(matrix.view(), factors, is_wanted, {.n_threads = 2});
  ASSERT_EQ(postings.blocks().size(), 2);
  EXPECT_EQ(postings.blocks()[0].rows.size(), Postings::kBlockRows);
  EXPECT_EQ(postings.blocks()[0].rows.back(), Postings::kBlockRows - 1);
  EXPECT_EQ(postings.blocks()[1].rows, (std::vector<std::uint16_t>{0, 1}));
  EXPECT_EQ(postings.blocks()[1].weights.back(), static_cast<float>(Postings::kBlockRows + 1));
}

TEST(Postings, OfNoRowsAreNoBlocks) {
  const Matrix<float> matrix{.n_columns = 1};
  const std::vector<std::uint8_t> is_wanted{1};
  EXPECT_TRUE(Postings(matrix.view(), {}, is_wanted, {}).blocks().empty());
}

}  // namespace
}  // namespace broadsheet::similarity
