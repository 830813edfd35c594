#include "broadsheet/similarity/neighbors.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "broadsheet/require.hpp"
#include "find.hpp"

namespace broadsheet::similarity {

template <typename Value>
Neighbors<Value> nearest(const terms::CsrView<Value>& queries,
                         const terms::CsrView<Value>& candidates, const NeighborsOptions& options) {
  require(options.k >= 1, "k must be at least 1, not ", options.k);
  const auto k = static_cast<std::size_t>(options.k);
  const auto n_rows = static_cast<std::size_t>(candidates.n_rows());
  const Comparison<Value> comparison(queries, candidates,
                                     {.n_places = std::clamp<std::size_t>(n_rows, 1, k),
                                      .measure = options.measure,
                                      .min_similarity = options.min_similarity,
                                      .pairing = options.pairing,
                                      .loop = options.loop});
  const std::size_t n_places = static_cast<std::size_t>(queries.n_rows()) * k;
  Neighbors<Value> neighbors{options.k, std::vector<std::int32_t>(n_places, -1),
                             std::vector<Value>(n_places, 0)};
  const Sink<Value> sink = [&](std::int64_t query, TopK<Value>& best) {
    auto place = static_cast<std::size_t>(query) * k;
    for (const auto& neighbor : best.take()) {
      neighbors.indices[place] = neighbor.row;
      neighbors.scores[place] = neighbor.score;
      ++place;
    }
  };
  find(comparison, options.search, sink);
  return neighbors;
}

template Neighbors<float> nearest(const terms::CsrView<float>&, const terms::CsrView<float>&,
                                  const NeighborsOptions&);
template Neighbors<double> nearest(const terms::CsrView<double>&, const terms::CsrView<double>&,
                                   const NeighborsOptions&);

}  // namespace broadsheet::similarity
