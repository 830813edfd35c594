#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::statistics {

/// Kleinberg's automaton for batches: in state i, each of the d items of a period is relevant with
/// the chance p_i = p_0 s^i, p_0 being the share over all periods. States whose p_i reaches 1 do
/// not exist.
struct BurstOptions {
  double scaling = 2;  ///< s, above 1: how much more frequent each level is than the one below.
  double gamma = 1;    ///< From 0: to rise by one level costs gamma ln n, to fall costs nothing.
  std::int32_t n_levels = 1;  ///< The highest state, from 1; 1 is the automaton of two states.
};

/// The likeliest states of a series: those of the least sum of -ln P(r_t of d_t) and of what rises
/// cost, by Viterbi's algorithm. The automaton starts in state 0 before the first period, and n is
/// the number of periods that have items. Of equal costs the lower state is taken, so that a burst
/// neither begins nor ends with periods that have none. O(P * levels^2).
///
/// Source: Kleinberg, "Bursty and hierarchical structure in streams", Data Mining and Knowledge
/// Discovery 7(4), 2003, section 4; Viterbi, IEEE Transactions on Information Theory 13(2), 1967.
/// @param counts  P: relevant items of each period, r.
/// @param totals  P: all items of each period, d, none below its count.
[[nodiscard]] std::vector<std::int32_t> burst_states(std::span<const double> counts,
                                                     std::span<const double> totals,
                                                     const BurstOptions& options);

/// Bursts, each a longest run of periods in states of at least its level: those of one term side by
/// side, by start, and from the widest level to those inside it.
struct Bursts {
  std::vector<std::int64_t> terms;
  std::vector<std::int32_t> levels;  ///< From 1.
  std::vector<std::int64_t> starts;  ///< The first period.
  std::vector<std::int64_t> ends;    ///< The last period.
  std::vector<double> counts;        ///< Relevant items within.
  std::vector<double> totals;        ///< All items within.
  /// How much likelier the periods are made by the level than by the one below:
  /// sum of ln P(r | p_level) - ln P(r | p_(level - 1)).
  std::vector<double> weights;
};

/// The bursts of V terms in P periods. O(V * P * levels^2), the same bytes for any number of
/// threads.
/// @param counts  V x P, those of a term side by side: finite, not negative, and at most the total.
/// @param totals  P, finite and not negative.
/// @throws std::invalid_argument  if an option is out of range, or naming row, period and value.
[[nodiscard]] Bursts bursts(std::span<const double> counts, std::span<const double> totals,
                            const BurstOptions& options, const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
