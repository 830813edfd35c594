#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"

namespace broadsheet::terms {

/// Adds the rows of each group: row g of the result is the sum of the rows i with groups[i] == g.
///
/// Whole counts are added exactly; others in double, in the order of rows, and rounded once. O(nnz
/// + rows), and 8.2 bytes a column a thread beside the result; the same for any number of threads,
/// which take groups, so more of them than groups are idle.
///
/// Value is std::int32_t, float or double.
///
/// @param counts  A matrix that passes `check_counts`.
/// @param groups  For each row a number in [0, n_groups), or -1 for a row that is left out.
/// @return  n_groups x n_columns.
/// @throws std::invalid_argument  if `groups` does not fit, naming the row and the value.
/// @throws std::overflow_error  naming group and column where a sum of whole counts reaches 2**31.
template <typename Value>
[[nodiscard]] Csr<Value> group_rows(const CsrView<Value>& counts,
                                    std::span<const std::int32_t> groups, std::int32_t n_groups,
                                    const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
