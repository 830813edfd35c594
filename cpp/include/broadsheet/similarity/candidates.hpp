#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/banding.hpp"

namespace broadsheet::similarity {

/// The sketches of N documents, borrowed: document i has values[i * n_hashes] to
/// values[(i + 1) * n_hashes].
struct SketchesView {
  std::span<const std::uint32_t> values;  ///< N x n_hashes.
  std::int32_t n_hashes = 0;              ///< At least 1.

  [[nodiscard]] std::int64_t n_documents() const {
    return static_cast<std::int64_t>(values.size()) / n_hashes;
  }
  [[nodiscard]] std::span<const std::uint32_t> of(std::int64_t document) const {
    const auto width = static_cast<std::size_t>(n_hashes);
    return values.subspan(static_cast<std::size_t>(document) * width, width);
  }
};

/// @throws std::invalid_argument  unless there are fewer than 2^31 whole sketches.
void check(const SketchesView& sketches);

/// Pairs of documents, borrowed.
struct DocumentPairsView {
  std::span<const std::int32_t> left;
  std::span<const std::int32_t> right;

  [[nodiscard]] std::size_t size() const noexcept { return left.size(); }
};

/// Pairs of documents, left[i] < right[i], ascending by left, then right, each once.
struct DocumentPairs {
  std::vector<std::int32_t> left;
  std::vector<std::int32_t> right;

  [[nodiscard]] std::size_t size() const noexcept { return left.size(); }
  operator DocumentPairsView() const noexcept { return {left, right}; }
};

/// All pairs that agree in every place of a band. Documents without shingles are in none.
///
/// Each band is a flat array of a key and a number a document, sorted; no table of lists. Keys only
/// bring documents together: that the band agrees is checked on the sketches. Expected
/// O(bands N log N + candidates). Beside the result: 16 bytes a document and thread.
///
/// @param loop       Its watcher is told how many bands are done.
/// @param max_pairs  More are an error, found before memory runs out: a thousand copies of one
///   text are half a million pairs.
/// @throws std::invalid_argument  if the sketches or the banding are not what they should be, or
///   there are more pairs.
[[nodiscard]] DocumentPairs candidate_pairs(const SketchesView& sketches, const Banding& banding,
                                            std::int64_t max_pairs,
                                            const parallel::LoopOptions& loop);

/// The estimate of the Jaccard similarity of each pair, of the sketches alone.
/// @param pairs  Of documents in [0, N).
/// @throws std::invalid_argument  if a document is not.
[[nodiscard]] std::vector<double> estimated_jaccard(const SketchesView& sketches,
                                                    const DocumentPairsView& pairs);

/// Throws std::invalid_argument unless the pairs are of documents in [0, n_documents).
void check(const DocumentPairsView& pairs, std::int64_t n_documents);

/// Documents that agree in a band, at least two of them, ascending.
using Bucket = std::span<const std::int32_t>;

}  // namespace broadsheet::similarity
