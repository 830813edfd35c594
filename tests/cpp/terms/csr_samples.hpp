#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

#include "broadsheet/terms/csr.hpp"

namespace broadsheet::terms {

/// A matrix written out, for tests: every cell of every row.
using Dense = std::vector<std::vector<double>>;

template <typename Value>
Csr<Value> to_csr(const Dense& rows, std::int32_t n_columns) {
  Csr<Value> matrix;
  matrix.n_columns = n_columns;
  for (const std::vector<double>& row : rows) {
    for (std::size_t column = 0; column < row.size(); ++column) {
      if (row[column] == 0) continue;
      matrix.indices.push_back(static_cast<std::int32_t>(column));
      matrix.values.push_back(static_cast<Value>(row[column]));
    }
    matrix.indptr.push_back(static_cast<std::int64_t>(matrix.indices.size()));
  }
  return matrix;
}

template <typename Value>
Dense to_dense(const Csr<Value>& matrix) {
  Dense rows;
  for (std::int64_t row = 0; row < matrix.view().n_rows(); ++row) {
    rows.emplace_back(static_cast<std::size_t>(matrix.n_columns));
    for (std::int64_t place = matrix.view().begin(row); place < matrix.view().end(row); ++place) {
      const auto at = static_cast<std::size_t>(place);
      rows.back()[static_cast<std::size_t>(matrix.indices[at])] =
          static_cast<double>(matrix.values[at]);
    }
  }
  return rows;
}

/// Small whole counts; a third of the cells hold one, and some rows hold none.
inline Dense random_counts(unsigned seed, std::size_t n_rows, std::size_t n_columns) {
  std::mt19937 random(seed);
  Dense rows(n_rows, std::vector<double>(n_columns));
  for (std::vector<double>& row : rows) {
    if (random() % 8 == 0) continue;
    for (double& cell : row) cell = random() % 3 == 0 ? static_cast<double>(1 + random() % 5) : 0;
  }
  return rows;
}

}  // namespace broadsheet::terms
