#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// What the columns of one row and of others add, as a measure has it. Sets (Part::kPresence) are
/// rows of 0 and 1, whose products they are.
///
/// The row is held dense and the others are walked through; where columns are too many for that,
/// both are walked through side by side, which takes several times as long.
template <typename Value>
class RowSums {
 public:
  /// @param most_dense  Columns that are not too many.
  RowSums(Part part, std::int32_t n_columns, std::int32_t most_dense = 1 << 20);

  /// Holds a row of `matrix`, which must outlive it, in place of any before. O(its values), and
  /// O(1) for the row that is held.
  void hold(const terms::CsrView<Value>& matrix, std::int64_t row);

  /// The sum in double, in the order of the columns: what scores are made of.
  [[nodiscard]] double sum(const terms::CsrView<Value>& matrix, std::int64_t row) const;

  /// The same sum, faster: in Value and in another order.
  [[nodiscard]] Value quick_sum(const terms::CsrView<Value>& matrix, std::int64_t row) const;

 private:
  Part part_;
  bool is_dense_;
  std::vector<Value> dense_;           // V
  std::vector<std::int32_t> columns_;  // Where dense_ may not be 0.
  terms::CsrView<Value> matrix_;       // Of the row that is held.
  std::int64_t row_ = -1;
};

/// Asks the processor for the values of a row that will soon be walked through.
template <typename Value>
void prefetch_row(const terms::CsrView<Value>& matrix, std::int64_t row);

}  // namespace broadsheet::similarity
