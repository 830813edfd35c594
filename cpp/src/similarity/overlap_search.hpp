#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/similarity/overlaps.hpp"
#include "comparison.hpp"

namespace broadsheet::similarity {

/// Finds similar rows, as sets, through Overlaps: a batch of queries at a time goes through block
/// after block of candidates, so that a block's bits and postings are read from memory once for
/// the batch.
template <typename Value>
class OverlapSearch {
 public:
  explicit OverlapSearch(const Comparison<Value>& comparison);

  void run(const Sink<Value>& sink) const;

 private:
  /// The search for one query's rows.
  struct Hunt {
    std::int64_t query;
    Overlaps::Query columns;
    TopK<Value> best;
  };

  void search_batch(std::span<Hunt> hunts, const std::atomic<bool>& is_cancelled) const;
  void sift(std::size_t block, std::span<const std::int32_t> counts, Hunt& hunt) const;

  const Comparison<Value>& comparison_;
  std::vector<float> masses_;  // M, filled up to whole blocks.
  Overlaps overlaps_;
};

}  // namespace broadsheet::similarity
