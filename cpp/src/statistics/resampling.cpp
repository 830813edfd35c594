#include "broadsheet/statistics/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <random>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/statistics/sample.hpp"
#include "broadsheet/terms/hash.hpp"
#include "draw.hpp"

namespace broadsheet::statistics {
namespace {

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

/// How often each of N documents is in each of B samples.
class Draws {
 public:
  Draws(std::size_t n_documents, std::int64_t n_samples)
      : n_samples_(static_cast<std::size_t>(n_samples)), times_(n_documents * n_samples_) {}

  void add(std::size_t document, std::size_t sample) { ++times_[document * n_samples_ + sample]; }
  /// Adds what a document adds to each sample.
  void accumulate(std::size_t document, double count, std::vector<double>& sums) const {
    const std::uint8_t* const times = times_.data() + document * n_samples_;
    double* const sum = sums.data();
    for (std::size_t i = 0; i < n_samples_; ++i) sum[i] += count * times[i];
  }
  [[nodiscard]] std::size_t n_samples() const noexcept { return n_samples_; }

 private:
  std::size_t n_samples_;
  std::vector<std::uint8_t> times_;  // Documents x samples: no one is drawn 256 times of N.
};

/// The seed of one of many samples, as SplitMix64 makes it.
std::uint64_t seed_of(std::uint64_t seed, std::size_t sample) {
  return terms::mix_bits(seed + 0x9E3779B97F4A7C15 * (static_cast<std::uint64_t>(sample) + 1));
}

/// Fills `draws` sample by sample, on the threads of a call.
template <typename Draw>
void draw_samples(Draws& draws, const parallel::LoopOptions& call, const Draw& draw) {
  const auto n_samples = static_cast<std::int64_t>(draws.n_samples());
  parallel::for_each_chunk(n_samples, parallel::uncounted(call, 0, 64),
                           [&](const parallel::Chunk& chunk) {
                             for (auto i = chunk.begin; i < chunk.end; ++i) {
                               draw(static_cast<std::size_t>(i));
                             }
                           });
}

Draws permutations(const SidesView& documents, const ResamplingOptions& options,
                   const parallel::LoopOptions& call) {
  auto members = members_of(documents, Side::kTarget);
  const auto n_target = std::ssize(members);
  const auto reference = members_of(documents, Side::kReference);
  members.insert(members.end(), reference.begin(), reference.end());
  Draws draws(documents.sides.size(), options.n_samples);
  draw_samples(draws, call, [&](std::size_t i) {
    for (const std::int64_t drawn :
         sample(std::ssize(members), n_target, seed_of(options.seed, i))) {
      draws.add(members[static_cast<std::size_t>(drawn)], i);
    }
  });
  return draws;
}

Draws bootstraps(const SidesView& documents, const ResamplingOptions& options,
                 const parallel::LoopOptions& call) {
  Draws draws(documents.sides.size(), options.n_samples);
  const std::vector<std::size_t> sides[] = {members_of(documents, Side::kTarget),
                                            members_of(documents, Side::kReference)};
  draw_samples(draws, call, [&](std::size_t i) {
    std::mt19937_64 random(seed_of(options.seed, i));
    for (const auto& members : sides) {
      for (std::size_t drawn = 0; drawn < members.size(); ++drawn) {
        draws.add(members[draw_below(members.size(), random)], i);
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

  void clear(std::size_t n_samples) {
    target = reference = 0;
    target_samples.assign(n_samples, 0);
    reference_samples.assign(n_samples, 0);
  }
};

/// Adds a count of a document to the side that it is of; `is_exchanged` where samples move
/// documents, all that are drawn being of the target.
void add(Sums& sums, const SidesView& documents, const Draws& draws, std::size_t document,
         double count, bool is_exchanged) {
  const bool is_target = is_of(documents, document, Side::kTarget);
  if (!is_target && !is_of(documents, document, Side::kReference)) return;
  (is_target ? sums.target : sums.reference) += count;
  draws.accumulate(document, count,
                   is_target || is_exchanged ? sums.target_samples : sums.reference_samples);
}

Sums sizes_of(const SidesView& documents, const Draws& draws, bool is_exchanged) {
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

double p_of(const Sums& term, const Sums& sizes) {
  constexpr double kSlack = 1e-9;  // What is equal but for rounding is as large.
  const double f = term.target + term.reference;
  if (f == 0) return kUndefined;
  const double n = sizes.target + sizes.reference;
  const double least =
      difference(term.target, term.reference, sizes.target, sizes.reference) * (1 - kSlack);
  std::int64_t n_as_large = 1;
  for (std::size_t i = 0; i < term.target_samples.size(); ++i) {
    const double target = term.target_samples[i];
    const double size = sizes.target_samples[i];
    n_as_large += difference(target, f - target, size, n - size) >= least;
  }
  return static_cast<double>(n_as_large) / static_cast<double>(term.target_samples.size() + 1);
}

/// Replaces the target samples by log ratios.
void to_log_ratios(Sums& term, const Sums& sizes) {
  const auto rate = [](double count, double size) { return (count == 0 ? 0.5 : count) / size; };
  for (std::size_t i = 0; i < term.target_samples.size(); ++i) {
    term.target_samples[i] = std::log2(rate(term.target_samples[i], sizes.target_samples[i]) /
                                       rate(term.reference_samples[i], sizes.reference_samples[i]));
  }
}

double quantile(std::vector<double>& values, double share) {
  const double place = share * static_cast<double>(values.size() - 1);
  const auto below = static_cast<std::ptrdiff_t>(std::floor(place));
  std::ranges::nth_element(values, values.begin() + below);
  const double low = values[static_cast<std::size_t>(below)];
  if (below + 1 == std::ssize(values)) return low;
  const double high = *std::min_element(values.begin() + below + 1, values.end());
  return low + (place - static_cast<double>(below)) * (high - low);
}

void check(const ResamplingOptions& options) {
  require(options.n_samples >= 1, "samples must be at least 1, not ", options.n_samples);
  require(options.alpha > 0 && options.alpha < 1, "alpha must lie in (0, 1), not ", options.alpha);
}

/// Calls `use(row, sums)` for each term.
template <typename Value, typename Use>
void for_each_term(const terms::CsrView<Value>& counts, const SidesView& documents,
                   const Draws& draws, bool is_exchanged, const parallel::LoopOptions& call,
                   const Use& use) {
  parallel::LoopOptions loop = call;
  loop.chunk_size = 64;
  parallel::Scratch<Sums> scratch([] { return Sums(); });
  parallel::for_each_chunk(counts.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    scratch.with([&](Sums& sums) {
      for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
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
                                  const parallel::LoopOptions& loop) {
  check_all(counts, documents, options);
  const Draws draws = permutations(documents, options, loop);
  const Sums sizes = sizes_of(documents, draws, true);
  std::vector<double> p(static_cast<std::size_t>(counts.n_rows()));
  for_each_term(counts, documents, draws, true, loop,
                [&](std::size_t row, Sums& term) { p[row] = p_of(term, sizes); });
  return p;
}

template <typename Value>
Intervals bootstrap_log_ratio(const terms::CsrView<Value>& counts, const SidesView& documents,
                              const ResamplingOptions& options, const parallel::LoopOptions& loop) {
  check_all(counts, documents, options);
  const Draws draws = bootstraps(documents, options, loop);
  const Sums sizes = sizes_of(documents, draws, false);
  const std::vector<double> undefined(static_cast<std::size_t>(counts.n_rows()), kUndefined);
  Intervals intervals{undefined, undefined};
  for_each_term(counts, documents, draws, false, loop, [&](std::size_t row, Sums& term) {
    if (term.target + term.reference == 0) return;
    to_log_ratios(term, sizes);
    intervals.low[row] = quantile(term.target_samples, options.alpha / 2);
    intervals.high[row] = quantile(term.target_samples, 1 - options.alpha / 2);
  });
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
