#include "broadsheet/similarity/cosines.hpp"

#include <cmath>
#include <random>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::similarity {
namespace {

TEST(Cosines, WorkedByHand) {
  const std::vector<std::int64_t> indptr = {0, 2, 4, 4, 5};
  const std::vector<std::int32_t> indices = {0, 1, 0, 1, 2};
  const std::vector<double> values = {3, 4, 4, 3, -2};
  const terms::CsrView<double> matrix{indptr, indices, values, 3};
  const DocumentPairs pairs{{0, 0, 0, 0, 2, 3}, {0, 1, 2, 3, 2, 3}};
  EXPECT_EQ(cosines(matrix, pairs, {}), (std::vector<double>{1, 0.96, 0, 0, 0, 1}));
}

TEST(Cosines, AreThoseOfDenseRowsForAnyNumberOfThreads) {
  constexpr std::int32_t kRows = 40;
  constexpr std::int32_t kColumns = 12;
  std::mt19937 random(3);
  std::vector<std::vector<double>> dense(kRows, std::vector<double>(kColumns));
  std::vector<std::int64_t> indptr = {0};
  std::vector<std::int32_t> indices;
  std::vector<float> values;
  for (auto& row : dense) {
    for (std::int32_t column = 0; column < kColumns; ++column) {
      if (random() % 3 != 0) continue;
      const float value = static_cast<float>(random() % 1000) / 100 - 5;
      row[static_cast<std::size_t>(column)] = static_cast<double>(value);
      indices.push_back(column);
      values.push_back(value);
    }
    indptr.push_back(std::ssize(indices));
  }
  DocumentPairs pairs;
  std::vector<double> expected;
  for (std::size_t i = 0; i < dense.size(); ++i) {
    for (std::size_t j = 0; j < dense.size(); ++j) {
      double sum = 0;
      double left = 0;
      double right = 0;
      for (std::size_t c = 0; c < kColumns; ++c) {
        sum += dense[i][c] * dense[j][c];
        left += dense[i][c] * dense[i][c];
        right += dense[j][c] * dense[j][c];
      }
      pairs.left.push_back(static_cast<std::int32_t>(i));
      pairs.right.push_back(static_cast<std::int32_t>(j));
      expected.push_back(left * right == 0 ? 0 : sum / std::sqrt(left * right));
    }
  }
  const terms::CsrView<float> matrix{indptr, indices, values, kColumns};
  const auto found = cosines(matrix, pairs, {});
  for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-12);
  EXPECT_EQ(cosines(matrix, pairs, {.n_threads = 3}), found);
}

TEST(Cosines, RefuseRowsThatThereAreNot) {
  const std::vector<std::int64_t> indptr = {0, 1};
  const std::vector<std::int32_t> indices = {0};
  const std::vector<double> values = {1};
  const terms::CsrView<double> matrix{indptr, indices, values, 1};
  try {
    (void)cosines(matrix, DocumentPairs{{0}, {1}}, {});
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "pairs must be of documents in [0, 1), not 1");
  }
}

}  // namespace
}  // namespace broadsheet::similarity
