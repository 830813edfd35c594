#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/trim.hpp"

namespace broadsheet::terms {

struct NgramOptions {
  std::int32_t lo = 1;  ///< Words of the shortest n-grams, at least 1.
  std::int32_t hi = 1;  ///< Words of the longest, at least `lo` and at most 255.
  TrimOptions trim = {};
  parallel::LoopOptions loop = {};
};

/// A document-term matrix and the words that each column stands for.
struct TermCounts {
  Csr<std::int32_t> counts;
  ColumnWords columns;
};

/// Counts the n-grams of `lo` to `hi` neighbouring words of N documents, in one matrix.
///
/// Columns are in the order of their labels' bytes, all lengths together, as scikit-learn leaves
/// them. An n-gram is of tokens as they are given: where stop words were dropped, the words
/// beside them are neighbours, as in scikit-learn. None crosses the end of a document.
///
/// No n-gram is ever a string here. Each is a pair of numbers: of the n-gram that it begins with,
/// and of its last word. Each thread numbers pairs by a hash table; the tables are put together and
/// the numbers renamed in the order of the labels. No n-gram is looked at whose beginning or end is
/// in fewer documents than `min_documents`, since it cannot be in more. The result is that of
/// counting everything and dropping after.
///
/// O(T (hi - lo + 1) + nnz) expected. Beside the result (8 bytes a cell, 12 and its words a
/// column): 4 bytes a token and word of `hi` above 1, and about 50 bytes a distinct n-gram, n > 1,
/// in each thread that meets it. The result is the same for any number of threads.
///
/// @param tokens      Tokens that pass `check`.
/// @param sorted_ids  The V ids in the order of their terms as bytes. If hi > 1, no term may hold
///                    a byte up to 0x20, the space: order and labels of n-grams rest on that.
/// @throws std::invalid_argument  if an option is out of range, or no term stays.
/// @throws std::overflow_error  if 2**31 or more n-grams stay.
[[nodiscard]] TermCounts count_ngrams(const TokenIdsView& tokens,
                                      std::span<const std::int32_t> sorted_ids,
                                      const NgramOptions& options);

}  // namespace broadsheet::terms
