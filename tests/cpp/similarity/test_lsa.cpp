#include "broadsheet/similarity/lsa.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <random>
#include <vector>

#include <gtest/gtest.h>
#include <Eigen/SVD>

#include "errors.hpp"
#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

Eigen::MatrixXd dense(const Matrix<float>& matrix) {
  Eigen::MatrixXd values = Eigen::MatrixXd::Zero(matrix.n_rows(), matrix.n_columns);
  for (std::int64_t row = 0; row < matrix.n_rows(); ++row) {
    for (const auto& [column, value] : matrix.row(row)) {
      values(row, column) = static_cast<double>(value);
    }
  }
  return values;
}

Eigen::VectorXd true_singular_values(const Matrix<float>& matrix) {
  return Eigen::BDCSVD<Eigen::MatrixXd>(dense(matrix)).singularValues();
}

Eigen::MatrixXd by_rows(const LargeArray<float>& values, Eigen::Index n_rows) {
  using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
  const Eigen::Index n_columns = std::ssize(values) / n_rows;
  return Eigen::Map<const Rows>(values.data(), n_rows, n_columns).cast<double>();
}

Matrix<float> random_of(std::int64_t n_rows, std::int32_t n_columns, std::uint64_t seed) {
  std::mt19937_64 random(seed);
  return random_matrix<float>({.n_rows = n_rows, .n_columns = n_columns, .density = 0.9}, random);
}

void expect_orthonormal(const Lsa& found) {
  const Eigen::MatrixXd components = by_rows(found.components, found.k);
  const Eigen::MatrixXd products = components * components.transpose();
  EXPECT_LT((products - Eigen::MatrixXd::Identity(found.k, found.k)).cwiseAbs().maxCoeff(), 1e-4);
}

TEST(Lsa, OfTwoTermsWorkedByHand) {
  // A'A = (13 12; 12 13) has eigenvalues 25 and 1, and eigenvectors (1, 1) and (1, -1) / sqrt 2.
  const auto matrix = matrix_of<float>({{3, 2}, {2, 3}});
  const Lsa found = lsa(matrix.view(), {.k = 2});
  EXPECT_NEAR(found.singular_values[0], 5, 1e-5);
  EXPECT_NEAR(found.singular_values[1], 1, 1e-5);
  const float half = std::sqrt(0.5F);
  const std::vector<float> components{half, half, half, -half};
  const std::vector<float> documents{5 * half, half, 5 * half, -half};
  for (std::size_t i = 0; i < 4; ++i) {
    EXPECT_NEAR(found.documents[i], documents[i], 1e-5) << i;
    // Of two entries as great the first is positive; rounding may choose either.
    EXPECT_NEAR(std::abs(found.components[i]), std::abs(components[i]), 1e-5) << i;
  }
}

TEST(Lsa, GreatestEntryOfAComponentIsPositive) {
  const auto matrix = random_of(60, 40, 1);
  const Lsa found = lsa(matrix.view(), {.k = 7});
  for (std::ptrdiff_t c = 0; c < 7; ++c) {
    const auto begin = found.components.begin() + c * 40;
    const auto greatest = std::max_element(begin, begin + 40, [](float left, float right) {
      return std::abs(left) < std::abs(right);
    });
    EXPECT_GT(*greatest, 0) << c;
  }
}

TEST(Lsa, SmallMatricesAreDecomposedWhole) {
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    std::mt19937_64 random(seed);
    std::uniform_int_distribution<std::int32_t> side(1, 60);
    const auto matrix = random_of(side(random), side(random), seed);
    if (matrix.values.empty()) continue;
    const auto k =
        static_cast<std::int32_t>(std::min<std::int64_t>(matrix.n_rows(), matrix.n_columns));
    const Lsa found = lsa(matrix.view(), {.k = k});
    const Eigen::VectorXd expected = true_singular_values(matrix);
    for (std::int32_t i = 0; i < k; ++i) {
      EXPECT_NEAR(found.singular_values[static_cast<std::size_t>(i)], expected(i),
                  2e-3 * expected(0))
          << seed;
    }
    const Eigen::MatrixXd rebuilt =
        by_rows(found.documents, matrix.n_rows()) * by_rows(found.components, k);
    EXPECT_LT((rebuilt - dense(matrix)).norm(), 3e-3 * dense(matrix).norm()) << seed;
  }
}

TEST(Lsa, WithAToleranceEverySingularValueIsThatNear) {
  for (const bool has_fewer_terms : {true, false}) {
    const auto matrix = has_fewer_terms ? random_of(900, 500, 3) : random_of(450, 800, 4);
    const Lsa found = lsa(matrix.view(), {.k = 20, .tolerance = 1e-3});
    const Eigen::VectorXd expected = true_singular_values(matrix);
    for (std::size_t i = 0; i < 20; ++i) {
      const double value = expected(static_cast<Eigen::Index>(i));
      EXPECT_NEAR(found.singular_values[i], value, 1e-3 * value) << i;
    }
    expect_orthonormal(found);
    // Documents are the rows in the space of the components.
    const Eigen::MatrixXd projected =
        dense(matrix) * by_rows(found.components, found.k).transpose();
    EXPECT_LT((by_rows(found.documents, matrix.n_rows()) - projected).cwiseAbs().maxCoeff(), 1e-3);
  }
}

TEST(Lsa, WithoutOneItExplainsNearlyAllThatCanBe) {
  const auto matrix = random_of(900, 700, 5);
  const Lsa found = lsa(matrix.view(), {.k = 30});
  const Eigen::VectorXd expected = true_singular_values(matrix);
  double explained = 0;
  for (const double value : found.singular_values) explained += value * value;
  EXPECT_GT(explained, 0.99 * expected.head(30).squaredNorm());
  EXPECT_LT(explained, (1 + 1e-5) * expected.head(30).squaredNorm());
  EXPECT_EQ(found.n_steps, lsa_steps(30));
}

TEST(Lsa, FindsEqualSingularValuesThatABlockDoesNotHold) {
  Matrix<float> identity;
  identity.n_columns = 700;
  for (std::int32_t row = 0; row < 700; ++row) identity.add_row({{row, 1.0F}});
  const Lsa found = lsa(identity.view(), {.k = 40, .tolerance = 1e-3});
  for (const double value : found.singular_values) EXPECT_NEAR(value, 1, 1e-4);
  expect_orthonormal(found);
}

TEST(Lsa, BeyondTheRankThereIsNothing) {
  for (const std::int32_t n_columns : {50, 900}) {
    Matrix<float> matrix;
    matrix.n_columns = n_columns;
    for (int row = 0; row < 600; ++row) {
      const auto weight = static_cast<float>(row % 5 + 1);
      matrix.add_row({{row % 3, weight}, {10 + row % 3, 2 * weight}});
    }
    const Lsa found = lsa(matrix.view(), {.k = 8});
    for (std::size_t i = 0; i < 8; ++i) {
      EXPECT_EQ(found.singular_values[i] > 0, i < 3) << n_columns << ' ' << i;
      const auto row = std::span(found.components)
                           .subspan(i * static_cast<std::size_t>(n_columns),
                                    static_cast<std::size_t>(n_columns));
      double square = 0;
      for (const float value : row) square += static_cast<double>(value) * value;
      EXPECT_NEAR(square, i < 3 ? 1 : 0, 1e-4);
    }
  }
}

TEST(Lsa, ScaleOfTheWeightsChangesNothingElse) {
  const auto matrix = random_of(500, 420, 6);
  const Lsa expected = lsa(matrix.view(), {.k = 6});
  for (const double factor : {0x1p-100, 0x1p100}) {
    Matrix<double> scaled{matrix.indptr, matrix.indices, {}, matrix.n_columns};
    for (const float value : matrix.values) scaled.values.push_back(value * factor);
    const Lsa found = lsa(scaled.view(), {.k = 6});
    EXPECT_EQ(found.components, expected.components);
    for (std::size_t i = 0; i < 6; ++i) {
      EXPECT_DOUBLE_EQ(found.singular_values[i], expected.singular_values[i] * factor);
    }
  }
}

TEST(Lsa, ThreadsDoNotChangeABit) {
  const auto matrix = random_of(5000, 420, 7);
  const Lsa expected = lsa(matrix.view(), {.k = 20, .seed = 3});
  for (const int n_threads : {2, 8}) {
    const Lsa found = lsa(matrix.view(), {.k = 20, .seed = 3, .loop = {.n_threads = n_threads}});
    EXPECT_EQ(found.singular_values, expected.singular_values);
    EXPECT_EQ(found.documents, expected.documents);
    EXPECT_EQ(found.components, expected.components);
  }
}

TEST(Lsa, RowsOfAnotherMatrixAreProjected) {
  const auto matrix = random_of(80, 60, 8);
  const Lsa found = lsa(matrix.view(), {.k = 17});
  const LargeArray<float> again = project(matrix.view(), std::span(found.components), 17, {});
  for (std::size_t i = 0; i < again.size(); ++i) {
    EXPECT_NEAR(again[i], found.documents[i], 1e-4) << i;
  }
  const auto zeros = matrix_of<float>({std::vector<double>(60, 0.0)});
  EXPECT_EQ(project(zeros.view(), std::span(found.components), 17, {}),
            std::vector<float>(17, 0.0F));
}

TEST(Lsa, RefusesWhatItCannotDo) {
  const auto matrix = random_of(9, 5, 9);
  EXPECT_EQ(error_of([&] { (void)lsa(matrix.view(), {.k = 6}); }),
            "k must be from 1 to 5, the smaller side of the matrix, not 6");
  EXPECT_EQ(error_of([&] { (void)lsa(matrix.view(), {.k = 0}); }),
            "k must be from 1 to 5, the smaller side of the matrix, not 0");
  EXPECT_EQ(error_of([&] { (void)lsa(matrix.view(), {.k = 2, .tolerance = 0.0}); }),
            "tol must be above 0, not 0");
  const auto zeros = matrix_of<float>({{0, 0}, {0, 0}});
  EXPECT_EQ(error_of([&] { (void)lsa(zeros.view(), {.k = 1}); }),
            "matrix must have a weight that is not 0");
  const std::vector<float> components(4);
  EXPECT_EQ(error_of([&] { (void)project(matrix.view(), std::span(components), 1, {}); }),
            "components must be 1 x 5 weights, as many columns as the matrix has, not 4");
}

}  // namespace
}  // namespace broadsheet::similarity
