#include "overlap_search.hpp"

#include <algorithm>
#include <array>

#include "batches.hpp"
#include "kernels.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::size_t kBlockRows = Overlaps::kBlockRows;
constexpr std::size_t kTileRows = UpperBounds::kTileRows;
constexpr std::int64_t kLeastBatch = 4;
// What is computed in float is within this share of what it is, and scores are rounded up.
constexpr double kFloatShare = 1 - 0x1p-18;

}  // namespace

template <typename Value>
OverlapSearch<Value>::OverlapSearch(const Comparison<Value>& comparison)
    : comparison_(comparison), overlaps_(comparison.candidates(), comparison.before_queries()) {
  masses_.resize(overlaps_.n_blocks() * kBlockRows, 0);
  std::transform(comparison.masses().begin(), comparison.masses().end(), masses_.begin(),
                 [](double mass) { return static_cast<float>(mass); });
}

template <typename Value>
void OverlapSearch<Value>::run(const Sink<Value>& sink) const {
  const auto search = [&](const parallel::Chunk& chunk, const std::atomic<bool>& is_cancelled) {
    std::vector<Hunt> hunts;
    for (std::int64_t query = chunk.begin; query < chunk.end; ++query) {
      if (!(comparison_.query_mass(query) > 0)) continue;
      hunts.push_back({.query = query,
                       .columns = overlaps_.query(comparison_.queries(), query),
                       .best = comparison_.places()});
    }
    search_batch(hunts, is_cancelled);
    for (Hunt& hunt : hunts) sink(hunt.query, hunt.best);
  };
  for_each_batch(comparison_.queries().n_rows(), kLeastBatch, comparison_.question().loop, search);
}

template <typename Value>
void OverlapSearch<Value>::search_batch(std::span<Hunt> hunts,
                                        const std::atomic<bool>& is_cancelled) const {
  std::vector<std::int32_t> counts(kBlockRows);
  for (std::size_t block = 0; block < overlaps_.n_blocks(); ++block) {
    const auto end = static_cast<std::int64_t>((block + 1) * kBlockRows);
    for (Hunt& hunt : hunts) {
      if (is_cancelled.load(std::memory_order_relaxed)) return;
      if (end <= comparison_.first_row(hunt.query)) continue;
      overlaps_.count(block, hunt.columns, counts);
      sift(block, counts, hunt);
    }
  }
}

/// Scores the rows of a block whose overlap may be enough.
template <typename Value>
void OverlapSearch<Value>::sift(std::size_t block, std::span<const std::int32_t> counts,
                                Hunt& hunt) const {
  const float* masses = masses_.data() + block * kBlockRows;
  const double mass = comparison_.query_mass(hunt.query);
  const auto bar_now = [&] {
    const auto similarity = static_cast<double>(hunt.best.threshold());
    return SumBar(least_sum(comparison_.measure(), similarity, mass), mass, kFloatShare, 0);
  };
  SumBar bar = bar_now();
  const std::int64_t first = comparison_.first_row(hunt.query);
  const auto n_rows = static_cast<std::size_t>(comparison_.candidates().n_rows());
  const std::size_t n_block_rows = std::min(kBlockRows, n_rows - block * kBlockRows);
  const std::size_t n_tiles = (n_block_rows + kTileRows - 1) / kTileRows;
  std::array<std::uint64_t, kBlockRows / kTileRows> marks;
  mark_tiles(counts.data(), masses, n_tiles, bar, marks.data());
  for (std::size_t tile = 0; tile < n_tiles; ++tile) {
    if (marks[tile] == 0) continue;
    for (std::size_t i = tile * kTileRows; i < (tile + 1) * kTileRows; ++i) {
      const auto row = static_cast<std::int64_t>(block * kBlockRows + i);
      if (counts[i] == 0 || static_cast<float>(counts[i]) < bar(masses[i])) continue;
      if (row < first || comparison_.is_self(hunt.query, row)) continue;
      comparison_.offer(hunt.query, row, counts[i], hunt.best);
      if (hunt.best.is_full()) bar = bar_now();
    }
  }
}

template class OverlapSearch<float>;
template class OverlapSearch<double>;

}  // namespace broadsheet::similarity
