#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/resampling.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::statistics {

/// N documents in the order of P periods, borrowed: those of period p are the ones from indptr[p]
/// to indptr[p + 1], which may be none.
struct PeriodsView {
  std::span<const std::int64_t> indptr;  ///< P + 1, from 0 to N, never decreasing.

  [[nodiscard]] std::int64_t n_periods() const noexcept { return std::ssize(indptr) - 1; }
};

/// Checks the promise above. O(P).
/// @throws std::invalid_argument  naming the rule.
void check(const PeriodsView& periods, std::int64_t n_documents);

/// What V terms count in P periods, V x P numbers of each, those of a term side by side.
struct PeriodCounts {
  std::vector<double> counts;
  std::vector<std::int64_t> documents;  ///< Those of the period that have the term.
};

/// Adds up the counts of each term in each period. O(nnz + V * P), the same bytes for any number of
/// threads.
/// @param counts   V terms x N documents, such as pass `check_counts`. Value is std::int32_t or
///                 double.
/// @param periods  Such as pass `check`.
template <typename Value>
[[nodiscard]] PeriodCounts period_counts(const terms::CsrView<Value>& counts,
                                         const PeriodsView& periods,
                                         const parallel::LoopOptions& loop);

/// The percentile intervals of the rate of each term in each period, V x P, when the documents of a
/// period are drawn anew with replacement: sum of counts over sum of sizes, 0 where a draw has no
/// tokens, and NaN in a period that has none.
///
/// A word that few documents repeat has a wider interval than one that many documents have once. A
/// term that no document of a period has gets 0 to 0: what was not seen is not drawn.
///
/// O(nnz * samples), and memory as of `bootstrap_log_ratio`; the same bytes for any number of
/// threads.
/// Source: as of `bootstrap_log_ratio`.
/// @param sizes  N: tokens of each document, finite and not negative.
/// @throws std::invalid_argument  if an option is out of range, or sizes are not so.
template <typename Value>
[[nodiscard]] Intervals bootstrap_rates(const terms::CsrView<Value>& counts,
                                        std::span<const double> sizes, const PeriodsView& periods,
                                        const ResamplingOptions& options,
                                        const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
