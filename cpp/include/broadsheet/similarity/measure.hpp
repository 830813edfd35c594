#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

enum class Measure {
  kCosine,  ///< Dot product over the root of both sums of squares; 0 where a row is zero.
  kDot,     ///< Sum of the products of the weights.
};

/// The sum of squares of a row, in double and in the order of the columns.
///
/// Rows are refused whose scores would overflow or lose their digits: a sum of squares is 0 only
/// for a row of zeros, and otherwise lies in [2^-90, 2^90] for float weights (a row of length 3e-14
/// to 3e13), in [2^-500, 2^500] for double ones (6e-76 to 1e75).
/// @throws std::invalid_argument  naming the matrix as `name`, the row and the sum.
template <typename Value>
[[nodiscard]] double row_square(const terms::CsrView<Value>& matrix, std::int64_t row,
                                std::string_view name);

/// row_square of each row. O(nnz), in parallel over rows.
/// @throws std::invalid_argument  for the first row that is refused.
template <typename Value>
[[nodiscard]] std::vector<double> row_squares(const terms::CsrView<Value>& matrix,
                                              std::string_view name,
                                              const parallel::LoopOptions& loop = {});

/// The score of two rows: `dot` is the sum of their products in double, in the order of the
/// columns, and the squares are theirs from row_square.
///
/// Every score in this layer is this one, so scores of equal pairs are equal to the last bit,
/// score(x, y) is score(y, x), and the cosine of a row with its copy is 1.
[[nodiscard]] double score(Measure measure, double dot, double left_square, double right_square);

}  // namespace broadsheet::similarity
