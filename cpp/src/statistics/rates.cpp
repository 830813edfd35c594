#include "broadsheet/statistics/rates.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <unordered_map>
#include <utility>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/statistics/beta.hpp"
#include "broadsheet/statistics/poisson.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

struct Ends {
  double low = 0;
  double high = 0;
};

Ends poisson_ends(double count, double alpha) {
  const double low = count == 0 ? 0 : poisson_mean(count, std::log(alpha / 2));
  return {low, poisson_mean(count + 1, std::log1p(-alpha / 2))};
}

double chance(double log_odds) {
  return 1 / (1 + std::exp(-log_odds));
}

Ends binomial_ends(double count, double total, double alpha) {
  const double rest = total - count;
  const double low = count == 0 ? 0 : chance(beta_quantile_log_odds(alpha / 2, count, rest + 1));
  const double high = rest == 0 ? 1 : chance(-beta_quantile_log_odds(alpha / 2, rest, count + 1));
  return {low, high};
}

struct Cell {
  double count = 0;
  double total = 0;
  bool operator==(const Cell&) const = default;
};

struct CellHash {
  std::size_t operator()(const Cell& cell) const noexcept {
    const auto count = std::bit_cast<std::uint64_t>(cell.count);
    return terms::mix_bits(terms::mix_bits(count) ^ std::bit_cast<std::uint64_t>(cell.total));
  }
};

/// Works out the ends of each interval once.
class Interval {
 public:
  Interval(RateInterval kind, double alpha) : kind_(kind), alpha_(alpha) {}

  /// Of a rate; the total is above 0.
  Ends ends(double count, double total) {
    const bool is_poisson = kind_ == RateInterval::kPoisson;
    const auto [found, is_new] = known_.try_emplace({count, is_poisson ? 1 : total});
    Ends& ends = found->second;
    if (is_new)
      ends = is_poisson ? poisson_ends(count, alpha_) : binomial_ends(count, total, alpha_);
    return is_poisson ? Ends{ends.low / total, ends.high / total} : ends;
  }

 private:
  RateInterval kind_;
  double alpha_;
  std::unordered_map<Cell, Ends, CellHash> known_;
};

void check(std::span<const double> counts, std::span<const double> totals, RateInterval interval) {
  require(counts.size() == totals.size(), "totals must be one a count, ", counts.size(), ", not ",
          totals.size());
  for (std::size_t i = 0; i < counts.size(); ++i) {
    require(std::isfinite(counts[i]) && counts[i] >= 0,
            "counts must be finite and not negative: row ", i, " is ", counts[i]);
    require(std::isfinite(totals[i]) && totals[i] >= 0,
            "totals must be finite and not negative: row ", i, " is ", totals[i]);
    require(totals[i] > 0 || counts[i] == 0, "totals must not be 0 where counts are not: row ", i,
            " counts ", counts[i]);
    require(interval == RateInterval::kPoisson || counts[i] <= totals[i],
            "counts must not exceed totals for a binomial interval: row ", i, " counts ", counts[i],
            " of ", totals[i]);
  }
}

}  // namespace

Rates rates(std::span<const double> counts, std::span<const double> totals, RateInterval interval,
            double alpha, const parallel::LoopOptions& call) {
  require(alpha > 0 && alpha < 1, "alpha must lie in (0, 1), not ", alpha);
  check(counts, totals, interval);
  const std::vector<double> undefined(counts.size(), kUndefined);
  Rates found{undefined, undefined, undefined};
  parallel::LoopOptions loop = call;
  loop.chunk_size = 4096;
  parallel::Scratch<Interval> scratch([=] { return Interval(interval, alpha); });
  parallel::for_each_chunk(std::ssize(counts), loop, [&](const parallel::Chunk& chunk) {
    scratch.with([&](Interval& known) {
      for (auto i = static_cast<std::size_t>(chunk.begin); std::cmp_less(i, chunk.end); ++i) {
        if (totals[i] == 0) continue;
        const Ends ends = known.ends(counts[i], totals[i]);
        found.values[i] = counts[i] / totals[i];
        found.low[i] = ends.low;
        found.high[i] = ends.high;
      }
    });
  });
  return found;
}

}  // namespace broadsheet::statistics
