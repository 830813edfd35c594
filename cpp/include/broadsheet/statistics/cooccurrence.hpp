#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/contingency.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// The places beside a token, its node, that its collocates stand in. It ends where the document
/// does, or whatever stretch of tokens is given for one.
struct Window {
  std::int32_t left = 0;   ///< Tokens before the node, at least 0.
  std::int32_t right = 1;  ///< Tokens behind it, at least 0; one of the two is above 0.

  [[nodiscard]] bool is_symmetric() const noexcept { return left == right; }
};

/// @throws std::invalid_argument  if a side is negative, or the window reaches to none.
void check(const Window& window);

/// The pairs of a node and a token in its window: every token is the node of some, and in the
/// windows of others. For adjacent tokens, {0, 1}, they are the bigrams.
struct PairTotals {
  std::vector<std::int64_t> nodes;       ///< V: the pairs whose node is a term.
  std::vector<std::int64_t> collocates;  ///< V: the pairs whose other token is a term.
  std::int64_t n_pairs = 0;
};

struct CooccurrenceOptions {
  Window window = {};
  std::int64_t min_count = 1;  ///< The fewest pairs that a cell is kept for, at least 1.
  /// Whether a cell is kept only if its column is not below its term: for symmetric windows, where
  /// both have the same count.
  bool is_upper = false;
  parallel::LoopOptions loop = {};  ///< An item a row.
};

/// The totals of pairs, by position alone: O(T + V). The same for any number of threads.
/// @throws std::invalid_argument  if the window is none.
[[nodiscard]] PairTotals pair_totals(const terms::TokenIdsView& tokens, const Window& window,
                                     const parallel::LoopOptions& loop);

/// How often each pair of terms comes: a row for each of the n `nodes`, V columns. Exact: what is
/// left out are cells below `min_count` and nothing else.
///
/// Each term's places are walked one after the other and its collocates counted in an array, so
/// memory is 4 bytes a token (8 from 2**32 tokens on), 8 V bytes a thread, and the cells kept:
/// nothing is kept of the pairs that are too few. O(T w + V), w the width of the window. Columns
/// ascend. Runs on the threads of `loop`; the result is the same for any number of them.
///
/// @param nodes   Terms, ascending, each once.
/// @param totals  Those of the same tokens and window.
/// @throws std::invalid_argument  if an option is out of range, or nodes are not as they must be.
[[nodiscard]] terms::Csr<std::int64_t> cooccurrences(const terms::TokenIdsView& tokens,
                                                     std::span<const std::int32_t> nodes,
                                                     const PairTotals& totals,
                                                     const CooccurrenceOptions& options);

/// The tables of the cells of `counts`, in their order: O11 a cell, R1 the pairs of its node, C1
/// those of its collocate, N all pairs.
[[nodiscard]] std::vector<Contingency> pair_tables(const terms::CsrView<std::int64_t>& counts,
                                                   std::span<const std::int32_t> nodes,
                                                   const PairTotals& totals);

}  // namespace broadsheet::statistics
