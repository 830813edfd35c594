#include "bounded_search.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace broadsheet::similarity {
namespace {

// Queries that go through the candidates together: many, as each reads a block's postings anew but
// for what the last ones left in cache; few enough to give every thread some batches.
constexpr std::int64_t kLeastBatch = UpperBounds::kQueriesAtOnce;
constexpr std::int64_t kGreatestBatch = 256;
constexpr std::int64_t kSharesPerThread = 4;
constexpr std::size_t kMostPending = 8192;  // Or eight for each place.
constexpr std::size_t kRowsAhead = 2;
constexpr float kDone = -std::numeric_limits<float>::infinity();  // The estimate of a row to skip.
// Below its threshold a score may still be rounded up to it.
constexpr double kRoundingUp = 1 - 0x1p-20;

/// Factors that bring rows to length 1 for a cosine, and the longest row to 1 for a dot product.
std::vector<double> unit_factors(Measure measure, const std::vector<double>& squares) {
  const double greatest = squares.empty() ? 0 : *std::max_element(squares.begin(), squares.end());
  std::vector<double> factors;
  factors.reserve(squares.size());
  for (const double square : squares) {
    const double length = std::sqrt(measure == Measure::kCosine ? square : greatest);
    factors.push_back(length > 0 ? 1 / length : 0);
  }
  return factors;
}

/// Frequent columns that are bounded and not summed. The more neighbours are asked for, the lower
/// the bar, and the tighter must be the bounds that rows do not reach: measured on tf-idf weights
/// of 72,644 articles.
std::size_t choose_n_frequent(std::int32_t k) {
  return k < 32 ? 256 : k < 320 ? 128 : 64;
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
      factors_(unit_factors(comparison.options().measure, comparison.squares())),
      bounds_(comparison.candidates(), factors_, choose_n_frequent(comparison.options().k),
              comparison.before_queries()) {}

template <typename Value>
float BoundedSearch<Value>::Hunt::bar() const {
  return static_cast<float>(static_cast<double>(best.threshold()) / unit * kRoundingUp);
}

template <typename Value>
typename BoundedSearch<Value>::Hunt BoundedSearch<Value>::start(std::int64_t query) const {
  const double square = comparison_.query_square(query);
  const double factor = square > 0 ? 1 / std::sqrt(square) : 0;
  const bool is_cosine = comparison_.options().measure == Measure::kCosine;
  const double longest = is_cosine || factors_.empty() ? 1 : 1 / factors_.front();
  return {.query = query,
          .factor = factor,
          .unit = is_cosine ? 1 : std::sqrt(square) * longest,
          .scaled = bounds_.query(comparison_.queries(), query, factor),
          .best = comparison_.places()};
}

template <typename Value>
std::int64_t BoundedSearch<Value>::batch_size() const {
  const std::int64_t n_shares = kSharesPerThread * comparison_.options().loop.n_threads;
  return std::clamp(comparison_.queries().n_rows() / n_shares, kLeastBatch, kGreatestBatch);
}

template <typename Value>
Neighbors<Value> BoundedSearch<Value>::run() const {
  auto neighbors = comparison_.unused();
  parallel::LoopOptions loop = comparison_.options().loop;
  loop.chunk_size = batch_size();
  std::atomic<bool> is_cancelled = false;  // A batch may be long: it does not wait for its end.
  if (const auto& watch = comparison_.options().loop.watch) {
    loop.watch = [&](std::int64_t n_done) {
      try {
        watch(n_done);
      } catch (...) {
        is_cancelled = true;
        throw;
      }
    };
  }
  const auto search = [&](const parallel::Chunk& chunk) {
    std::vector<Hunt> hunts;
    for (std::int64_t query = chunk.begin; query < chunk.end; ++query) {
      if (comparison_.query_square(query) > 0) hunts.push_back(start(query));
    }
    search_batch(hunts, is_cancelled);
    for (Hunt& hunt : hunts) comparison_.write(hunt.query, hunt.best, neighbors);
  };
  parallel::for_each_chunk(comparison_.queries().n_rows(), loop, search);
  return neighbors;
}

template <typename Value>
void BoundedSearch<Value>::search_batch(std::span<Hunt> hunts,
                                        const std::atomic<bool>& is_cancelled) const {
  constexpr std::size_t kAtOnce = UpperBounds::kQueriesAtOnce;
  std::vector<const UpperBounds::Query*> scaled;
  for (const Hunt& hunt : hunts) scaled.push_back(&hunt.scaled);
  std::vector<UpperBounds::Estimates> estimates(kAtOnce);
  RowDots<Value> dots(comparison_.queries().n_columns);
  for (std::size_t block = 0; block < bounds_.n_blocks(); ++block) {
    for (std::size_t first = 0; first < hunts.size(); first += kAtOnce) {
      if (is_cancelled.load(std::memory_order_relaxed)) return;
      const std::size_t n = std::min(kAtOnce, hunts.size() - first);
      bounds_.estimate(block, std::span(scaled).subspan(first, n), estimates);
      for (std::size_t i = 0; i < n; ++i) {
        dots.hold(comparison_.queries(), hunts[first + i].query);
        sift(block, estimates[i], dots, hunts[first + i]);
      }
    }
  }
  for (Hunt& hunt : hunts) {
    if (is_cancelled.load(std::memory_order_relaxed)) return;
    dots.hold(comparison_.queries(), hunt.query);
    settle(dots, hunt);
  }
}

template <typename Value>
void BoundedSearch<Value>::sift(std::size_t block, UpperBounds::Estimates& estimates,
                                const RowDots<Value>& dots, Hunt& hunt) const {
  const auto query = static_cast<std::size_t>(hunt.query);
  if (comparison_.options().exclude_self && query / UpperBounds::kBlockRows == block) {
    estimates.values[query % UpperBounds::kBlockRows] = kDone;
  }
  if (!hunt.best.is_full()) seed(block, estimates, dots, hunt);
  if (hunt.bar() > 0) {
    compare_promising(block, estimates, dots, hunt);
  } else {
    compare_all(block, estimates, dots, hunt);
  }
}

/// Scores twice as many rows as there are places, those with the best estimates of the best tiles,
/// which raises the bar for all others.
template <typename Value>
void BoundedSearch<Value>::seed(std::size_t block, UpperBounds::Estimates& estimates,
                                const RowDots<Value>& dots, Hunt& hunt) const {
  const std::size_t n_seeds = 2 * hunt.best.n_places();
  std::vector<std::size_t> tiles(estimates.tiles.size());
  std::iota(tiles.begin(), tiles.end(), std::size_t{0});
  keep_greatest(tiles, estimates.tiles, n_seeds);
  std::vector<std::size_t> rows;
  for (const std::size_t tile : tiles) {
    const std::size_t begin = tile * UpperBounds::kTileRows;
    for (std::size_t i = begin; i < begin + UpperBounds::kTileRows; ++i) rows.push_back(i);
  }
  keep_greatest(rows, estimates.values, n_seeds);
  const auto rests = bounds_.rests(block);
  for (const std::size_t i : rows) {
    float& value = estimates.values[i];
    if (value == kDone || UpperBounds::bound(hunt.scaled, value, rests[i]) < hunt.bar()) continue;
    compare(block * UpperBounds::kBlockRows + i, dots, hunt);
    value = kDone;
  }
}

/// Scores every row that may share a column with the query.
template <typename Value>
void BoundedSearch<Value>::compare_all(std::size_t block, UpperBounds::Estimates& estimates,
                                       const RowDots<Value>& dots, Hunt& hunt) const {
  const auto visit = [&](std::size_t i) {
    if (std::exchange(estimates.values[i], kDone) == kDone) return;
    compare(block * UpperBounds::kBlockRows + i, dots, hunt);
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
                                             const RowDots<Value>& dots, Hunt& hunt) const {
  const auto rests = bounds_.rests(block);
  float bar = hunt.bar();
  for (std::size_t tile = 0; tile < estimates.tiles.size(); ++tile) {
    if (estimates.tiles[tile] < bar) continue;
    const std::size_t begin = tile * UpperBounds::kTileRows;
    for (std::size_t i = begin; i < begin + UpperBounds::kTileRows; ++i) {
      const float estimate = estimates.values[i];
      const float bound = UpperBounds::bound(hunt.scaled, estimate, rests[i]);
      if (bound < bar) continue;
      const std::size_t row = block * UpperBounds::kBlockRows + i;
      if (estimate >= bar) {
        compare(row, dots, hunt);
        bar = hunt.bar();
      } else {
        hunt.pending.push_back({bound, static_cast<std::int32_t>(row)});
      }
    }
  }
  if (hunt.pending.size() > std::max(kMostPending, 8 * hunt.best.n_places())) settle(dots, hunt);
}

/// Scores the pending rows that still may count.
template <typename Value>
void BoundedSearch<Value>::settle(const RowDots<Value>& dots, Hunt& hunt) const {
  auto& pending = hunt.pending;
  std::erase_if(pending, [bar = hunt.bar()](const Pending& one) { return one.bound < bar; });
  for (std::size_t i = 0; i < pending.size(); ++i) {
    if (i + kRowsAhead < pending.size()) {
      prefetch_row(comparison_.candidates(), pending[i + kRowsAhead].row);
    }
    if (pending[i].bound >= hunt.bar()) {
      compare(static_cast<std::size_t>(pending[i].row), dots, hunt);
    }
  }
  pending.clear();
}

template <typename Value>
void BoundedSearch<Value>::compare(std::size_t row, const RowDots<Value>& dots, Hunt& hunt) const {
  const auto candidate = static_cast<std::int64_t>(row);
  const double quick = static_cast<double>(dots.quick_dot(comparison_.candidates(), candidate)) *
                       hunt.factor * factors_[row];
  if (quick + static_cast<double>(hunt.scaled.slack) < static_cast<double>(hunt.bar())) return;
  comparison_.offer(hunt.query, candidate, dots, hunt.best);
}

template class BoundedSearch<float>;
template class BoundedSearch<double>;

}  // namespace broadsheet::similarity
