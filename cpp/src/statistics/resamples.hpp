#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/resampling.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::statistics {

/// @throws std::invalid_argument  naming the option that is out of range.
void check(const ResamplingOptions& options);

/// How often each of N documents is in each of some samples, those of the numbers [begin, end).
/// N bytes a sample.
class Resamples {
 public:
  Resamples(std::size_t n_documents, std::int64_t begin, std::int64_t end)
      : begin_(begin),
        n_samples_(static_cast<std::size_t>(end - begin)),
        times_(n_documents * n_samples_) {}

  /// Fills sample after sample, on the threads of a call: `draw(seed, add)` calls `add(document)`
  /// for each document drawn. What is in a sample depends on its number and the seed alone.
  template <typename Draw>
  void fill(std::uint64_t seed, const parallel::LoopOptions& call, const Draw& draw) {
    const auto n_samples = static_cast<std::int64_t>(n_samples_);
    const auto loop = parallel::uncounted(call, 0, 64);
    parallel::for_each_chunk(n_samples, loop, [&](const parallel::Chunk& chunk) {
      for (auto i = chunk.begin; i < chunk.end; ++i) {
        const auto at = static_cast<std::size_t>(i);
        draw(seed_of(seed, begin_ + i),
             [&](std::size_t document) { ++times_[document * n_samples_ + at]; });
      }
    });
  }
  /// Adds what a document adds to each sample.
  void accumulate(std::size_t document, double count, std::vector<double>& sums) const {
    const std::uint8_t* const times = times_.data() + document * n_samples_;
    double* const sum = sums.data();
    for (std::size_t i = 0; i < n_samples_; ++i) sum[i] += count * times[i];
  }
  [[nodiscard]] std::size_t n_samples() const noexcept { return n_samples_; }

 private:
  /// The seed of one of many samples, as SplitMix64 makes it.
  static std::uint64_t seed_of(std::uint64_t seed, std::int64_t sample) {
    return terms::mix_bits(seed + 0x9E3779B97F4A7C15 * (static_cast<std::uint64_t>(sample) + 1));
  }

  std::int64_t begin_;
  std::size_t n_samples_;
  std::vector<std::uint8_t> times_;  // Documents x samples: no one is drawn 256 times of N.
};

/// Samples [begin, end) of the terms [first_term, last_term): what is in memory at once.
struct Batch {
  std::int64_t first_term = 0;
  std::int64_t last_term = 0;
  std::int64_t begin = 0;
  std::int64_t end = 0;

  [[nodiscard]] std::int64_t n_terms() const noexcept { return last_term - first_term; }
};

/// All samples of all terms in batches, those of the same terms one after the other: about
/// `batch_bytes` of documents drawn, and as many of what is kept of the terms.
[[nodiscard]] std::vector<Batch> batches_of(std::int64_t n_terms, std::int64_t n_documents,
                                            std::int64_t bytes_per_term,
                                            const ResamplingOptions& options);

}  // namespace broadsheet::statistics
