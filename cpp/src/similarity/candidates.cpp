#include "broadsheet/similarity/candidates.hpp"

#include <algorithm>
#include <limits>

#include "band_order.hpp"
#include "broadsheet/require.hpp"
#include "packed_pairs.hpp"

namespace broadsheet::similarity {
namespace {

/// Whether `band` is the first in which two documents agree.
bool is_first_agreement(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
                        const Banding& banding, std::int32_t band) {
  const auto rows = static_cast<std::size_t>(banding.rows);
  for (std::size_t at = 0; at < static_cast<std::size_t>(band) * rows; at += rows) {
    if (std::ranges::equal(left.subspan(at, rows), right.subspan(at, rows))) return false;
  }
  return true;
}

/// The pairs of a bucket whose first agreement this is: in one of them only, so each comes once.
void append_pairs(const SketchesView& sketches, const Banding& banding, std::int32_t band,
                  Bucket bucket, PairLimit& limit, PackedPairs& pairs) {
  for (std::size_t i = 0; i < bucket.size(); ++i) {
    const std::size_t n_before = pairs.size();
    const auto left = sketches.of(bucket[i]);
    for (std::size_t j = i + 1; j < bucket.size(); ++j) {
      if (!is_first_agreement(left, sketches.of(bucket[j]), banding, band)) continue;
      pairs.push_back(pack_pair(bucket[i], bucket[j]));
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

void check(const DocumentPairsView& pairs, std::int64_t n_documents) {
  require(pairs.left.size() == pairs.right.size(), "right must have the ", pairs.left.size(),
          " documents that left has, not ", pairs.right.size());
  for (const auto* side : {&pairs.left, &pairs.right}) {
    for (const std::int32_t document : *side) {
      require(document >= 0 && document < n_documents, "pairs must be of documents in [0, ",
              n_documents, "), not ", document);
    }
  }
}

std::vector<double> estimated_jaccard(const SketchesView& sketches,
                                      const DocumentPairsView& pairs) {
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
  PairLimit limit(max_pairs);
  std::vector<PackedPairs> of_bands(static_cast<std::size_t>(banding.bands));
  parallel::LoopOptions each_band = loop;
  each_band.chunk_size = 1;
  parallel::for_each_chunk(banding.bands, each_band, [&](const parallel::Chunk& chunk) {
    const auto band = static_cast<std::int32_t>(chunk.index);
    BandOrder(sketches, banding, band).for_each_bucket([&](Bucket bucket) {
      append_pairs(sketches, banding, band, bucket, limit,
                   of_bands[static_cast<std::size_t>(band)]);
    });
  });
  return unpack_pairs(of_bands);
}

}  // namespace broadsheet::similarity
