#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/statistics/resampling.hpp"

namespace broadsheet::statistics {

/// The percentile intervals of values of some terms in samples that come batch after batch: of each
/// term the least and the greatest values alone, about alpha of them, interpolated linearly, type 7
/// of Hyndman and Fan 1996. Those of one value each are kept whole.
///
/// Terms may be added to on several threads at once, each on one.
class Tails {
 public:
  explicit Tails(const ResamplingOptions& options);

  /// Forgets all terms, and makes room for so many.
  void clear(std::int64_t n_terms);

  /// Takes in the values of a term in the samples of a batch, `n_before` having come in earlier
  /// ones. `scratch` holds what it likes. O(values).
  void add(std::size_t term, std::int64_t n_before, std::span<const double> values,
           std::vector<double>& scratch);

  /// The lower end, of a term whose samples are all in.
  [[nodiscard]] double low(std::size_t term);
  /// The upper end.
  [[nodiscard]] double high(std::size_t term);

  [[nodiscard]] std::int64_t bytes_per_term() const noexcept {
    return static_cast<std::int64_t>((n_low_ + n_high_) * sizeof(double));
  }

 private:
  [[nodiscard]] std::span<double> low_of(std::size_t term) {
    return std::span(low_).subspan(term * n_low_, n_low_);
  }
  [[nodiscard]] std::span<double> high_of(std::size_t term) {
    return std::span(high_).subspan(term * n_high_, n_high_);
  }

  double low_place_;  // Among the samples in order, from 0; between two of them.
  double high_place_;
  std::size_t n_low_;
  std::size_t n_high_;
  std::vector<double> low_;
  std::vector<double> high_;
};

}  // namespace broadsheet::statistics
