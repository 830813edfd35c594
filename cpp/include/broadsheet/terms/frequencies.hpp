#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::terms {

/// How often each of V terms occurs. Both are sums over documents, so those of two sets of
/// documents may be added.
template <typename Total>
struct Frequencies {
  std::vector<Total> totals;            ///< V: occurrences (the sum of a matrix's column).
  std::vector<std::int64_t> documents;  ///< V: documents that hold the term (cells above 0).
};

/// The frequencies of the V terms of tokens. O(T + V n_threads), the same for any number of
/// threads; V * 16 bytes are held once a thread.
/// @param n_distinct  N places for the number of distinct terms of each document, or none.
[[nodiscard]] Frequencies<std::int64_t> frequencies(const TokenIdsView& tokens,
                                                    const parallel::LoopOptions& loop,
                                                    std::span<std::int64_t> n_distinct = {});

/// The frequencies of the V columns of a matrix of counts, added in the order of rows. O(nnz + V).
///
/// Value is std::int32_t, float or double.
template <typename Value>
[[nodiscard]] Frequencies<double> frequencies(const CsrView<Value>& counts);

/// The same of some rows, as often as each is named. O(their cells + V).
/// @throws std::invalid_argument  if a row lies outside the matrix.
template <typename Value>
[[nodiscard]] Frequencies<double> frequencies(const CsrView<Value>& counts,
                                              std::span<const std::int64_t> rows);

}  // namespace broadsheet::terms
