#include "broadsheet/similarity/shingle_sets.hpp"

#include <algorithm>
#include <iterator>

#include "broadsheet/parallel/scratch.hpp"

namespace broadsheet::similarity {
namespace {

/// The documents of the pairs, ascending.
std::vector<std::int32_t> documents_of(const DocumentPairs& pairs, std::int64_t n_documents) {
  std::vector<bool> is_needed(static_cast<std::size_t>(n_documents));
  for (const auto* side : {&pairs.left, &pairs.right}) {
    for (const std::int32_t document : *side) is_needed[static_cast<std::size_t>(document)] = true;
  }
  std::vector<std::int32_t> documents;
  for (std::size_t i = 0; i < is_needed.size(); ++i) {
    if (is_needed[i]) documents.push_back(static_cast<std::int32_t>(i));
  }
  return documents;
}

std::size_t place_of(const std::vector<std::int32_t>& documents, std::int32_t document) {
  const auto found = std::ranges::lower_bound(documents, document);
  return static_cast<std::size_t>(std::distance(documents.begin(), found));
}

}  // namespace

ShingleSets::ShingleSets(const Shingles& shingles, std::span<const std::int32_t> documents,
                         const parallel::LoopOptions& loop)
    : sets_(documents.size()) {
  using Hashes = std::vector<std::uint64_t>;
  parallel::Scratch<Hashes> scratch([] { return Hashes{}; });
  const auto each = uncounted(loop, 0, 64);
  parallel::for_each_chunk(static_cast<std::int64_t>(documents.size()), each,
                           [&](const parallel::Chunk& chunk) {
                             scratch.with([&](Hashes& hashes) {
                               for (auto i = static_cast<std::size_t>(chunk.begin);
                                    i < static_cast<std::size_t>(chunk.end); ++i) {
                                 shingles.read(documents[i], hashes);
                                 std::ranges::sort(hashes);
                                 const auto repeats = std::ranges::unique(hashes);
                                 sets_[i].assign(hashes.begin(), repeats.begin());
                               }
                             });
                           });
}

double ShingleSets::jaccard(std::size_t left, std::size_t right) const {
  const auto& one = sets_[left];
  const auto& other = sets_[right];
  std::size_t n_shared = 0;
  for (auto i = one.begin(), j = other.begin(); i != one.end() && j != other.end();) {
    const bool is_shared = *i == *j;
    const bool moves_left = *i <= *j;
    const bool moves_right = *j <= *i;
    n_shared += is_shared ? 1 : 0;
    i += moves_left ? 1 : 0;
    j += moves_right ? 1 : 0;
  }
  const std::size_t n_united = one.size() + other.size() - n_shared;
  return n_united == 0 ? 0 : static_cast<double>(n_shared) / static_cast<double>(n_united);
}

std::vector<double> jaccard(const Shingles& shingles, const DocumentPairs& pairs,
                            const parallel::LoopOptions& loop) {
  check(pairs, shingles.n_documents());
  const std::vector<std::int32_t> documents = documents_of(pairs, shingles.n_documents());
  const ShingleSets sets(shingles, documents, loop);
  std::vector<double> similarities(pairs.size());
  const auto each = uncounted(loop, 0, 256);
  parallel::for_each_chunk(
      static_cast<std::int64_t>(pairs.size()), each, [&](const parallel::Chunk& chunk) {
        for (auto i = static_cast<std::size_t>(chunk.begin);
             i < static_cast<std::size_t>(chunk.end); ++i) {
          similarities[i] =
              sets.jaccard(place_of(documents, pairs.left[i]), place_of(documents, pairs.right[i]));
        }
      });
  return similarities;
}

}  // namespace broadsheet::similarity
