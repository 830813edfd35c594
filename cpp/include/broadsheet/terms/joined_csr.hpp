#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/merged_terms.hpp"

namespace broadsheet::terms {

/// The rows of one matrix after those of the other, over the columns of `merge_labels`. A column
/// that a part does not have is empty in its rows. O(rows + nnz), and a sort of each row of a part
/// whose columns come in another order; the same for any number of threads.
///
/// Value is std::int32_t, float or double.
///
/// @param parts        Matrices that pass `check`.
/// @param new_columns  Of each part the new number of each column, distinct and in
///                     [0, n_columns); null where they stay.
/// @throws std::invalid_argument  if `new_columns` does not fit, naming the part and the value.
template <typename Value>
[[nodiscard]] Csr<Value> join_rows(std::span<const CsrView<Value>> parts,
                                   std::span<const NewNumbers> new_columns, std::int32_t n_columns,
                                   const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
