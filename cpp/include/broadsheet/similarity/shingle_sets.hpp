#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/candidates.hpp"
#include "broadsheet/similarity/shingles.hpp"

namespace broadsheet::similarity {

/// The sets of shingles of some documents: distinct hashes, sorted. 8 bytes a shingle.
class ShingleSets {
 public:
  /// @param documents  Distinct, in [0, N) of the shingles, ascending.
  ShingleSets(const Shingles& shingles, std::span<const std::int32_t> documents,
              const parallel::LoopOptions& loop);

  /// The Jaccard similarity of two of the documents, given by their place among them: exact but for
  /// shingles that share a hash, which see Shingles. 0 for two empty sets.
  [[nodiscard]] double jaccard(std::size_t left, std::size_t right) const;

  [[nodiscard]] std::span<const std::uint64_t> of(std::size_t place) const { return sets_[place]; }

 private:
  std::vector<std::vector<std::uint64_t>> sets_;
};

/// The Jaccard similarity of each pair, of the shingles themselves.
/// @param pairs  Of documents in [0, N).
[[nodiscard]] std::vector<double> jaccard(const Shingles& shingles, const DocumentPairs& pairs,
                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
