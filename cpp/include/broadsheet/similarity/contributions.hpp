#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// Why two rows are similar: the columns in which both hold a weight other than 0, the greatest
/// contribution first, equal ones by the smaller column.
struct Contributions {
  double score = 0;  ///< similarity::score of the two rows.
  std::vector<std::int32_t> columns;
  std::vector<double> left_weights;  ///< As stored.
  std::vector<double> right_weights;
  std::vector<double> contributions;  ///< What each column adds over the divisor of the score;
                                      ///< they sum to `score` but for rounding.
};

/// Explains the score of row `left_row` of `left` and row `right_row` of `right`.
/// O(l log l) for rows of l values.
/// @throws std::invalid_argument  if the matrices differ in columns, or a row is out of the range
///   of row_mass.
/// @throws std::out_of_range  if there is no such row.
template <typename Value>
[[nodiscard]] Contributions contributions(const terms::CsrView<Value>& left, std::int64_t left_row,
                                          const terms::CsrView<Value>& right,
                                          std::int64_t right_row, Measure measure);

}  // namespace broadsheet::similarity
