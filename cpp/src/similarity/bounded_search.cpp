#include "bounded_search.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "batches.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::size_t kMostPending = 8192;  // Or eight for each place.
constexpr std::size_t kRowsAhead = 2;
constexpr float kDone = -std::numeric_limits<float>::infinity();  // The estimate of a row to skip.

/// Factors that bring the longest row to 1 for a dot product, and each row for other measures.
std::vector<double> unit_factors(Measure measure, const std::vector<double>& squares) {
  const double greatest = squares.empty() ? 0 : *std::max_element(squares.begin(), squares.end());
  std::vector<double> factors;
  factors.reserve(squares.size());
  for (const double square : squares) {
    const double length = std::sqrt(measure == Measure::kDot ? greatest : square);
    factors.push_back(length > 0 ? 1 / length : 0);
  }
  return factors;
}

/// The least cosine that counts, of what is bounded; 0 for dot products, which may be of any size.
double least_cosine_of(const Question& question) {
  if (question.measure == Measure::kDot) return 0;
  return least_cosine(question.measure, question.min_similarity);
}

/// Frequent columns that are bounded and not summed. The higher the bar, the fewer rows reach even
/// loose bounds; the more neighbours are asked for, the lower it is. Roots of weights are far more
/// alike than weights, in frequent columns most of all. Measured on tf-idf weights of 72,644
/// articles.
std::size_t choose_n_frequent(const Question& question) {
  const double least_cosine = least_cosine_of(question);
  const std::size_t k = question.n_places;
  if (part_of(question.measure) == Part::kLesser) return least_cosine >= 0.5 ? 256 : 32;
  if (least_cosine >= 0.65) return 768;
  if (least_cosine >= 0.45) return 512;
  return k < 32 ? 256 : k < 320 ? 128 : 64;
}

/// Whether all rows of a block come before `row`.
bool ends_before(std::size_t block, std::int64_t row) {
  return (block + 1) * UpperBounds::kBlockRows <= static_cast<std::size_t>(row);
}

/// Leaves the n places with the greatest numbers, in any order.
void keep_greatest(std::vector<std::size_t>& places, const std::vector<float>& numbers,
                   std::size_t n) {
  if (n >= places.size()) return;
  std::nth_element(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(n), places.end(),
                   [&](std::size_t i, std::size_t j) { return numbers[i] > numbers[j]; });
  places.resize(n);
}

}  // namespace

template <typename Value>
BoundedSearch<Value>::BoundedSearch(const Comparison<Value>& comparison)
    : comparison_(comparison),
      roots_(roots(comparison, comparison.candidates())),
      query_roots_(comparison.is_within() ? std::vector<Value>()
                                          : roots(comparison, comparison.queries())),
      factors_(unit_factors(comparison.measure(), comparison.masses())),
      bounds_(bounded(comparison.candidates(), roots_), factors_,
              choose_n_frequent(comparison.question()), comparison.before_queries()) {}

template <typename Value>
std::vector<Value> BoundedSearch<Value>::roots(const Comparison<Value>& comparison,
                                               const terms::CsrView<Value>& matrix) {
  if (part_of(comparison.measure()) != Part::kLesser) return {};
  std::vector<Value> roots(matrix.values.size());
  std::transform(matrix.values.begin(), matrix.values.end(), roots.begin(),
                 [](Value weight) { return std::sqrt(weight); });
  return roots;
}

template <typename Value>
terms::CsrView<Value> BoundedSearch<Value>::bounded(const terms::CsrView<Value>& matrix,
                                                    const std::vector<Value>& roots) const {
  terms::CsrView<Value> view = matrix;
  if (part_of(comparison_.measure()) == Part::kLesser) view.values = roots;
  return view;
}

template <typename Value>
typename BoundedSearch<Value>::Hunt BoundedSearch<Value>::start(std::int64_t query) const {
  const double square = comparison_.query_mass(query);
  const double factor = square > 0 ? 1 / std::sqrt(square) : 0;
  const bool is_dot = comparison_.measure() == Measure::kDot;
  const double longest = !is_dot || factors_.empty() ? 1 : 1 / factors_.front();
  const auto queries =
      bounded(comparison_.queries(), comparison_.is_within() ? roots_ : query_roots_);
  Hunt hunt{.query = query,
            .factor = factor,
            .unit = is_dot ? std::sqrt(square) * longest : 1,
            .scaled = bounds_.query(queries, query, factor),
            .best = comparison_.places()};
  raise_bar(hunt);
  return hunt;
}

template <typename Value>
void BoundedSearch<Value>::raise_bar(Hunt& hunt) const {
  const double least =
      least_cosine(comparison_.measure(), static_cast<double>(hunt.best.threshold()));
  hunt.bar = static_cast<float>(least / hunt.unit * kRoundingUp);
}

template <typename Value>
void BoundedSearch<Value>::run(const Sink<Value>& sink) const {
  const auto search = [&](const parallel::Chunk& chunk, const std::atomic<bool>& is_cancelled) {
    std::vector<Hunt> hunts;
    for (std::int64_t query = chunk.begin; query < chunk.end; ++query) {
      if (comparison_.query_mass(query) > 0) hunts.push_back(start(query));
    }
    search_batch(hunts, is_cancelled);
    for (Hunt& hunt : hunts) sink(hunt.query, hunt.best);
  };
  for_each_batch(comparison_.queries().n_rows(), UpperBounds::kQueriesAtOnce,
                 comparison_.question().loop, search);
}

template <typename Value>
void BoundedSearch<Value>::search_batch(std::span<Hunt> hunts,
                                        const std::atomic<bool>& is_cancelled) const {
  constexpr std::size_t kAtOnce = UpperBounds::kQueriesAtOnce;
  std::vector<const UpperBounds::Query*> scaled;
  for (const Hunt& hunt : hunts) scaled.push_back(&hunt.scaled);
  std::vector<UpperBounds::Estimates> estimates(kAtOnce);
  RowSums<Value> sums = comparison_.row_sums();
  for (std::size_t block = 0; block < bounds_.n_blocks(); ++block) {
    for (std::size_t first = 0; first < hunts.size(); first += kAtOnce) {
      if (is_cancelled.load(std::memory_order_relaxed)) return;
      const std::size_t n = std::min(kAtOnce, hunts.size() - first);
      if (ends_before(block, comparison_.first_row(hunts[first].query))) continue;
      bounds_.estimate(block, std::span(scaled).subspan(first, n), estimates);
      for (std::size_t i = 0; i < n; ++i) {
        sift(block, estimates[i], sums, hunts[first + i]);
      }
    }
  }
  for (Hunt& hunt : hunts) {
    if (is_cancelled.load(std::memory_order_relaxed)) return;
    settle(sums, hunt);
  }
}

template <typename Value>
void BoundedSearch<Value>::sift(std::size_t block, UpperBounds::Estimates& estimates,
                                RowSums<Value>& sums, Hunt& hunt) const {
  leave_out(block, hunt, estimates.values);
  // Once, but as long as any row may count: a bar that few rows reach needs no seeds.
  const bool is_limited = !hunt.best.is_full() && hunt.best.n_places() < TopK<Value>::kEvery;
  if (is_limited && (!hunt.is_seeded || hunt.bar == 0)) {
    hunt.is_seeded = true;
    seed(block, estimates, sums, hunt);
  }
  if (hunt.bar > 0) {
    compare_promising(block, estimates, sums, hunt);
  } else {
    compare_all(block, estimates, sums, hunt);
  }
}

/// Marks rows that the query is not compared with as done.
template <typename Value>
void BoundedSearch<Value>::leave_out(std::size_t block, const Hunt& hunt,
                                     std::vector<float>& estimates) const {
  const std::size_t begin = block * UpperBounds::kBlockRows;
  const auto first = static_cast<std::size_t>(comparison_.first_row(hunt.query));
  for (std::size_t row = begin; row < std::min(first, begin + estimates.size()); ++row) {
    estimates[row - begin] = kDone;
  }
  const auto query = static_cast<std::size_t>(hunt.query);
  if (comparison_.is_self(hunt.query, hunt.query) && query / UpperBounds::kBlockRows == block) {
    estimates[query - begin] = kDone;
  }
}

/// Scores twice as many rows as there are places, those with the best estimates of the best tiles,
/// which raises the bar for all others.
template <typename Value>
void BoundedSearch<Value>::seed(std::size_t block, UpperBounds::Estimates& estimates,
                                RowSums<Value>& sums, Hunt& hunt) const {
  const std::size_t n_seeds = 2 * hunt.best.n_places();
  std::vector<std::size_t> tiles;
  for (std::size_t tile = 0; tile < estimates.tiles.size(); ++tile) {
    if (estimates.tiles[tile] >= hunt.bar) tiles.push_back(tile);
  }
  keep_greatest(tiles, estimates.tiles, n_seeds);
  const auto rests = bounds_.rests(block);
  std::vector<std::size_t> rows;
  for (const std::size_t tile : tiles) {
    const std::size_t begin = tile * UpperBounds::kTileRows;
    for (std::size_t i = begin; i < begin + UpperBounds::kTileRows; ++i) {
      const float value = estimates.values[i];
      if (value == kDone || UpperBounds::bound(hunt.scaled, value, rests[i]) < hunt.bar) continue;
      rows.push_back(i);
    }
  }
  keep_greatest(rows, estimates.values, n_seeds);
  for (const std::size_t i : rows) {
    compare(block * UpperBounds::kBlockRows + i, sums, hunt);
    estimates.values[i] = kDone;
  }
}

/// Scores every row that may share a column with the query.
template <typename Value>
void BoundedSearch<Value>::compare_all(std::size_t block, UpperBounds::Estimates& estimates,
                                       RowSums<Value>& sums, Hunt& hunt) const {
  const auto visit = [&](std::size_t i) {
    if (std::exchange(estimates.values[i], kDone) == kDone) return;
    compare(block * UpperBounds::kBlockRows + i, sums, hunt);
  };
  if (hunt.scaled.point.rest > 0) {
    for (std::size_t i = 0; i < estimates.values.size(); ++i) visit(i);
  } else {
    bounds_.for_each_posting(block, hunt.scaled, visit);
  }
}

template <typename Value>
void BoundedSearch<Value>::compare_promising(std::size_t block,
                                             const UpperBounds::Estimates& estimates,
                                             RowSums<Value>& sums, Hunt& hunt) const {
  const auto rests = bounds_.rests(block);
  for (std::size_t tile = 0; tile < estimates.tiles.size(); ++tile) {
    if (estimates.tiles[tile] < hunt.bar) continue;
    const std::size_t begin = tile * UpperBounds::kTileRows;
    for (std::size_t i = begin; i < begin + UpperBounds::kTileRows; ++i) {
      const float estimate = estimates.values[i];
      const float bound = UpperBounds::bound(hunt.scaled, estimate, rests[i]);
      if (bound < hunt.bar) continue;
      const std::size_t row = block * UpperBounds::kBlockRows + i;
      if (estimate >= hunt.bar) {
        compare(row, sums, hunt);
      } else {
        hunt.pending.push_back({bound, static_cast<std::int32_t>(row)});
      }
    }
  }
  if (hunt.pending.size() > kMostPending && hunt.pending.size() / 8 > hunt.best.n_places()) {
    settle(sums, hunt);
  }
}

/// Scores the pending rows that still may count.
template <typename Value>
void BoundedSearch<Value>::settle(RowSums<Value>& sums, Hunt& hunt) const {
  auto& pending = hunt.pending;
  std::erase_if(pending, [bar = hunt.bar](const Pending& one) { return one.bound < bar; });
  for (std::size_t i = 0; i < pending.size(); ++i) {
    if (i + kRowsAhead < pending.size()) {
      prefetch_row(comparison_.candidates(), pending[i + kRowsAhead].row);
    }
    if (pending[i].bound >= hunt.bar) {
      compare(static_cast<std::size_t>(pending[i].row), sums, hunt);
    }
  }
  pending.clear();
}

template <typename Value>
void BoundedSearch<Value>::compare(std::size_t row, RowSums<Value>& sums, Hunt& hunt) const {
  sums.hold(comparison_.queries(), hunt.query);
  comparison_.compare(hunt.query, static_cast<std::int64_t>(row), sums, hunt.best);
  raise_bar(hunt);
}

template class BoundedSearch<float>;
template class BoundedSearch<double>;

}  // namespace broadsheet::similarity
