#include "broadsheet/statistics/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>

#include "broadsheet/parallel/phases.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/statistics/sample.hpp"
#include "draw.hpp"
#include "resamples.hpp"
#include "tails.hpp"

namespace broadsheet::statistics {
namespace {

constexpr std::int64_t kTermsPerChunk = 64;
constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

bool is_of(const SidesView& documents, std::size_t document, Side side) {
  return documents.sides[document] == static_cast<std::uint8_t>(side);
}

std::vector<std::size_t> members_of(const SidesView& documents, Side side) {
  std::vector<std::size_t> members;
  for (std::size_t i = 0; i < documents.sides.size(); ++i) {
    if (is_of(documents, i, side)) members.push_back(i);
  }
  return members;
}

/// Exchanges of documents, those that samples move to the target, of the numbers [begin, end).
Resamples permutations(const SidesView& documents, const ResamplingOptions& options,
                       std::int64_t begin, std::int64_t end, const parallel::LoopOptions& loop) {
  auto members = members_of(documents, Side::kTarget);
  const auto n_target = std::ssize(members);
  const auto reference = members_of(documents, Side::kReference);
  members.insert(members.end(), reference.begin(), reference.end());
  Resamples draws(documents.sides.size(), begin, end);
  draws.fill(options.seed, loop, [&](std::uint64_t seed, const auto& add) {
    for (const std::int64_t drawn : sample(std::ssize(members), n_target, seed)) {
      add(members[static_cast<std::size_t>(drawn)]);
    }
  });
  return draws;
}

/// Documents of each side drawn anew, in the samples of the numbers [begin, end).
Resamples bootstraps(const SidesView& documents, const ResamplingOptions& options,
                     std::int64_t begin, std::int64_t end, const parallel::LoopOptions& loop) {
  Resamples draws(documents.sides.size(), begin, end);
  const std::vector<std::size_t> sides[] = {members_of(documents, Side::kTarget),
                                            members_of(documents, Side::kReference)};
  draws.fill(options.seed, loop, [&](std::uint64_t seed, const auto& add) {
    std::mt19937_64 random(seed);
    for (const auto& members : sides) {
      for (std::size_t drawn = 0; drawn < members.size(); ++drawn) {
        add(members[draw_below(members.size(), random)]);
      }
    }
  });
  return draws;
}

/// Sums over the documents of a comparison: observed, and in each sample.
struct Sums {
  double target = 0;
  double reference = 0;
  std::vector<double> target_samples;
  std::vector<double> reference_samples;
  std::vector<double> scratch;

  void clear(std::size_t n_samples) {
    target = reference = 0;
    target_samples.assign(n_samples, 0);
    reference_samples.assign(n_samples, 0);
  }
};

/// Adds a count of a document to the side that it is of; `is_exchanged` where samples move
/// documents, all that are drawn being of the target.
void add(Sums& sums, const SidesView& documents, const Resamples& draws, std::size_t document,
         double count, bool is_exchanged) {
  const bool is_target = is_of(documents, document, Side::kTarget);
  if (!is_target && !is_of(documents, document, Side::kReference)) return;
  (is_target ? sums.target : sums.reference) += count;
  draws.accumulate(document, count,
                   is_target || is_exchanged ? sums.target_samples : sums.reference_samples);
}

Sums sizes_of(const SidesView& documents, const Resamples& draws, bool is_exchanged) {
  Sums sizes;
  sizes.clear(draws.n_samples());
  for (std::size_t i = 0; i < documents.sizes.size(); ++i) {
    add(sizes, documents, draws, i, documents.sizes[i], is_exchanged);
  }
  return sizes;
}

double difference(double target, double reference, double n_target, double n_reference) {
  return std::abs(target / n_target - reference / n_reference);
}

/// How many samples differ by as much as what is observed.
std::int64_t count_as_large(const Sums& term, const Sums& sizes) {
  constexpr double kSlack = 1e-9;  // What is equal but for rounding is as large.
  const double f = term.target + term.reference;
  const double n = sizes.target + sizes.reference;
  const double least =
      difference(term.target, term.reference, sizes.target, sizes.reference) * (1 - kSlack);
  std::int64_t n_as_large = 0;
  for (std::size_t i = 0; i < term.target_samples.size(); ++i) {
    const double target = term.target_samples[i];
    const double size = sizes.target_samples[i];
    n_as_large += difference(target, f - target, size, n - size) >= least;
  }
  return n_as_large;
}

/// Replaces the target samples by log ratios: infinite where one side has drawn no tokens, and 0
/// where neither has.
void to_log_ratios(Sums& term, const Sums& sizes) {
  const auto rate = [](double count, double size) { return (count == 0 ? 0.5 : count) / size; };
  for (std::size_t i = 0; i < term.target_samples.size(); ++i) {
    const double ratio = std::log2(rate(term.target_samples[i], sizes.target_samples[i]) /
                                   rate(term.reference_samples[i], sizes.reference_samples[i]));
    term.target_samples[i] = std::isnan(ratio) ? 0 : ratio;
  }
}

/// Calls `use(row, sums)` for each of the terms [first, last).
template <typename Value, typename Use>
void for_each_term(const terms::CsrView<Value>& counts, std::int64_t first, std::int64_t last,
                   const SidesView& documents, const Resamples& draws, bool is_exchanged,
                   const parallel::LoopOptions& loop, const Use& use) {
  parallel::Scratch<Sums> scratch([] { return Sums(); });
  parallel::for_each_chunk(last - first, loop, [&](const parallel::Chunk& chunk) {
    scratch.with([&](Sums& sums) {
      for (std::int64_t row = first + chunk.begin; row < first + chunk.end; ++row) {
        sums.clear(draws.n_samples());
        for (auto place = counts.begin(row); place < counts.end(row); ++place) {
          const auto at = static_cast<std::size_t>(place);
          add(sums, documents, draws, static_cast<std::size_t>(counts.indices[at]),
              static_cast<double>(counts.values[at]), is_exchanged);
        }
        use(static_cast<std::size_t>(row), sums);
      }
    });
  });
}

template <typename Value>
void check_all(const terms::CsrView<Value>& counts, const SidesView& documents,
               const ResamplingOptions& options) {
  check(options);
  check(documents);
  require(std::ssize(documents.sizes) == counts.n_columns, "sizes must be one a document, ",
          counts.n_columns, ", not ", documents.sizes.size());
}

}  // namespace

void check(const SidesView& documents) {
  require(documents.sizes.size() == documents.sides.size(), "sides must be one a document, ",
          documents.sizes.size(), ", not ", documents.sides.size());
  double sizes[3] = {0, 0, 0};
  for (std::size_t i = 0; i < documents.sizes.size(); ++i) {
    require(std::isfinite(documents.sizes[i]) && documents.sizes[i] >= 0,
            "sizes must be finite and not negative: row ", i, " is ", documents.sizes[i]);
    require(documents.sides[i] <= 2, "sides must be 0, 1 or 2: row ", i, " is ",
            static_cast<int>(documents.sides[i]));
    sizes[documents.sides[i]] += documents.sizes[i];
  }
  require(sizes[1] > 0, "target must have tokens");
  require(sizes[2] > 0, "reference must have tokens");
}

template <typename Value>
std::vector<double> permutation_p(const terms::CsrView<Value>& counts, const SidesView& documents,
                                  const ResamplingOptions& options,
                                  const parallel::LoopOptions& call) {
  check_all(counts, documents, options);
  const auto batch = std::max<std::int64_t>(options.batch_bytes / counts.n_columns, 1);
  const auto n_batches = (options.n_samples - 1) / batch + 1;
  const auto n_terms = counts.n_rows();
  // The observed is one of them; 0 for a term that neither side has.
  std::vector<std::int64_t> n_as_large(static_cast<std::size_t>(n_terms), 1);
  for (std::int64_t i = 0; i < n_batches; ++i) {
    const auto begin = i * batch;
    const auto end = std::min(begin + batch, options.n_samples);
    const parallel::Phase phase{static_cast<int>(i), static_cast<int>(n_batches), n_terms, n_terms};
    const auto loop = loop_of(phase, call, kTermsPerChunk);
    const Resamples draws = permutations(documents, options, begin, end, loop);
    const Sums sizes = sizes_of(documents, draws, true);
    const auto count = [&](std::size_t row, const Sums& term) {
      const bool occurs = term.target + term.reference > 0;
      n_as_large[row] = occurs ? n_as_large[row] + count_as_large(term, sizes) : 0;
    };
    for_each_term(counts, 0, n_terms, documents, draws, true, loop, count);
  }
  std::vector<double> p;
  for (const std::int64_t n : n_as_large) {
    const auto share = static_cast<double>(n) / static_cast<double>(options.n_samples + 1);
    p.push_back(n == 0 ? kUndefined : share);
  }
  return p;
}

template <typename Value>
Intervals bootstrap_log_ratio(const terms::CsrView<Value>& counts, const SidesView& documents,
                              const ResamplingOptions& options, const parallel::LoopOptions& call) {
  check_all(counts, documents, options);
  const auto n_terms = counts.n_rows();
  Tails tails(options);
  const auto batches = batches_of(n_terms, counts.n_columns, tails.bytes_per_term(), options);
  const std::vector<double> undefined(static_cast<std::size_t>(n_terms), kUndefined);
  Intervals intervals{undefined, undefined};
  for (std::size_t i = 0; i < batches.size(); ++i) {
    const Batch& batch = batches[i];
    if (batch.begin == 0) tails.clear(batch.n_terms());
    const parallel::Phase phase{static_cast<int>(i), static_cast<int>(batches.size()),
                                batch.n_terms(), n_terms};
    const auto loop = loop_of(phase, call, kTermsPerChunk);
    const Resamples draws = bootstraps(documents, options, batch.begin, batch.end, loop);
    const Sums sizes = sizes_of(documents, draws, false);
    const auto take_in = [&](std::size_t row, Sums& term) {
      if (term.target + term.reference == 0) return;
      to_log_ratios(term, sizes);
      const std::size_t place = row - static_cast<std::size_t>(batch.first_term);
      tails.add(place, batch.begin, term.target_samples, term.scratch);
      if (batch.end < options.n_samples) return;
      intervals.low[row] = tails.low(place);
      intervals.high[row] = tails.high(place);
    };
    for_each_term(counts, batch.first_term, batch.last_term, documents, draws, false, loop,
                  take_in);
  }
  return intervals;
}

template std::vector<double> permutation_p(const terms::CsrView<std::int32_t>&, const SidesView&,
                                           const ResamplingOptions&, const parallel::LoopOptions&);
template std::vector<double> permutation_p(const terms::CsrView<double>&, const SidesView&,
                                           const ResamplingOptions&, const parallel::LoopOptions&);
template Intervals bootstrap_log_ratio(const terms::CsrView<std::int32_t>&, const SidesView&,
                                       const ResamplingOptions&, const parallel::LoopOptions&);
template Intervals bootstrap_log_ratio(const terms::CsrView<double>&, const SidesView&,
                                       const ResamplingOptions&, const parallel::LoopOptions&);

}  // namespace broadsheet::statistics
