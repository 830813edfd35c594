#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <utility>
#include <vector>

#include "broadsheet/similarity/measure.hpp"
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

/// Every score, by walking through dense rows: shares no code with the search but the score.
template <typename Value>
std::vector<Scored<Value>> rank_all(const Matrix<Value>& queries, std::int64_t query,
                                    const Matrix<Value>& candidates, Measure measure,
                                    double min_similarity, bool exclude_self) {
  const auto dense = [](const Matrix<Value>& matrix, std::int64_t i) {
    std::vector<double> values(static_cast<std::size_t>(matrix.n_columns), 0);
    for (const auto& [column, value] : matrix.row(i)) {
      values[static_cast<std::size_t>(column)] = static_cast<double>(value);
    }
    return values;
  };
  const auto left = dense(queries, query);
  std::vector<Scored<Value>> ranked;
  for (std::int64_t other = 0; other < candidates.n_rows(); ++other) {
    const auto right = dense(candidates, other);
    double dot = 0;
    double left_square = 0;
    double right_square = 0;
    for (std::size_t c = 0; c < left.size(); ++c) {
      dot += left[c] * right[c];
      left_square += left[c] * left[c];
      right_square += right[c] * right[c];
    }
    if (measure == Measure::kCosine) {
      dot = left_square * right_square > 0 ? dot / std::sqrt(left_square * right_square) : 0;
    }
    const auto score = static_cast<Value>(dot);
    if (!(score > 0) || score < static_cast<Value>(min_similarity)) continue;
    if (exclude_self && other == query) continue;
    ranked.push_back({score, static_cast<std::int32_t>(other)});
  }
  std::stable_sort(ranked.begin(), ranked.end(),
                   [](const auto& a, const auto& b) { return a.score > b.score; });
  return ranked;
}

}  // namespace broadsheet::similarity
