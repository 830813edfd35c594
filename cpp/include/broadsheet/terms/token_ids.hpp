#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::terms {

/// The tokens of N documents, borrowed: those of document i are ids[indptr[i]] to
/// ids[indptr[i + 1]], each the number of one of V terms. There are fewer than 2**31 documents,
/// and fewer than 2**31 tokens in each.
struct TokenIdsView {
  std::span<const std::int64_t> indptr;  ///< N + 1, from 0, never decreasing.
  std::span<const std::int32_t> ids;     ///< T, each in [0, n_terms).
  std::int32_t n_terms = 0;              ///< V.

  [[nodiscard]] std::int64_t n_documents() const noexcept {
    return static_cast<std::int64_t>(indptr.size()) - 1;
  }
  [[nodiscard]] std::int64_t n_tokens() const noexcept {
    return static_cast<std::int64_t>(ids.size());
  }
  /// The ids of one document.
  [[nodiscard]] std::span<const std::int32_t> of(std::int64_t document) const {
    const auto begin = static_cast<std::size_t>(indptr[static_cast<std::size_t>(document)]);
    const auto end = static_cast<std::size_t>(indptr[static_cast<std::size_t>(document) + 1]);
    return ids.subspan(begin, end - begin);
  }
};

/// Checks every promise above. O(N + T).
/// @param loop  Its watcher is told that nothing is done yet.
/// @throws std::invalid_argument  naming the rule, the first document that breaks it and the value.
void check(const TokenIdsView& tokens, const parallel::LoopOptions& loop = {});

}  // namespace broadsheet::terms
