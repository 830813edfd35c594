#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/csr_view.hpp"
#include "panel.hpp"

namespace broadsheet::similarity {

/// A matrix in float, times a power of 2 that keeps squares in range.
class FloatMatrix {
 public:
  template <typename Value>
  explicit FloatMatrix(const terms::CsrView<Value>& matrix)
      : indptr_(matrix.indptr), indices_(matrix.indices) {
    double greatest = 0;
    for (const Value value : matrix.values) {
      greatest = std::max(greatest, std::abs(static_cast<double>(value)));
    }
    exponent_ = greatest > 0 ? std::ilogb(greatest) : 0;
    values_.resize(matrix.values.size());
    std::ranges::transform(matrix.values, values_.begin(), [this](Value value) {
      return static_cast<float>(std::scalbn(static_cast<double>(value), -exponent_));
    });
  }

  [[nodiscard]] FloatRows rows() const { return {indptr_, indices_, values_}; }
  [[nodiscard]] double scale() const { return std::scalbn(1.0, exponent_); }

 private:
  std::span<const std::int64_t> indptr_;
  std::span<const std::int32_t> indices_;
  LargeArray<float> values_;
  int exponent_ = 0;
};

/// The rows of a matrix as columns.
class Transpose {
 public:
  Transpose(const FloatRows& matrix, std::int32_t n_columns)
      : indptr_(static_cast<std::size_t>(n_columns) + 2, 0) {
    for (const std::int32_t column : matrix.indices) {
      ++indptr_[static_cast<std::size_t>(column) + 2];
    }
    std::partial_sum(indptr_.begin(), indptr_.end(), indptr_.begin());
    indices_.resize(matrix.indices.size());
    values_.resize(matrix.values.size());
    // indptr_[c + 1] runs from the start of column c to its end, which is where it has to stand.
    for (std::int64_t row = 0; row < matrix.n_rows(); ++row) {
      const auto end = static_cast<std::size_t>(matrix.indptr[static_cast<std::size_t>(row) + 1]);
      for (auto at = static_cast<std::size_t>(matrix.indptr[static_cast<std::size_t>(row)]);
           at < end; ++at) {
        const auto column = static_cast<std::size_t>(matrix.indices[at]);
        const auto to = static_cast<std::size_t>(indptr_[column + 1]++);
        indices_[to] = static_cast<std::int32_t>(row);
        values_[to] = matrix.values[at];
      }
    }
    indptr_.pop_back();
  }

  [[nodiscard]] FloatRows rows() const { return {indptr_, indices_, values_}; }

 private:
  std::vector<std::int64_t> indptr_;
  LargeArray<std::int32_t> indices_;
  LargeArray<float> values_;
};

}  // namespace broadsheet::similarity
