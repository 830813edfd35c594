#include "broadsheet/similarity/pairs.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>

#include "broadsheet/require.hpp"
#include "find.hpp"

namespace broadsheet::similarity {

template <typename Value>
Pairs<Value> pairs(const terms::CsrView<Value>& left, const terms::CsrView<Value>& right,
                   const PairsOptions& options) {
  require(options.max_pairs >= 0, "max_pairs must not be negative, not ", options.max_pairs);
  const Comparison<Value> comparison(left, right,
                                     {.n_places = TopK<Value>::kEvery,
                                      .measure = options.measure,
                                      .min_similarity = options.min_similarity,
                                      .pairing = options.pairing,
                                      .loop = options.loop});
  std::vector<std::vector<Scored<Value>>> found(static_cast<std::size_t>(left.n_rows()));
  std::atomic<std::int64_t> n_pairs = 0;
  const Sink<Value> sink = [&](std::int64_t query, TopK<Value>& best) {
    auto rows = best.take();
    n_pairs += static_cast<std::int64_t>(rows.size());
    require(n_pairs <= options.max_pairs, "more than max_pairs = ", options.max_pairs,
            " pairs have a similarity of at least ", options.min_similarity,
            ": raise min_similarity or max_pairs");
    std::sort(rows.begin(), rows.end(),
              [](const auto& one, const auto& other) { return one.row < other.row; });
    rows.shrink_to_fit();
    found[static_cast<std::size_t>(query)] = std::move(rows);
  };
  find(comparison, options.search, sink);

  Pairs<Value> pairs;
  const auto n = static_cast<std::size_t>(n_pairs.load());
  pairs.left.reserve(n);
  pairs.right.reserve(n);
  pairs.scores.reserve(n);
  for (std::size_t row = 0; row < found.size(); ++row) {
    for (const auto& [score, other] : found[row]) {
      pairs.left.push_back(static_cast<std::int32_t>(row));
      pairs.right.push_back(other);
      pairs.scores.push_back(score);
    }
    found[row] = {};  // So that the pairs are not held twice.
  }
  return pairs;
}

template Pairs<float> pairs(const terms::CsrView<float>&, const terms::CsrView<float>&,
                            const PairsOptions&);
template Pairs<double> pairs(const terms::CsrView<double>&, const terms::CsrView<double>&,
                             const PairsOptions&);

}  // namespace broadsheet::similarity
