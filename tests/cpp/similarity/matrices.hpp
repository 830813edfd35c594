#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/similarity/search.hpp"
#include "broadsheet/similarity/top_k.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// A matrix that owns its arrays.
template <typename Value>
struct Matrix {
  std::vector<std::int64_t> indptr = {0};
  std::vector<std::int32_t> indices = {};
  std::vector<Value> values = {};
  std::int32_t n_columns = 0;

  void add_row(const std::vector<std::pair<std::int32_t, Value>>& row) {
    for (const auto& [column, value] : row) {
      indices.push_back(column);
      values.push_back(value);
    }
    indptr.push_back(static_cast<std::int64_t>(indices.size()));
  }

  [[nodiscard]] std::vector<std::pair<std::int32_t, Value>> row(std::int64_t i) const {
    std::vector<std::pair<std::int32_t, Value>> cells;
    for (auto at = indptr[static_cast<std::size_t>(i)];
         at < indptr[static_cast<std::size_t>(i) + 1]; ++at) {
      cells.emplace_back(indices[static_cast<std::size_t>(at)],
                         values[static_cast<std::size_t>(at)]);
    }
    return cells;
  }

  [[nodiscard]] std::int64_t n_rows() const { return static_cast<std::int64_t>(indptr.size()) - 1; }
  [[nodiscard]] terms::CsrView<Value> view() const { return {indptr, indices, values, n_columns}; }
};

/// A matrix from its dense rows, zeros left out.
template <typename Value>
Matrix<Value> matrix_of(const std::vector<std::vector<double>>& dense) {
  Matrix<Value> matrix;
  matrix.n_columns = dense.empty() ? 0 : static_cast<std::int32_t>(dense.front().size());
  for (const auto& values : dense) {
    std::vector<std::pair<std::int32_t, Value>> row;
    for (std::size_t c = 0; c < values.size(); ++c) {
      if (values[c] != 0) {
        row.emplace_back(static_cast<std::int32_t>(c), static_cast<Value>(values[c]));
      }
    }
    matrix.add_row(row);
  }
  return matrix;
}

/// What random matrices are made of.
struct Shape {
  std::int64_t n_rows = 0;
  std::int32_t n_columns = 0;
  double density = 0;       ///< Of the most frequent column; later ones thin out as in text.
  double share_copies = 0;  ///< Rows that repeat an earlier row, some of them doubled.
  double share_zero = 0;    ///< Rows left empty, and half as many rows of stored zeros.
  bool is_signed = false;   ///< Whether weights may be negative.
  bool is_coarse = false;   ///< Whether weights are small whole numbers, so that scores tie.
};

template <typename Value>
Matrix<Value> random_matrix(const Shape& shape, std::mt19937_64& random) {
  std::uniform_real_distribution<double> uniform(0, 1);
  Matrix<Value> matrix;
  matrix.n_columns = shape.n_columns;
  for (std::int64_t i = 0; i < shape.n_rows; ++i) {
    std::vector<std::pair<std::int32_t, Value>> row;
    const double kind = uniform(random);
    if (kind < shape.share_zero / 2) {
      for (std::int32_t c = 0; c < shape.n_columns; c += 3) row.emplace_back(c, Value{0});
    } else if (i > 0 && kind > 1 - shape.share_copies) {
      const auto factor = static_cast<Value>(uniform(random) < 0.5 ? 1 : 2);
      row = matrix.row(std::uniform_int_distribution<std::int64_t>(0, i - 1)(random));
      for (auto& [column, value] : row) value *= factor;
    } else if (kind > shape.share_zero) {
      for (std::int32_t c = 0; c < shape.n_columns; ++c) {
        if (uniform(random) >= shape.density / (1 + 0.1 * c)) continue;
        double value = shape.is_coarse ? std::floor(1 + 3 * uniform(random)) : uniform(random);
        if (shape.is_signed && uniform(random) < 0.4) value = -value;
        row.emplace_back(c, static_cast<Value>(value));
      }
    }
    matrix.add_row(row);
  }
  return matrix;
}

/// The similarity of two dense rows, from its definition and from nothing else.
inline double plain_similarity(const std::vector<double>& x, const std::vector<double>& y,
                               Measure measure) {
  double products = 0;
  double x_squares = 0;
  double y_squares = 0;
  double lesser = 0;
  double greater = 0;
  double x_sum = 0;
  double y_sum = 0;
  double both = 0;
  double x_terms = 0;
  double y_terms = 0;
  for (std::size_t c = 0; c < x.size(); ++c) {
    products += x[c] * y[c];
    x_squares += x[c] * x[c];
    y_squares += y[c] * y[c];
    lesser += std::min(x[c], y[c]);
    x_sum += x[c];
    y_sum += y[c];
    both += x[c] != 0 && y[c] != 0;
    x_terms += x[c] != 0;
    y_terms += y[c] != 0;
  }
  greater = x_sum + y_sum - lesser;
  const auto ratio = [](double part, double whole) { return whole > 0 ? part / whole : 0; };
  switch (measure) {
    case Measure::kCosine:
      return ratio(products, std::sqrt(x_squares * y_squares));
    case Measure::kDot:
      return products;
    case Measure::kJaccard:
      return ratio(both, x_terms + y_terms - both);
    case Measure::kDice:
      return ratio(2 * both, x_terms + y_terms);
    case Measure::kOverlap:
      return ratio(both, std::min(x_terms, y_terms));
    case Measure::kContainment:
      return ratio(both, x_terms);
    case Measure::kGeneralizedJaccard:
      return ratio(lesser, greater);
  }
  return 0;
}

/// The rows of a matrix with their zeros, in double.
template <typename Value>
std::vector<std::vector<double>> dense_rows(const Matrix<Value>& matrix) {
  std::vector<std::vector<double>> rows;
  for (std::int64_t i = 0; i < matrix.n_rows(); ++i) {
    auto& values = rows.emplace_back(static_cast<std::size_t>(matrix.n_columns), 0);
    for (const auto& [column, value] : matrix.row(i)) {
      values[static_cast<std::size_t>(column)] = static_cast<double>(value);
    }
  }
  return rows;
}

/// For each query every row that counts, best first: shares no code with the search.
template <typename Value>
std::vector<std::vector<Scored<Value>>> rank_all(const Matrix<Value>& queries,
                                                 const Matrix<Value>& candidates, Measure measure,
                                                 double min_similarity, Pairing pairing) {
  const auto left = dense_rows(queries);
  const auto right = dense_rows(candidates);
  std::vector<std::vector<Scored<Value>>> ranked(left.size());
  for (std::size_t query = 0; query < left.size(); ++query) {
    for (std::size_t other = 0; other < right.size(); ++other) {
      if (pairing == Pairing::kOthers && other == query) continue;
      if (pairing == Pairing::kLater && other <= query) continue;
      const auto score = static_cast<Value>(plain_similarity(left[query], right[other], measure));
      if (!(score > 0) || score < static_cast<Value>(min_similarity)) continue;
      ranked[query].push_back({score, static_cast<std::int32_t>(other)});
    }
    std::stable_sort(ranked[query].begin(), ranked[query].end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
  }
  return ranked;
}

inline constexpr std::array kMeasures = {
    Measure::kCosine,  Measure::kDot,         Measure::kJaccard,           Measure::kDice,
    Measure::kOverlap, Measure::kContainment, Measure::kGeneralizedJaccard};

}  // namespace broadsheet::similarity
