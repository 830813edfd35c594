#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "broadsheet/terms/frequencies.hpp"

namespace broadsheet::terms {

/// Which columns of a matrix stay. Bounds need not be whole, as with TrimOptions.
struct ColumnBounds {
  double min_documents = 0;  ///< In fewer documents: dropped. Not negative.
  double max_documents = std::numeric_limits<double>::infinity();  ///< In more: dropped.
  double min_count = 0;  ///< Counted fewer times: dropped. Not negative.
  double max_count = std::numeric_limits<double>::infinity();  ///< Counted more often: dropped.
  /// Of those, only so many that are counted most often; at least 1.
  std::int64_t max_terms = std::numeric_limits<std::int64_t>::max();
};

/// The columns that stay, and how many each bound dropped: the first of those that did, in the
/// order below.
struct TrimmedColumns {
  std::vector<std::int32_t> kept;  ///< Ascending.
  std::int64_t n_rare = 0;         ///< By min_documents.
  std::int64_t n_common = 0;       ///< By max_documents.
  std::int64_t n_seldom = 0;       ///< By min_count.
  std::int64_t n_often = 0;        ///< By max_count.
  std::int64_t n_beyond = 0;       ///< By max_terms.
};

/// O(V).
///
/// @param ranks  The place of each column in the order of labels: of equally frequent ones the
///               first come first.
/// @throws std::invalid_argument  if a bound is out of range or no column stays; the message then
///         says how many columns each bound dropped.
[[nodiscard]] TrimmedColumns trim_columns(const Frequencies<double>& frequencies,
                                          std::span<const std::int64_t> ranks,
                                          const ColumnBounds& bounds);

}  // namespace broadsheet::terms
