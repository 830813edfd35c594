#include "broadsheet/similarity/simhash.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/hash.hpp"
#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

using Row = std::vector<double>;
using Hashes = std::vector<std::uint64_t>;

/// Rows as a matrix that owns its arrays.
struct Matrix {
  std::vector<std::int64_t> indptr = {0};
  std::vector<std::int32_t> indices;
  std::vector<double> values;
  std::int32_t n_columns = 0;

  explicit Matrix(const std::vector<Row>& rows) {
    for (const Row& row : rows) {
      n_columns = static_cast<std::int32_t>(row.size());
      for (std::size_t column = 0; column < row.size(); ++column) {
        if (row[column] == 0) continue;
        indices.push_back(static_cast<std::int32_t>(column));
        values.push_back(row[column]);
      }
      indptr.push_back(std::ssize(indices));
    }
  }
  [[nodiscard]] terms::CsrView<double> view() const { return {indptr, indices, values, n_columns}; }
};

Hashes sketches(const std::vector<Row>& rows, const Hashes& columns, std::uint64_t seed = 0) {
  const Matrix matrix(rows);
  const auto made = simhash(matrix.view(), columns, {.seed = seed});
  return {made.begin(), made.end()};
}

Hashes random_hashes(std::size_t n, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  Hashes hashes(n);
  std::ranges::generate(hashes, std::ref(random));
  return hashes;
}

/// The quantile of the normal distribution, by halving: no table and no formula for it.
double quantile(double share) {
  double low = -10;
  double high = 10;
  for (int step = 0; step < 100; ++step) {
    const double middle = (low + high) / 2;
    (std::erfc(-middle / std::numbers::sqrt2) / 2 < share ? low : high) = middle;
  }
  return low;
}

/// The definition, a bit at a time.
std::uint64_t slow_sketch(const Row& row, const Hashes& columns, std::uint64_t seed) {
  double greatest = 0;
  for (const double weight : row) greatest = std::max(greatest, std::abs(weight));
  if (greatest == 0) return 0;
  std::uint64_t bits = 0;
  for (std::uint64_t bit = 0; bit < 64; ++bit) {
    const std::uint64_t key = terms::mix_bits(seed + (bit / 8 + 1) * 0x9E3779B97F4A7C15);
    long double sum = 0;
    for (std::size_t column = row.size(); column-- > 0;) {
      const std::uint64_t hash = terms::mix_bits(columns[column] ^ key);
      const auto byte = static_cast<double>(hash >> (8 * (bit % 8)) & 0xFF);
      const double weight = std::round(row[column] * 0x1p20 / greatest);
      sum += weight * std::round(1024 * quantile((byte + 0.5) / 256));
    }
    if (sum > 0) bits |= std::uint64_t{1} << bit;
  }
  return bits;
}

TEST(SimHash, IsTheDefinition) {
  std::mt19937 random(1);
  const Hashes columns = random_hashes(30, 1);
  std::vector<Row> rows(20, Row(30));
  for (Row& row : rows) {
    for (double& weight : row) weight = random() % 2 == 0 ? 0 : static_cast<double>(random() % 9);
  }
  const Hashes made = sketches(rows, columns, 7);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(made[i], slow_sketch(rows[i], columns, 7)) << i;
  }
}

TEST(SimHash, OfARowOfZerosAloneIsZero) {
  const Hashes columns = random_hashes(3, 2);
  const Hashes made = sketches({{0, 0, 0}, {0, 0, 1}, {0, 0, -1}}, columns);
  EXPECT_EQ(made[0], 0);
  EXPECT_NE(made[1], 0);
  EXPECT_EQ(made[2], ~made[1]);
}

TEST(SimHash, DependsOnTheDirectionOfARowOnly) {
  const Hashes columns = random_hashes(4, 3);
  const Hashes made = sketches({{1, 2, 0, 5}, {4, 8, 0, 20}}, columns);
  EXPECT_EQ(made[0], made[1]);
  const Hashes reversed(columns.rbegin(), columns.rend());
  EXPECT_EQ(sketches({{5, 0, 2, 1}}, reversed)[0], made[0]);
  EXPECT_NE(sketches({{1, 2, 0, 5}}, columns, 1)[0], made[0]);
}

// Pairs of rows of few columns and of many, at several angles. With +1 and -1 as numbers the short
// rows would err: two columns of one weight, say, cancel each other in half of all bits.
TEST(SimHash, BitsDifferAsOftenAsTheAngleSays) {
  constexpr int kSeeds = 1500;
  const std::vector<std::pair<Row, Row>> pairs = {
      {{1, 0}, {0, 1}},
      {{1, 1, 0, 0}, {0, 0, 1, 1}},
      {{1, 1, 0}, {1, 0, 1}},
      {{3, 4, 0}, {4, 3, 0}},
      {{1, 1, 1, 1, 1, 1, 0, 0}, {0, 0, 1, 1, 1, 1, 1, 1}},
      {Row(50, 1.0),
       [] {
         Row row(50, 1.0);
         std::fill(row.begin(), row.begin() + 20, 0.0);
         return row;
       }()},
  };
  for (const auto& [left, right] : pairs) {
    const Hashes columns = random_hashes(left.size(), 4);
    double product = 0;
    double left_mass = 0;
    double right_mass = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
      product += left[i] * right[i];
      left_mass += left[i] * left[i];
      right_mass += right[i] * right[i];
    }
    const double angle = std::acos(product / std::sqrt(left_mass * right_mass));
    const double expected = angle / std::numbers::pi;
    double n_different = 0;
    double sum_of_squares = 0;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
      const Hashes made = sketches({left, right}, columns, seed);
      const auto distance = static_cast<double>(std::popcount(made[0] ^ made[1]));
      n_different += distance;
      sum_of_squares += (distance - 64 * expected) * (distance - 64 * expected);
    }
    const double variance = 64 * expected * (1 - expected);
    // Columns of one weight cancel each other in one bit of 256; hence a bias below 0.002.
    EXPECT_NEAR(n_different / kSeeds / 64, expected, 4 * std::sqrt(variance / kSeeds) / 64 + 0.002);
    EXPECT_LT(sum_of_squares / kSeeds, 1.2 * variance + 0.1);
  }
}

TEST(SimHash, IsTheSameForAnyNumberOfThreads) {
  std::mt19937 random(5);
  std::vector<Row> rows(700, Row(40));
  for (Row& row : rows) {
    for (double& weight : row) weight = random() % 4 == 0 ? static_cast<double>(random() % 9) : 0;
  }
  const Matrix matrix(rows);
  const Hashes columns = random_hashes(40, 5);
  EXPECT_EQ(simhash(matrix.view(), columns, {.loop = {.n_threads = 1}}),
            simhash(matrix.view(), columns, {.loop = {.n_threads = 3}}));
}

TEST(SimHash, HashesOfLabelsDependOnTheirBytesAndTheSeed) {
  const std::vector<std::int64_t> offsets = {0, 4, 8, 8};
  const Hashes hashes = label_hashes(offsets, "natonato", 3);
  ASSERT_EQ(hashes.size(), 3);
  EXPECT_EQ(hashes[0], hashes[1]);
  EXPECT_NE(hashes[0], hashes[2]);
  EXPECT_NE(hashes[0], label_hashes(offsets, "natonato", 4)[0]);
  EXPECT_TRUE(label_hashes(std::vector<std::int64_t>{0}, "", 0).empty());
}

TEST(SimHash, EstimatesTheCosineByTheAngle) {
  EXPECT_DOUBLE_EQ(estimated_cosine(0), 1);
  EXPECT_NEAR(estimated_cosine(32), 0, 1e-15);
  EXPECT_DOUBLE_EQ(estimated_cosine(64), -1);
  EXPECT_NEAR(estimated_cosine(16), std::numbers::sqrt2 / 2, 1e-15);
}

// The chance that at most d of 64 coins fall on one side, worked with whole numbers for fair ones.
TEST(SimHash, RecallIsThatOfIndependentBits) {
  EXPECT_DOUBLE_EQ(hamming_recall(0, 1), 1);
  EXPECT_NEAR(hamming_recall(0, 0), 0x1p-64, 1e-30);
  EXPECT_NEAR(hamming_recall(1, 0), 65 * 0x1p-64, 1e-30);
  EXPECT_NEAR(hamming_recall(31, 0), 0.5 * (1 - 1832624140942590534.0 * 0x1p-64), 1e-12);
  EXPECT_DOUBLE_EQ(hamming_recall(64, 0.3), 1);
  EXPECT_DOUBLE_EQ(hamming_recall(63, -1), 0);
  EXPECT_DOUBLE_EQ(hamming_recall(64, -1), 1);
}

TEST(SimHash, ChoosesTheLeastDistanceThatSuffices) {
  for (const double cosine : {0.1, 0.5, 0.8, 0.95, 0.999, 1.0}) {
    for (const double least : {0.01, 0.5, 0.95, 0.9999}) {
      const auto distance = choose_distance(cosine, least);
      EXPECT_GE(hamming_recall(distance, cosine), least);
      if (distance > 0) {
        EXPECT_LT(hamming_recall(distance - 1, cosine), least);
      }
    }
  }
  EXPECT_EQ(choose_distance(1, 0.95), 0);
}

TEST(SimHash, RefusesWhatItCannotDo) {
  EXPECT_EQ(error_of([] { (void)sketches({{1, 2}}, {1}); }),
            "columns must have a hash for each of the 2 columns, not 1");
  EXPECT_NE(error_of([] { (void)sketches({{1e-200, 0}}, {1, 2}); }).find("row 0"),
            std::string::npos);
  EXPECT_EQ(error_of([] { (void)estimated_cosine(65); }), "distance must lie in [0, 64], not 65");
  EXPECT_EQ(error_of([] { (void)hamming_recall(-1, 0); }), "distance must lie in [0, 64], not -1");
  EXPECT_EQ(error_of([] { (void)hamming_recall(1, 2); }), "cosine must lie in [-1, 1], not 2");
  EXPECT_EQ(error_of([] { (void)choose_distance(0, 0.5); }),
            "min_similarity must lie in (0, 1], not 0");
  EXPECT_EQ(error_of([] { (void)choose_distance(0.5, 1); }),
            "min_recall must lie in (0, 1), not 1");
}

}  // namespace
}  // namespace broadsheet::similarity
