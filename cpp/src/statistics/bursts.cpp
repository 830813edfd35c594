#include "broadsheet/statistics/bursts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>

#include "append.hpp"
#include "broadsheet/require.hpp"

namespace broadsheet::statistics {
namespace {

double sum(std::span<const double> values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// The states of a series, and what each gains over state 0 in a period.
class Automaton {
 public:
  Automaton(std::span<const double> counts, std::span<const double> totals,
            const BurstOptions& options)
      : counts_(counts), totals_(totals), log_scaling_(std::log(options.scaling)) {
    const double share = sum(counts) / sum(totals);
    double chance = share;
    for (std::int32_t level = 0; level <= options.n_levels && chance < 1; ++level) {
      log_rest_.push_back(std::log1p(-chance) - std::log1p(-share));
      chance *= options.scaling;
    }
    const auto n = std::ranges::count_if(totals, [](double total) { return total > 0; });
    rise_ = options.gamma * std::log(static_cast<double>(n));
  }

  [[nodiscard]] std::size_t n_states() const noexcept { return log_rest_.size(); }
  /// ln P(r | p_state) - ln P(r | p_0): the ways to choose r of d are the same for both.
  [[nodiscard]] double gain(std::size_t state, std::size_t period) const {
    const double rest = totals_[period] - counts_[period];
    return counts_[period] * static_cast<double>(state) * log_scaling_ + rest * log_rest_[state];
  }
  [[nodiscard]] double cost(std::size_t from, std::size_t to) const {
    return to > from ? static_cast<double>(to - from) * rise_ : 0;
  }

 private:
  std::span<const double> counts_;
  std::span<const double> totals_;
  double log_scaling_;
  double rise_ = 0;
  std::vector<double> log_rest_;  // ln((1 - p_i) / (1 - p_0)) of each state.
};

/// The state from which a state is reached at the least cost, the lowest of equals.
std::size_t best_from(const Automaton& automaton, const std::vector<double>& costs,
                      std::size_t to) {
  std::size_t best = 0;
  for (std::size_t from = 1; from < costs.size(); ++from) {
    if (costs[from] + automaton.cost(from, to) < costs[best] + automaton.cost(best, to)) {
      best = from;
    }
  }
  return best;
}

std::vector<std::int32_t> likeliest(const Automaton& automaton, std::size_t n_periods) {
  const std::size_t n_states = automaton.n_states();
  std::vector<std::int32_t> states(n_periods);
  if (n_states < 2) return states;
  std::vector<std::size_t> from(n_periods * n_states);
  std::vector<double> costs(n_states, std::numeric_limits<double>::infinity());
  costs[0] = 0;
  std::vector<double> next(n_states);
  for (std::size_t t = 0; t < n_periods; ++t) {
    for (std::size_t to = 0; to < n_states; ++to) {
      const std::size_t best = best_from(automaton, costs, to);
      from[t * n_states + to] = best;
      next[to] = costs[best] + automaton.cost(best, to) - automaton.gain(to, t);
    }
    costs.swap(next);
  }
  auto state = static_cast<std::size_t>(std::ranges::min_element(costs) - costs.begin());
  for (std::size_t t = n_periods; t-- > 0; state = from[t * n_states + state]) {
    states[t] = static_cast<std::int32_t>(state);
  }
  return states;
}

/// Adds the bursts of a term, those of a level from a period on before those inside them.
void append(Bursts& found, std::int64_t term, const Automaton& automaton,
            std::span<const double> counts, std::span<const double> totals,
            const std::vector<std::int32_t>& states) {
  for (std::size_t start = 0; start < states.size(); ++start) {
    const std::int32_t before = start == 0 ? 0 : states[start - 1];
    for (std::int32_t level = before + 1; level <= states[start]; ++level) {
      const auto at = static_cast<std::size_t>(level);
      double weight = 0;
      std::size_t end = start;
      for (; end < states.size() && states[end] >= level; ++end) {
        weight += automaton.gain(at, end) - automaton.gain(at - 1, end);
      }
      found.terms.push_back(term);
      found.levels.push_back(level);
      found.starts.push_back(static_cast<std::int64_t>(start));
      found.ends.push_back(static_cast<std::int64_t>(end) - 1);
      found.counts.push_back(sum(counts.subspan(start, end - start)));
      found.totals.push_back(sum(totals.subspan(start, end - start)));
      found.weights.push_back(weight);
    }
  }
}

void check(std::span<const double> counts, std::span<const double> totals,
           const BurstOptions& options) {
  require(std::isfinite(options.scaling) && options.scaling > 1,
          "s must be finite and above 1, not ", options.scaling);
  require(std::isfinite(options.gamma) && options.gamma >= 0,
          "gamma must be finite and not negative, not ", options.gamma);
  require(options.n_levels >= 1, "levels must be at least 1, not ", options.n_levels);
  require(totals.empty() ? counts.empty() : counts.size() % totals.size() == 0,
          "counts must be one a period, ", totals.size(), ", not ", counts.size());
  for (std::size_t t = 0; t < totals.size(); ++t) {
    require(std::isfinite(totals[t]) && totals[t] >= 0,
            "totals must be finite and not negative: period ", t, " is ", totals[t]);
  }
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const std::size_t t = i % totals.size();
    require(counts[i] >= 0 && counts[i] <= totals[t],
            "counts must lie from 0 to the total of their period: row ", i / totals.size(),
            ", period ", t, " counts ", counts[i], " of ", totals[t]);
  }
}

Bursts joined(const std::vector<Bursts>& parts) {
  Bursts whole;
  for (const Bursts& part : parts) {
    append_all(whole.terms, part.terms);
    append_all(whole.levels, part.levels);
    append_all(whole.starts, part.starts);
    append_all(whole.ends, part.ends);
    append_all(whole.counts, part.counts);
    append_all(whole.totals, part.totals);
    append_all(whole.weights, part.weights);
  }
  return whole;
}

}  // namespace

std::vector<std::int32_t> burst_states(std::span<const double> counts,
                                       std::span<const double> totals,
                                       const BurstOptions& options) {
  return likeliest(Automaton(counts, totals, options), totals.size());
}

Bursts bursts(std::span<const double> counts, std::span<const double> totals,
              const BurstOptions& options, const parallel::LoopOptions& call) {
  check(counts, totals, options);
  if (counts.empty()) return {};
  const auto n_terms = static_cast<std::int64_t>(counts.size() / totals.size());
  parallel::LoopOptions loop = call;
  loop.chunk_size = 256;
  std::vector<Bursts> parts(static_cast<std::size_t>(parallel::count_chunks(n_terms, loop)));
  parallel::for_each_chunk(n_terms, loop, [&](const parallel::Chunk& chunk) {
    Bursts& found = parts[static_cast<std::size_t>(chunk.index)];
    for (std::int64_t term = chunk.begin; term < chunk.end; ++term) {
      const auto row =
          counts.subspan(static_cast<std::size_t>(term) * totals.size(), totals.size());
      const Automaton automaton(row, totals, options);
      append(found, term, automaton, row, totals, likeliest(automaton, totals.size()));
    }
  });
  return joined(parts);
}

}  // namespace broadsheet::statistics
