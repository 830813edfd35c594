#pragma once

#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/candidates.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// The cosine of each pair of rows: as `pairs` and `nearest` have it, but in double. O(nnz), and
/// the lengths of both rows a pair.
/// @param pairs  Of rows in [0, N).
/// @param loop   Its watcher is told that nothing is done: work that comes after what it counts.
/// @throws std::invalid_argument  if a row is not, or is too long or too short for a cosine.
template <typename Value>
[[nodiscard]] std::vector<double> cosines(const terms::CsrView<Value>& matrix,
                                          const DocumentPairsView& pairs,
                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
