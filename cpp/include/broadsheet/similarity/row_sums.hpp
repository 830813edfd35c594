#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// What the columns of one row and of others add, as a measure has it: the row is held dense, the
/// others are walked through. Sets (Part::kPresence) are rows of 0 and 1, whose products they are.
template <typename Value>
class RowSums {
 public:
  RowSums(Part part, std::int32_t n_columns)
      : part_(part), dense_(static_cast<std::size_t>(n_columns), 0) {}

  /// Holds a row of `matrix` in place of any before. O(its values).
  void hold(const terms::CsrView<Value>& matrix, std::int64_t row);

  /// The sum in double, in the order of the columns: what scores are made of.
  [[nodiscard]] double sum(const terms::CsrView<Value>& matrix, std::int64_t row) const;

  /// The same sum, faster: in Value and in another order.
  [[nodiscard]] Value quick_sum(const terms::CsrView<Value>& matrix, std::int64_t row) const;

 private:
  Part part_;
  std::vector<Value> dense_;           // V
  std::vector<std::int32_t> columns_;  // Where dense_ may not be 0.
};

/// The same sum in double of two rows of two matrices, without a dense row: slower for rows that
/// are compared with many.
template <typename Value>
[[nodiscard]] double merged_sum(Part part, const terms::CsrView<Value>& left, std::int64_t left_row,
                                const terms::CsrView<Value>& right, std::int64_t right_row);

/// Asks the processor for the values of a row that will soon be walked through.
template <typename Value>
void prefetch_row(const terms::CsrView<Value>& matrix, std::int64_t row);

}  // namespace broadsheet::similarity
