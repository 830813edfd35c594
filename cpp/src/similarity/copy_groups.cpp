#include "broadsheet/similarity/copy_groups.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

#include "band_order.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/similarity/minhash.hpp"
#include "broadsheet/similarity/shingle_sets.hpp"

namespace broadsheet::similarity {
namespace {

/// Sets that grow together; each is named by its smallest member.
class UnionFind {
 public:
  explicit UnionFind(std::int64_t n) : parents_(static_cast<std::size_t>(n)) {
    std::iota(parents_.begin(), parents_.end(), 0);
  }

  std::int32_t find(std::int32_t member) {
    while (parent(member) != member) {
      parent(member) = parent(parent(member));
      member = parent(member);
    }
    return member;
  }

  void unite(std::int32_t one, std::int32_t other) {
    const auto [low, high] = std::minmax({find(one), find(other)});
    parent(high) = low;
  }

 private:
  std::int32_t& parent(std::int32_t member) { return parents_[static_cast<std::size_t>(member)]; }

  std::vector<std::int32_t> parents_;
};

/// The buckets of one band, end to end.
struct Buckets {
  std::vector<std::size_t> indptr = {0};
  std::vector<std::int32_t> documents;

  [[nodiscard]] Bucket at(std::size_t i) const {
    return Bucket(documents).subspan(indptr[i], indptr[i + 1] - indptr[i]);
  }
  [[nodiscard]] std::size_t size() const { return indptr.size() - 1; }
};

std::vector<Buckets> find_buckets(const SketchesView& sketches, const Banding& banding,
                                  const parallel::LoopOptions& loop) {
  std::vector<Buckets> bands(static_cast<std::size_t>(banding.bands));
  const auto each_band = uncounted(loop, 0, 1);
  parallel::for_each_chunk(banding.bands, each_band, [&](const parallel::Chunk& chunk) {
    Buckets& found = bands[static_cast<std::size_t>(chunk.index)];
    const auto band = static_cast<std::int32_t>(chunk.index);
    BandOrder(sketches, banding, band).for_each_bucket([&](Bucket bucket) {
      found.documents.insert(found.documents.end(), bucket.begin(), bucket.end());
      found.indptr.push_back(found.documents.size());
    });
  });
  return bands;
}

/// The documents of all buckets, ascending, each once.
std::vector<std::int32_t> documents_of(const std::vector<Buckets>& bands) {
  std::vector<std::int32_t> documents;
  for (const Buckets& band : bands) {
    documents.insert(documents.end(), band.documents.begin(), band.documents.end());
    std::ranges::sort(documents);
    const auto repeats = std::ranges::unique(documents);
    documents.erase(repeats.begin(), repeats.end());
  }
  return documents;
}

/// Says how similar two documents are, by their sets or by their sketches.
class Similarities {
 public:
  Similarities(const SketchesView& sketches, const Shingles* shingles,
               const std::vector<Buckets>& bands, const parallel::LoopOptions& loop)
      : sketches_(sketches) {
    if (shingles != nullptr) sets_.emplace(*shingles, documents_of(bands), loop);
  }

  [[nodiscard]] double of(std::int32_t left, std::int32_t right) const {
    if (!sets_) return estimated_jaccard(sketches_.of(left), sketches_.of(right));
    return sets_->jaccard(left, right);
  }

 private:
  const SketchesView& sketches_;
  std::optional<ShingleSets> sets_;
};

void unite_bucket(Bucket bucket, const Similarities& similarities, double min_similarity,
                  UnionFind& groups) {
  for (std::size_t i = 0; i + 1 < bucket.size(); ++i) {
    bool are_together = true;
    for (std::size_t j = i + 1; j < bucket.size(); ++j) {
      if (groups.find(bucket[i]) == groups.find(bucket[j])) continue;
      if (similarities.of(bucket[i], bucket[j]) >= min_similarity) {
        groups.unite(bucket[i], bucket[j]);
      } else {
        are_together = false;
      }
    }
    if (are_together) return;
  }
}

}  // namespace

std::vector<std::int32_t> copy_groups(const SketchesView& sketches, const Shingles* shingles,
                                      const Banding& banding, double min_similarity,
                                      const parallel::LoopOptions& loop) {
  check(sketches);
  check(banding, sketches.n_hashes);
  require(min_similarity > 0 && min_similarity <= 1, "min_similarity must lie in (0, 1], not ",
          min_similarity);
  require(shingles == nullptr || shingles->n_documents() == sketches.n_documents(),
          "shingles must be of the ", sketches.n_documents(), " documents of the sketches, not of ",
          shingles == nullptr ? 0 : shingles->n_documents());
  const std::vector<Buckets> bands = find_buckets(sketches, banding, loop);
  const Similarities similarities(sketches, shingles, bands, loop);
  UnionFind groups(sketches.n_documents());
  const parallel::LoopOptions one_thread{.n_threads = 1, .chunk_size = 1, .watch = loop.watch};
  parallel::for_each_chunk(banding.bands, one_thread, [&](const parallel::Chunk& chunk) {
    const Buckets& band = bands[static_cast<std::size_t>(chunk.index)];
    for (std::size_t i = 0; i < band.size(); ++i) {
      unite_bucket(band.at(i), similarities, min_similarity, groups);
    }
  });
  std::vector<std::int32_t> first(static_cast<std::size_t>(sketches.n_documents()));
  for (std::size_t i = 0; i < first.size(); ++i) {
    first[i] = groups.find(static_cast<std::int32_t>(i));
  }
  return first;
}

}  // namespace broadsheet::similarity
