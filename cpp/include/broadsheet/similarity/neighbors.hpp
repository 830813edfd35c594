#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

enum class Measure { kCosine, kDot };

struct NeighborsOptions {
  std::int32_t k = 10;             ///< Neighbours a row, at least 1.
  Measure measure = Measure::kCosine;
  double min_similarity = 0;       ///< Only scores above 0 and at least this count; at least 0.
  bool exclude_self = false;       ///< Row i of the queries is row i of the candidates: leave it out.
  parallel::LoopOptions loop = {};
};

/// For each of N rows, k places: the best first, ties by the smaller row; unused places hold
/// index -1 and score 0.
template <typename Value>
struct Neighbors {
  std::int32_t k = 0;
  std::vector<std::int32_t> indices;  ///< N x k.
  std::vector<Value> scores;          ///< N x k.
};

/// The k most similar rows of `candidates` to each row of `queries`: exact, and the same for any
/// number of threads. Memory is O(nnz) beside the result, never N x M.
template <typename Value>
[[nodiscard]] Neighbors<Value> nearest(const terms::CsrView<Value>& queries,
                                       const terms::CsrView<Value>& candidates,
                                       const NeighborsOptions& options);

}  // namespace broadsheet::similarity
