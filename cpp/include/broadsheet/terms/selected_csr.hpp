#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/labels.hpp"

namespace broadsheet::terms {

// Value is std::int32_t, float or double throughout.

/// Some rows of a matrix in the order in which they are given; one may come more than once.
/// O(rows + nnz of the result), the same for any number of threads.
/// @throws std::out_of_range  naming the first row that is not in [0, n_rows).
template <typename Value>
[[nodiscard]] Csr<Value> select_rows(const CsrView<Value>& matrix,
                                     std::span<const std::int64_t> rows,
                                     const parallel::LoopOptions& loop);

/// Some columns of a matrix in the order in which they are given. O(n_columns + nnz), and a sort
/// of each row where that is not their order; the same for any number of threads.
/// @param columns  Distinct ones.
/// @throws std::out_of_range  naming the first column that is not in [0, n_columns).
/// @throws std::invalid_argument  naming a column that comes twice.
template <typename Value>
[[nodiscard]] Csr<Value> select_columns(const CsrView<Value>& matrix,
                                        std::span<const std::int32_t> columns,
                                        const parallel::LoopOptions& loop);

/// The labels of some columns in the order in which they are given. O(bytes of the result).
/// @throws std::out_of_range  naming the first column that is not in [0, labels.size()).
[[nodiscard]] Labels select_labels(const Labels& labels, std::span<const std::int32_t> columns);

}  // namespace broadsheet::terms
