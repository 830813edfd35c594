#include "broadsheet/statistics/trend.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <random>
#include <ranges>
#include <utility>

#include "broadsheet/parallel/phases.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/terms/hash.hpp"
#include "draw.hpp"
#include "resamples.hpp"
#include "tails.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// The documents [begin, end) of a period.
struct Period {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  [[nodiscard]] std::size_t size() const noexcept { return static_cast<std::size_t>(end - begin); }
};

Period period_of(const PeriodsView& periods, std::int64_t period) {
  const auto at = static_cast<std::size_t>(period);
  return {periods.indptr[at], periods.indptr[at + 1]};
}

/// The places [begin, end) of the counts of a term in the documents of a period.
template <typename Value>
std::pair<std::size_t, std::size_t> places_of(const terms::CsrView<Value>& counts,
                                              std::int64_t term, const Period& period) {
  const auto begin = counts.indices.begin();
  const auto row = std::ranges::subrange(begin + counts.begin(term), begin + counts.end(term));
  const auto first = std::ranges::lower_bound(row, period.begin);
  const auto last = std::ranges::lower_bound(first, row.end(), period.end);
  return {static_cast<std::size_t>(first - begin), static_cast<std::size_t>(last - begin)};
}

/// Draws the documents of a period anew, numbered from its first, sample after sample.
Resamples bootstraps(const Period& period, const Batch& batch, std::uint64_t seed,
                     const parallel::LoopOptions& call) {
  Resamples draws(period.size(), batch.begin, batch.end);
  draws.fill(seed, call, [&](std::uint64_t sample_seed, const auto& add) {
    std::mt19937_64 random(sample_seed);
    for (std::size_t i = 0; i < period.size(); ++i) add(draw_below(period.size(), random));
  });
  return draws;
}

std::span<const double> sizes_in(std::span<const double> sizes, const Period& period) {
  return sizes.subspan(static_cast<std::size_t>(period.begin), period.size());
}

/// A batch of the documents of a period.
struct PeriodBatch {
  std::int64_t period = 0;
  Batch batch;
};

/// The batches of each period that has tokens.
std::vector<PeriodBatch> batches_of(std::int64_t n_terms, std::span<const double> sizes,
                                    const PeriodsView& periods, const Tails& tails,
                                    const ResamplingOptions& options) {
  std::vector<PeriodBatch> batches;
  for (std::int64_t p = 0; p < periods.n_periods(); ++p) {
    const auto own_sizes = sizes_in(sizes, period_of(periods, p));
    if (!(std::accumulate(own_sizes.begin(), own_sizes.end(), 0.0) > 0)) continue;
    for (const Batch& batch :
         batches_of(n_terms, std::ssize(own_sizes), tails.bytes_per_term(), options)) {
      batches.push_back({p, batch});
    }
  }
  return batches;
}

/// Rates of a term in the samples of a batch, and room to sort them.
struct Rates {
  std::vector<double> samples;
  std::vector<double> scratch;
};

std::vector<double> sizes_of(const Resamples& draws, std::span<const double> sizes) {
  std::vector<double> sums(draws.n_samples());
  for (std::size_t i = 0; i < sizes.size(); ++i) draws.accumulate(i, sizes[i], sums);
  return sums;
}

/// Fills `rates` with the rate of a term in each sample; false if no document has the term.
template <typename Value>
bool sample_rates(const terms::CsrView<Value>& counts, std::int64_t term, const Period& period,
                  const Resamples& draws, const std::vector<double>& totals,
                  std::vector<double>& rates) {
  const auto [begin, end] = places_of(counts, term, period);
  if (begin == end) return false;
  rates.assign(draws.n_samples(), 0);
  for (std::size_t place = begin; place < end; ++place) {
    const auto document = static_cast<std::size_t>(counts.indices[place] - period.begin);
    draws.accumulate(document, static_cast<double>(counts.values[place]), rates);
  }
  for (std::size_t i = 0; i < rates.size(); ++i) {
    if (rates[i] > 0) rates[i] /= totals[i];
  }
  return true;
}

void check_sizes(std::span<const double> sizes, std::int64_t n_documents) {
  require(std::ssize(sizes) == n_documents, "sizes must be one a document, ", n_documents, ", not ",
          sizes.size());
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    require(std::isfinite(sizes[i]) && sizes[i] >= 0, "sizes must be finite and not negative: row ",
            i, " is ", sizes[i]);
  }
}

}  // namespace

void check(const PeriodsView& periods, std::int64_t n_documents) {
  require(!periods.indptr.empty() && periods.indptr.front() == 0, "periods must start at 0");
  require(std::ranges::is_sorted(periods.indptr), "periods must not decrease");
  require(periods.indptr.back() == n_documents, "periods must end at the number of documents, ",
          n_documents, ", not ", periods.indptr.back());
}

template <typename Value>
PeriodCounts period_counts(const terms::CsrView<Value>& counts, const PeriodsView& periods,
                           const parallel::LoopOptions& call) {
  const auto n_periods = static_cast<std::size_t>(periods.n_periods());
  const auto n_cells = static_cast<std::size_t>(counts.n_rows()) * n_periods;
  PeriodCounts found{std::vector<double>(n_cells), std::vector<std::int64_t>(n_cells)};
  parallel::LoopOptions loop = call;
  loop.chunk_size = 256;
  parallel::for_each_chunk(counts.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    for (std::int64_t term = chunk.begin; term < chunk.end; ++term) {
      const std::size_t first = static_cast<std::size_t>(term) * n_periods;
      std::size_t period = 0;
      for (auto i = counts.begin(term); i < counts.end(term); ++i) {
        const auto place = static_cast<std::size_t>(i);
        while (periods.indptr[period + 1] <= counts.indices[place]) ++period;
        found.counts[first + period] += static_cast<double>(counts.values[place]);
        found.documents[first + period] += counts.values[place] > 0;
      }
    }
  });
  return found;
}

template <typename Value>
Intervals bootstrap_rates(const terms::CsrView<Value>& counts, std::span<const double> sizes,
                          const PeriodsView& periods, const ResamplingOptions& options,
                          const parallel::LoopOptions& call) {
  check(options);
  check_sizes(sizes, counts.n_columns);
  const auto n_periods = periods.n_periods();
  const std::vector<double> undefined(static_cast<std::size_t>(counts.n_rows() * n_periods),
                                      kUndefined);
  Intervals found{undefined, undefined};
  Tails tails(options);
  const auto batches = batches_of(counts.n_rows(), sizes, periods, tails, options);
  parallel::Scratch<Rates> scratch([] { return Rates(); });
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const auto& [p, batch] = batches[i];
    if (batch.begin == 0) tails.clear(batch.n_terms());
    const parallel::Phase phase{static_cast<int>(i), static_cast<int>(batches.size()),
                                batch.n_terms(), counts.n_rows()};
    const auto loop = loop_of(phase, call, 64);
    const Period period = period_of(periods, p);
    const auto seed = terms::mix_bits(options.seed + static_cast<std::uint64_t>(p));
    const Resamples draws = bootstraps(period, batch, seed, loop);
    const auto totals = sizes_of(draws, sizes_in(sizes, period));
    parallel::for_each_chunk(batch.n_terms(), loop, [&](const parallel::Chunk& chunk) {
      scratch.with([&](Rates& rates) {
        for (std::int64_t place = chunk.begin; place < chunk.end; ++place) {
          const auto term = batch.first_term + place;
          const bool occurs = sample_rates(counts, term, period, draws, totals, rates.samples);
          const auto at = static_cast<std::size_t>(place);
          if (occurs) tails.add(at, batch.begin, rates.samples, rates.scratch);
          if (batch.end < options.n_samples) continue;
          const auto cell = static_cast<std::size_t>(term * n_periods + p);
          found.low[cell] = occurs ? tails.low(at) : 0;
          found.high[cell] = occurs ? tails.high(at) : 0;
        }
      });
    });
  }
  return found;
}

template PeriodCounts period_counts(const terms::CsrView<std::int32_t>&, const PeriodsView&,
                                    const parallel::LoopOptions&);
template PeriodCounts period_counts(const terms::CsrView<double>&, const PeriodsView&,
                                    const parallel::LoopOptions&);
template Intervals bootstrap_rates(const terms::CsrView<std::int32_t>&, std::span<const double>,
                                   const PeriodsView&, const ResamplingOptions&,
                                   const parallel::LoopOptions&);
template Intervals bootstrap_rates(const terms::CsrView<double>&, std::span<const double>,
                                   const PeriodsView&, const ResamplingOptions&,
                                   const parallel::LoopOptions&);

}  // namespace broadsheet::statistics
