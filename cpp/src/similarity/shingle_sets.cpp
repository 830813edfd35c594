#include "broadsheet/similarity/shingle_sets.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "broadsheet/parallel/scratch.hpp"

namespace broadsheet::similarity {
namespace {

/// The documents of the pairs, ascending.
std::vector<std::int32_t> documents_of(const DocumentPairsView& pairs, std::int64_t n_documents) {
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

}  // namespace

ShingleSets::ShingleSets(const Shingles& shingles, std::vector<std::int32_t> documents,
                         const parallel::LoopOptions& loop)
    : documents_(std::move(documents)), sets_(documents_.size()) {
  using Hashes = std::vector<std::uint64_t>;
  parallel::Scratch<Hashes> scratch([] { return Hashes{}; });
  const auto each = uncounted(loop, 0, 64);
  parallel::for_each_chunk(std::ssize(documents_), each, [&](const parallel::Chunk& chunk) {
    scratch.with([&](Hashes& hashes) {
      for (auto i = static_cast<std::size_t>(chunk.begin); i < static_cast<std::size_t>(chunk.end);
           ++i) {
        shingles.read(documents_[i], hashes);
        std::ranges::sort(hashes);
        const auto repeats = std::ranges::unique(hashes);
        sets_[i].assign(hashes.begin(), repeats.begin());
      }
    });
  });
}

std::span<const std::uint64_t> ShingleSets::of(std::int32_t document) const {
  const auto found = std::ranges::lower_bound(documents_, document);
  return sets_[static_cast<std::size_t>(std::distance(documents_.begin(), found))];
}

double ShingleSets::jaccard(std::int32_t left, std::int32_t right) const {
  const auto one = of(left);
  const auto other = of(right);
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

std::vector<double> jaccard(const Shingles& shingles, const DocumentPairsView& pairs,
                            const parallel::LoopOptions& loop) {
  check(pairs, shingles.n_documents());
  const ShingleSets sets(shingles, documents_of(pairs, shingles.n_documents()), loop);
  std::vector<double> similarities(pairs.size());
  const auto each = uncounted(loop, 0, 256);
  parallel::for_each_chunk(static_cast<std::int64_t>(pairs.size()), each,
                           [&](const parallel::Chunk& chunk) {
                             for (auto i = static_cast<std::size_t>(chunk.begin);
                                  i < static_cast<std::size_t>(chunk.end); ++i) {
                               similarities[i] = sets.jaccard(pairs.left[i], pairs.right[i]);
                             }
                           });
  return similarities;
}

}  // namespace broadsheet::similarity
