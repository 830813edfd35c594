#include "comparison.hpp"

#include <algorithm>
#include <limits>

namespace broadsheet::similarity {
namespace {

/// `value` rounded to Value; what is beyond its range becomes infinite.
template <typename Value>
Value round_to(double value) {
  constexpr auto kGreatest = static_cast<double>(std::numeric_limits<Value>::max());
  return value > kGreatest ? std::numeric_limits<Value>::infinity() : static_cast<Value>(value);
}

}  // namespace

template <typename Value>
Comparison<Value>::Comparison(const terms::CsrView<Value>& queries,
                              const terms::CsrView<Value>& candidates,
                              const NeighborsOptions& options)
    : queries_(queries),
      candidates_(candidates),
      options_(options),
      query_squares_(row_squares(queries, "queries", before_queries())),
      squares_(row_squares(candidates, "candidates", before_queries())) {}

template <typename Value>
parallel::LoopOptions Comparison<Value>::before_queries() const {
  parallel::LoopOptions loop{.n_threads = options_.loop.n_threads, .chunk_size = 1024};
  if (options_.loop.watch) {
    loop.watch = [&watch = options_.loop.watch](std::int64_t) { watch(0); };
  }
  return loop;
}

template <typename Value>
TopK<Value> Comparison<Value>::places() const {
  const auto n_rows = std::max<std::int64_t>(1, candidates_.n_rows());
  return TopK<Value>(static_cast<std::size_t>(std::min<std::int64_t>(options_.k, n_rows)),
                     round_to<Value>(options_.min_similarity));
}

template <typename Value>
void Comparison<Value>::offer(std::int64_t query, std::int64_t row, const RowDots<Value>& dots,
                              TopK<Value>& best) const {
  const double exact = score(options_.measure, dots.dot(candidates_, row), query_square(query),
                             squares_[static_cast<std::size_t>(row)]);
  best.offer({static_cast<Value>(exact), static_cast<std::int32_t>(row)});
}

template <typename Value>
Neighbors<Value> Comparison<Value>::unused() const {
  const auto n_places =
      static_cast<std::size_t>(queries_.n_rows()) * static_cast<std::size_t>(options_.k);
  return {options_.k, std::vector<std::int32_t>(n_places, -1), std::vector<Value>(n_places, 0)};
}

template <typename Value>
void Comparison<Value>::write(std::int64_t query, TopK<Value>& best,
                              Neighbors<Value>& neighbors) const {
  auto place = static_cast<std::size_t>(query) * static_cast<std::size_t>(options_.k);
  for (const auto& neighbor : best.take()) {
    neighbors.indices[place] = neighbor.row;
    neighbors.scores[place] = neighbor.score;
    ++place;
  }
}

template class Comparison<float>;
template class Comparison<double>;

}  // namespace broadsheet::similarity
