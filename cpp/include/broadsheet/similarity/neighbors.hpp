#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/similarity/search.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

struct NeighborsOptions {
  std::int32_t k = 10;  ///< Neighbours a row, at least 1; more than there are rows is fine.
  Measure measure = Measure::kCosine;
  double min_similarity = 0;  ///< Only scores above 0 and at least this count; at least 0.
  Pairing pairing = Pairing::kAll;
  Search search = Search::kAuto;
  parallel::LoopOptions loop = {};  ///< Threads and watch; the size of chunks is chosen here.
};

/// For each of N rows, k places: the best first, ties by the smaller row; unused places hold
/// index -1 and score 0.
template <typename Value>
struct Neighbors {
  std::int32_t k = 0;
  std::vector<std::int32_t> indices;  ///< N x k.
  std::vector<Value> scores;          ///< N x k.
};

/// The k most similar rows of `candidates` to each row of `queries`: exact, and the same bytes for
/// any number of threads. Memory is O(nnz) beside the result, never N x M.
///
/// A score is similarity::score of the two rows, summed in double and rounded once to Value; rank,
/// ties and `min_similarity` (rounded to Value as well) are decided on these rounded scores, so
/// the result can be checked by its own numbers. Bounds are only used to leave out rows that could
/// not count, with room for all rounding, so ties are never lost. Weights may be negative but for
/// kGeneralizedJaccard. A row of zeros has no neighbours by any measure.
///
/// `loop.watch` is told the number of finished rows, 0 while the candidates are being indexed.
///
/// @throws std::invalid_argument  if an option is out of range, a matrix does not hold what CsrView
///   promises, the two differ in columns, row_mass refuses a row, or `pairing` has more queries
///   than candidates.
template <typename Value>
[[nodiscard]] Neighbors<Value> nearest(const terms::CsrView<Value>& queries,
                                       const terms::CsrView<Value>& candidates,
                                       const NeighborsOptions& options);

}  // namespace broadsheet::similarity
