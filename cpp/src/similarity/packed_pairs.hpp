#pragma once

#include <algorithm>
#include <atomic>
#include <cstdint>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/similarity/candidates.hpp"

namespace broadsheet::similarity {

/// Pairs of documents, left above right, so that numbers sort as pairs do.
using PackedPairs = std::vector<std::uint64_t>;

[[nodiscard]] constexpr std::uint64_t pack_pair(std::int32_t left, std::int32_t right) {
  return static_cast<std::uint64_t>(left) << 32 | static_cast<std::uint64_t>(right);
}

/// Counts the pairs of all threads, lest they outgrow memory.
class PairLimit {
 public:
  explicit PairLimit(std::int64_t max_pairs) : max_pairs_(max_pairs) {}

  void add(std::size_t n_pairs) {
    const auto n = static_cast<std::int64_t>(n_pairs);
    require(n_pairs_.fetch_add(n) + n <= max_pairs_, "there are more than max_pairs = ", max_pairs_,
            " candidates: ask for a greater similarity, or for groups of copies");
  }

 private:
  std::int64_t max_pairs_;
  std::atomic<std::int64_t> n_pairs_ = 0;
};

/// The pairs of all parts in order, which must all be different. The parts are emptied.
[[nodiscard]] inline DocumentPairs unpack_pairs(std::vector<PackedPairs>& parts) {
  PackedPairs pairs;
  for (PackedPairs& part : parts) {
    pairs.insert(pairs.end(), part.begin(), part.end());
    PackedPairs().swap(part);
  }
  std::ranges::sort(pairs);
  DocumentPairs found;
  found.left.reserve(pairs.size());
  found.right.reserve(pairs.size());
  for (const std::uint64_t pair : pairs) {
    found.left.push_back(static_cast<std::int32_t>(pair >> 32));
    found.right.push_back(static_cast<std::int32_t>(pair & 0xFFFFFFFF));
  }
  return found;
}

}  // namespace broadsheet::similarity
