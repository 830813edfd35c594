#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/candidates.hpp"

namespace broadsheet::similarity {

/// How sketches of 64 bits are joined: cut into `blocks` runs of bits, of which two sketches agree
/// in `same` at least if they differ in at most blocks - same bits. With no blocks, all pairs are
/// compared.
struct HammingPlan {
  std::int32_t blocks = 0;
  std::int32_t same = 0;

  bool operator==(const HammingPlan&) const = default;
};

/// The plan that takes least time for N sketches whose bits are random: a sort for each choice of
/// `same` blocks, and a comparison for each pair that agrees in them.
[[nodiscard]] HammingPlan plan_hamming(std::int64_t n_sketches, std::int32_t distance);

/// All pairs of sketches that differ in at most `distance` bits, exactly. Those that are 0, of
/// documents without features, are in none.
///
/// For each choice of blocks, a flat array of the sketches sorted by these bits; a pair is kept in
/// the first choice in which it agrees only. O(N^2) where `distance` is large: less than a
/// nanosecond a pair. Beside the result: 16 bytes a sketch and thread.
///
/// Source: Manku, Jain and Das Sarma, "Detecting near-duplicates for web crawling", WWW 2007, who
/// keep the permuted tables; here each is made when its turn comes.
/// @param plan       Of plan_hamming, or any other: the result is the same.
/// @param max_pairs  More are an error, found before memory runs out.
/// @param loop       Its watcher is told how many sketches are done.
/// @throws std::invalid_argument  if `distance` is not in [0, 64], the plan misses pairs, or there
///   are more pairs.
[[nodiscard]] DocumentPairs hamming_pairs(std::span<const std::uint64_t> sketches,
                                          std::int32_t distance, const HammingPlan& plan,
                                          std::int64_t max_pairs,
                                          const parallel::LoopOptions& loop);

/// In how many bits the sketches of each pair differ.
/// @throws std::invalid_argument  if a document is not in [0, N).
[[nodiscard]] std::vector<std::int32_t> hamming_distances(std::span<const std::uint64_t> sketches,
                                                          const DocumentPairsView& pairs);

}  // namespace broadsheet::similarity
