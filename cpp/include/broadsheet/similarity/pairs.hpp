#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/similarity/search.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

struct PairsOptions {
  double min_similarity = 0;  ///< Only scores above 0 and at least this count; at least 0.
  Measure measure = Measure::kCosine;
  Pairing pairing = Pairing::kAll;
  std::int64_t max_pairs = std::numeric_limits<std::int64_t>::max();  ///< At least 0.
  Search search = Search::kAuto;
  parallel::LoopOptions loop = {};  ///< Threads and watch; the size of chunks is chosen here.
};

/// Rows of two matrices and their scores, by the left and then by the right row.
template <typename Value>
struct Pairs {
  std::vector<std::int32_t> left;
  std::vector<std::int32_t> right;
  std::vector<Value> scores;
};

/// All pairs of a row of `left` and a row of `right` that are similar enough: exact, and the same
/// bytes for any number of threads. Scores, and what counts, are as for `nearest`.
///
/// Memory is O(nnz) beside the result, which is given up as soon as it has more than `max_pairs`.
///
/// `loop.watch` is told the number of finished rows, 0 while the matrices are being indexed.
///
/// @throws std::invalid_argument  if there are more pairs than `max_pairs`, or as for `nearest`.
template <typename Value>
[[nodiscard]] Pairs<Value> pairs(const terms::CsrView<Value>& left,
                                 const terms::CsrView<Value>& right, const PairsOptions& options);

}  // namespace broadsheet::similarity
