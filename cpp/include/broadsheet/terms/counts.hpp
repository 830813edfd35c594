#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::terms {

/// Counts tokens into a document-term matrix: term v is counted in column columns[v], or not at
/// all where that is -1. Several terms may share a column.
///
/// O(T + nnz); beside the result n_columns * 4.2 bytes a thread. The result is the same for any
/// number of threads.
///
/// @param tokens   Tokens that pass `check`.
/// @param columns  V places, each -1 or in [0, n_columns).
/// @return  N x n_columns, without stored zeros.
/// @throws std::invalid_argument  if `columns` does not have V places or one is out of range.
[[nodiscard]] Csr<std::int32_t> counts(const TokenIdsView& tokens,
                                       std::span<const std::int32_t> columns,
                                       std::int32_t n_columns, const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
