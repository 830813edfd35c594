#include "resamples.hpp"

#include <algorithm>
#include <cmath>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {

void check(const ResamplingOptions& options) {
  require(options.n_samples >= 1, "samples must be at least 1, not ", options.n_samples);
  require(options.alpha > 0 && options.alpha < 1, "alpha must lie in (0, 1), not ", options.alpha);
  require(options.batch_bytes >= 1, "batch_bytes must be at least 1, not ", options.batch_bytes);
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

}  // namespace broadsheet::statistics
