#include "broadsheet/similarity/candidates.hpp"

#include <algorithm>
#include <atomic>
#include <limits>
#include <utility>

#include "band_order.hpp"
#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

using Pairs = std::vector<std::uint64_t>;  // Left above right, so that numbers sort as pairs do.

/// Whether `band` is the first in which two documents agree.
bool is_first_agreement(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                        const Banding& banding, std::int32_t band) {
  const auto rows = static_cast<std::size_t>(banding.rows);
  for (std::size_t at = 0; at < static_cast<std::size_t>(band) * rows; at += rows) {
    if (std::ranges::equal(left.subspan(at, rows), right.subspan(at, rows))) return false;
  }
  return true;
}

/// Counts the pairs of all bands, lest they outgrow memory.
class Limit {
 public:
  explicit Limit(std::int64_t max_pairs) : max_pairs_(max_pairs) {}

  void add(std::size_t n_pairs) {
    const auto n = static_cast<std::int64_t>(n_pairs);
    require(n_pairs_.fetch_add(n) + n <= max_pairs_, "there are more than max_pairs = ", max_pairs_,
            " candidates: ask for a greater similarity, or for groups of copies");
  }

 private:
  std::int64_t max_pairs_;
  std::atomic<std::int64_t> n_pairs_ = 0;
};

/// The pairs of a bucket whose first agreement this is: in one of them only, so each comes once.
void append_pairs(const SketchesView& sketches, const Banding& banding, std::int32_t band,
                  Bucket bucket, Limit& limit, Pairs& pairs) {
  for (std::size_t i = 0; i < bucket.size(); ++i) {
    const std::size_t n_before = pairs.size();
    const auto left = sketches.of(bucket[i]);
    for (std::size_t j = i + 1; j < bucket.size(); ++j) {
      if (!is_first_agreement(left, sketches.of(bucket[j]), banding, band)) continue;
      pairs.push_back(static_cast<std::uint64_t>(bucket[i]) << 32 |
                      static_cast<std::uint64_t>(bucket[j]));
    }
    limit.add(pairs.size() - n_before);
  }
}

}  // namespace

void check(const SketchesView& sketches) {
  require(sketches.n_hashes >= 1, "n_hashes must be at least 1, not ", sketches.n_hashes);
  require(sketches.values.size() % static_cast<std::size_t>(sketches.n_hashes) == 0,
          "sketches must be of ", sketches.n_hashes, " hashes each, not ", sketches.values.size(),
          " together");
  require(sketches.n_documents() < std::numeric_limits<std::int32_t>::max(),
          "there must be fewer than 2^31 - 1 sketches, not ", sketches.n_documents());
}

void check(const DocumentPairs& pairs, std::int64_t n_documents) {
  require(pairs.left.size() == pairs.right.size(), "right must have the ", pairs.left.size(),
          " documents that left has, not ", pairs.right.size());
  for (const auto* side : {&pairs.left, &pairs.right}) {
    for (const std::int32_t document : *side) {
      require(document >= 0 && document < n_documents, "pairs must be of documents in [0, ",
              n_documents, "), not ", document);
    }
  }
}

std::vector<double> estimated_jaccard(const SketchesView& sketches, const DocumentPairs& pairs) {
  check(sketches);
  check(pairs, sketches.n_documents());
  std::vector<double> similarities(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    similarities[i] = estimated_jaccard(sketches.of(pairs.left[i]), sketches.of(pairs.right[i]));
  }
  return similarities;
}

DocumentPairs candidate_pairs(const SketchesView& sketches, const Banding& banding,
                              std::int64_t max_pairs, const parallel::LoopOptions& loop) {
  check(sketches);
  check(banding, sketches.n_hashes);
  Limit limit(max_pairs);
  std::vector<Pairs> of_bands(static_cast<std::size_t>(banding.bands));
  parallel::LoopOptions each_band = loop;
  each_band.chunk_size = 1;
  parallel::for_each_chunk(banding.bands, each_band, [&](const parallel::Chunk& chunk) {
    const auto band = static_cast<std::int32_t>(chunk.index);
    BandOrder(sketches, banding, band).for_each_bucket([&](Bucket bucket) {
      append_pairs(sketches, banding, band, bucket, limit,
                   of_bands[static_cast<std::size_t>(band)]);
    });
  });
  Pairs pairs;
  for (Pairs& of_band : of_bands) {
    pairs.insert(pairs.end(), of_band.begin(), of_band.end());
    Pairs().swap(of_band);
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
