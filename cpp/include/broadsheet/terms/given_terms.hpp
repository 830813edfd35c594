#pragma once

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::terms {

/// Counts given words and n-grams: column i counts the neighbours columns.words[columns.indptr[i]]
/// to columns.words[columns.indptr[i + 1]]. Everything else is passed over.
///
/// O(T m log V + nnz), m the words of the longest. The result is the same for any number of
/// threads.
///
/// @param tokens   Tokens that pass `check`.
/// @param columns  At least one word a column, each in [0, V) or -1 for one that no document has.
/// @return  N x n_columns, without stored zeros.
/// @throws std::invalid_argument  if a column has no word, a word is out of range, or two columns
///         have the same words, none of them -1.
[[nodiscard]] Csr<std::int32_t> count_given(const TokenIdsView& tokens, const ColumnWords& columns,
                                            const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
