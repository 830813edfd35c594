#pragma once

#include <cstdint>
#include <span>

namespace broadsheet::terms {

/// A borrowed compressed-sparse-row matrix: row i holds values[indptr[i]] to values[indptr[i + 1]]
/// at the columns of the same places, ascending and distinct within a row.
template <typename Value>
struct CsrView {
  std::span<const std::int64_t> indptr;   ///< n_rows + 1, from 0, never decreasing.
  std::span<const std::int32_t> indices;  ///< nnz columns, each in [0, n_columns).
  std::span<const Value> values;          ///< nnz.
  std::int32_t n_columns = 0;

  [[nodiscard]] std::int64_t n_rows() const noexcept {
    return static_cast<std::int64_t>(indptr.size()) - 1;
  }
  [[nodiscard]] std::int64_t begin(std::int64_t row) const {
    return indptr[static_cast<std::size_t>(row)];
  }
  [[nodiscard]] std::int64_t end(std::int64_t row) const {
    return indptr[static_cast<std::size_t>(row) + 1];
  }
};

/// Checks every promise above and that values are finite. O(nnz).
///
/// Value is std::int32_t, float or double, here and below.
/// @throws std::invalid_argument  naming the rule, the row and the value.
template <typename Value>
void check(const CsrView<Value>& matrix);

/// Checks what `check` does, and that no value is negative: what counts are. O(nnz).
/// @throws std::invalid_argument  naming the rule, the row, the column and the value.
template <typename Value>
void check_counts(const CsrView<Value>& counts);

}  // namespace broadsheet::terms
