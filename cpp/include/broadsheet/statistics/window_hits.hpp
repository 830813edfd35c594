#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/concordance.hpp"
#include "broadsheet/statistics/cooccurrence.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// A term, and one that stands in its window.
struct NodePair {
  std::int32_t node = 0;
  std::int32_t collocate = 0;
};

/// Finds every place where the collocate of one of P pairs stands in the window of its node: from
/// the one to the other, both included. As many as `pair_totals` counts of the pair; but of a term
/// with itself, which is in the window to either side, each place comes once.
///
/// Runs on the threads of `loop`, an item a stretch; the result is the same for any number of them.
/// O(T + n W log P) for n nodes with W tokens in their windows, and O(H log H) more.
///
/// @param stretches  What no window leaves: an indptr over stretches of tokens, each within a
///                   document; those of the documents themselves, or of their sentences.
/// @return  Hits whose `phrases` are the numbers of pairs: of several for the same tokens the
/// first.
/// @throws std::invalid_argument  if a term is not in [0, V), the window reaches to no side, or
///                                the stretches are not of these tokens.
[[nodiscard]] Hits window_hits(const terms::TokenIdsView& tokens,
                               std::span<const std::int64_t> stretches,
                               std::span<const NodePair> pairs, const Window& window,
                               const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
