#include "broadsheet/similarity/postings.hpp"

#include <cmath>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

std::vector<std::size_t> rows(const Postings::Block& block) {
  std::vector<std::size_t> rows;
  for (const auto posting : block.postings) rows.push_back(Postings::row(posting));
  return rows;
}

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
  EXPECT_EQ(rows(block), (std::vector<std::size_t>{0, 2, 0}));
  const std::vector<float> weights{1, 1.5, 2};
  for (std::size_t i = 0; i < weights.size(); ++i) {
    EXPECT_NEAR(Postings::weight(block.postings[i]), weights[i],
                weights[i] * Postings::kWeightError);
  }
}

TEST(Postings, TakeNoMoreFromAWeightThanTheySay) {
  std::mt19937_64 random(5);
  std::uniform_real_distribution<float> exponent(-60, 0);
  for (int i = 0; i < 10'000; ++i) {
    const float weight = std::exp2(exponent(random)) * (i % 2 == 0 ? 1.0F : -1.0F);
    const std::size_t row = random() % Postings::kBlockRows;
    const auto posting = Postings::posting(row, weight);
    ASSERT_EQ(Postings::row(posting), row);
    ASSERT_LE(std::abs(Postings::weight(posting) - weight),
              std::abs(weight) * Postings::kWeightError);
  }
}

TEST(Postings, LeaveOutStoredZerosAndNotTinyWeights) {
  Matrix<double> matrix{.n_columns = 1};
  for (const double weight : {0.0, 1e-300, -0.0, 1.0}) matrix.add_row({{0, weight}});
  const std::vector<double> factors(4, 1);
  const std::vector<std::uint8_t> is_wanted{1};
  const Postings postings(matrix.view(), factors, is_wanted, {});
  EXPECT_EQ(rows(postings.blocks()[0]), (std::vector<std::size_t>{1, 3}));
}

TEST(Postings, CountRowsFromTheStartOfTheirBlock) {
  Matrix<float> matrix{.n_columns = 1};
  const std::int64_t n_rows = Postings::kBlockRows + 2;
  for (std::int64_t i = 0; i < n_rows; ++i) matrix.add_row({{0, static_cast<float>(i)}});
  const std::vector<double> factors(static_cast<std::size_t>(n_rows), 1);
  const std::vector<std::uint8_t> is_wanted{1};
  const Postings postings(matrix.view(), factors, is_wanted, {.n_threads = 2});
  ASSERT_EQ(postings.blocks().size(), 2);
  // Row 0 holds a zero.
  EXPECT_EQ(rows(postings.blocks()[0]).size(), Postings::kBlockRows - 1);
  EXPECT_EQ(rows(postings.blocks()[0]).back(), Postings::kBlockRows - 1);
  EXPECT_EQ(rows(postings.blocks()[1]), (std::vector<std::size_t>{0, 1}));
}

TEST(Postings, OfNoRowsAreNoBlocks) {
  const Matrix<float> matrix{.n_columns = 1};
  const std::vector<std::uint8_t> is_wanted{1};
  EXPECT_TRUE(Postings(matrix.view(), {}, is_wanted, {}).blocks().empty());
}

}  // namespace
}  // namespace broadsheet::similarity
