#include "resamples.hpp"

#include <algorithm>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {

void check(const ResamplingOptions& options) {
  require(options.n_samples >= 1, "samples must be at least 1, not ", options.n_samples);
  require(options.alpha > 0 && options.alpha < 1, "alpha must lie in (0, 1), not ", options.alpha);
  require(options.batch_bytes >= 1, "batch_bytes must be at least 1, not ", options.batch_bytes);
}

std::vector<Batch> batches_of(std::int64_t n_terms, std::int64_t n_documents,
                              std::int64_t bytes_per_term, const ResamplingOptions& options) {
  const auto fitting = [&](std::int64_t bytes) {
    return std::max<std::int64_t>(options.batch_bytes / std::max<std::int64_t>(bytes, 1), 1);
  };
  const auto most_terms = fitting(bytes_per_term);
  const auto most_samples = fitting(n_documents);
  std::vector<Batch> batches;
  for (std::int64_t term = 0; term < n_terms; term += most_terms) {
    for (std::int64_t sample = 0; sample < options.n_samples; sample += most_samples) {
      batches.push_back({term, std::min(term + most_terms, n_terms), sample,
                         std::min(sample + most_samples, options.n_samples)});
    }
  }
  return batches;
}

}  // namespace broadsheet::statistics
