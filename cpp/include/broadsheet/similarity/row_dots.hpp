#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// Dot products of one row with others: the row is held dense, the others are walked through.
template <typename Value>
class RowDots {
 public:
  explicit RowDots(std::int32_t n_columns) : dense_(static_cast<std::size_t>(n_columns), 0) {}

  /// Holds a row of `matrix` in place of any before. O(its values).
  void hold(const terms::CsrView<Value>& matrix, std::int64_t row);

  /// The sum of products in double, in the order of the columns: what scores are made of.
  [[nodiscard]] double dot(const terms::CsrView<Value>& matrix, std::int64_t row) const;

  /// The same sum, faster: in Value and in another order.
  [[nodiscard]] Value quick_dot(const terms::CsrView<Value>& matrix, std::int64_t row) const;

 private:
  std::vector<Value> dense_;           // V
  std::vector<std::int32_t> columns_;  // Where dense_ may not be 0.
};

/// Asks the processor for the values of a row that will soon be walked through.
template <typename Value>
void prefetch_row(const terms::CsrView<Value>& matrix, std::int64_t row);

}  // namespace broadsheet::similarity
