#pragma once

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include "broadsheet/similarity/candidates.hpp"
#include "broadsheet/similarity/minhash.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::similarity {

/// The documents in the order of the hash of one band of their sketches. Documents without
/// shingles are left out.
class BandOrder {
 public:
  BandOrder(const SketchesView& sketches, const Banding& banding, std::int32_t band)
      : sketches_(sketches),
        begin_(static_cast<std::size_t>(band) * static_cast<std::size_t>(banding.rows)),
        rows_(static_cast<std::size_t>(banding.rows)) {
    for (std::int64_t i = 0; i < sketches.n_documents(); ++i) {
      if (is_blank(sketches.of(i))) continue;
      const auto document = static_cast<std::int32_t>(i);
      std::uint64_t key = 0;
      for (const std::uint32_t hash : band_of(document)) key = terms::mix_bits(key ^ hash) + hash;
      keyed_.push_back({key, document});
    }
    std::ranges::sort(keyed_);
  }

  /// Calls `visit(bucket)` with each two or more documents that agree in the band, ascending.
  template <typename Visit>
  void for_each_bucket(const Visit& visit) const {
    std::vector<std::int32_t> same_key;
    std::vector<std::int32_t> bucket;
    for (std::size_t begin = 0; begin < keyed_.size();) {
      std::size_t end = begin + 1;
      while (end < keyed_.size() && keyed_[end].first == keyed_[begin].first) ++end;
      same_key.clear();
      for (std::size_t i = begin; i < end; ++i) same_key.push_back(keyed_[i].second);
      begin = end;
      // One bucket, but for bands that differ and have one hash: what agrees with the first, then
      // with the first of the others, and so on.
      while (same_key.size() > 1) {
        const auto first = band_of(same_key.front());
        const auto others = std::stable_partition(
            same_key.begin(), same_key.end(),
            [&](std::int32_t document) { return std::ranges::equal(band_of(document), first); });
        bucket.assign(same_key.begin(), others);
        same_key.erase(same_key.begin(), others);
        if (bucket.size() > 1) visit(Bucket(bucket));
      }
    }
  }

 private:
  [[nodiscard]] std::span<const std::uint32_t> band_of(std::int32_t document) const {
    return sketches_.of(document).subspan(begin_, rows_);
  }

  const SketchesView& sketches_;
  std::size_t begin_;
  std::size_t rows_;
  std::vector<std::pair<std::uint64_t, std::int32_t>> keyed_;
};

}  // namespace broadsheet::similarity
