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
  ShingleSets(const Shingles& shingles, std::vector<std::int32_t> documents,
              const parallel::LoopOptions& loop);

  /// The Jaccard similarity of two of the documents: exact but for shingles that share a hash,
  /// which see Shingles. 0 for two empty sets.
  [[nodiscard]] double jaccard(std::int32_t left, std::int32_t right) const;

  /// The set of one of the documents.
  [[nodiscard]] std::span<const std::uint64_t> of(std::int32_t document) const;

 private:
  std::vector<std::int32_t> documents_;
  std::vector<std::vector<std::uint64_t>> sets_;
};

/// The Jaccard similarity of each pair, of the shingles themselves.
/// @param pairs  Of documents in [0, N).
[[nodiscard]] std::vector<double> jaccard(const Shingles& shingles, const DocumentPairsView& pairs,
                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
