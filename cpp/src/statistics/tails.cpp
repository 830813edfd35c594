#include "tails.hpp"

#include <algorithm>
#include <cmath>
#include <functional>

namespace broadsheet::statistics {
namespace {

/// Puts the first in some order of values and of those that were kept into their place.
template <typename Order>
void keep(std::span<double> kept, std::int64_t n_before, std::span<const double> values,
          std::vector<double>& scratch, Order order) {
  scratch.assign(values.begin(), values.end());
  const auto n_kept = std::min(std::ssize(kept), n_before);
  scratch.insert(scratch.end(), kept.begin(), kept.begin() + n_kept);
  const auto n = std::min(std::ssize(kept), std::ssize(scratch));
  if (n < std::ssize(scratch))
    std::nth_element(scratch.begin(), scratch.begin() + n, scratch.end(), order);
  std::copy_n(scratch.begin(), n, kept.begin());
}

/// The value at a place between the first two of some values in order, `share` of the way.
double between(std::span<double> values, double share) {
  if (values.size() == 1) return values.front();
  return values[0] + share * (values[1] - values[0]);
}

}  // namespace

Tails::Tails(const ResamplingOptions& options)
    : low_place_(options.alpha / 2 * static_cast<double>(options.n_samples - 1)),
      high_place_((1 - options.alpha / 2) * static_cast<double>(options.n_samples - 1)) {
  const auto n_samples = static_cast<std::size_t>(options.n_samples);
  n_low_ = std::min(static_cast<std::size_t>(low_place_) + 2, n_samples);
  n_high_ = n_samples - static_cast<std::size_t>(high_place_);
}

void Tails::clear(std::int64_t n_terms) {
  low_.resize(static_cast<std::size_t>(n_terms) * n_low_);
  high_.resize(static_cast<std::size_t>(n_terms) * n_high_);
}

void Tails::add(std::size_t term, std::int64_t n_before, std::span<const double> values,
                std::vector<double>& scratch) {
  keep(low_of(term), n_before, values, scratch, std::less<>{});
  keep(high_of(term), n_before, values, scratch, std::greater<>{});
}

double Tails::low(std::size_t term) {
  const auto kept = low_of(term);
  std::ranges::sort(kept);
  const double below = std::floor(low_place_);
  return between(kept.subspan(static_cast<std::size_t>(below)), low_place_ - below);
}

double Tails::high(std::size_t term) {
  const auto kept = high_of(term);
  std::ranges::sort(kept);
  return between(kept, high_place_ - std::floor(high_place_));
}

}  // namespace broadsheet::statistics
