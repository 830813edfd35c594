#pragma once

#include <cstdint>
#include <span>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/shingles.hpp"

namespace broadsheet::similarity {

struct MinHashOptions {
  std::int32_t n_hashes = 128;  ///< Places of a sketch, K, in [1, 65536].
  std::uint64_t seed = 0;
  parallel::LoopOptions loop = {};  ///< Threads and watch; the size of chunks is chosen here.
};

/// Sketches the sets of shingles of N documents: N x K numbers. Any place of two sketches agrees
/// with a chance of J, the Jaccard similarity of the sets, so that the share of places that agree
/// estimates J without bias (but for hashes of 32 bits that agree by chance, below 1 in 10^9 a
/// place), with a standard error of about sqrt(J (1 - J) / K). Repeats in a document do not
/// count. A document without shingles has 2^32 - 1 in every place.
///
/// K places are filled in T = ceil(K / 128) rounds: in each every shingle falls into one place by
/// chance, and a place keeps the smallest hash of the earliest round that reached it. A place that
/// none reached keeps the smallest of all shingles by a hash of its own. So long documents need
/// little more than one hash a shingle, where K permutations need K, and short ones lose nothing,
/// unlike one permutation with densification. O(T (n + K)) for n shingles, and n for each of
/// the K exp(-n T / K) places that are left empty, on average.
///
/// The same bytes for any number of threads and on any machine.
///
/// Source: Dahlgaard, Knudsen and Thorup, "Fast similarity sketching", FOCS 2017, where T is K and
/// a place has a hash of its own by the same family; the estimate is that of Broder, "On the
/// resemblance and containment of documents", SEQUENCES 1997.
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] LargeArray<std::uint32_t> minhash(const Shingles& shingles,
                                                const MinHashOptions& options);

/// The share of places in which two sketches of one length agree: 0 where both are of documents
/// without shingles.
[[nodiscard]] double estimated_jaccard(std::span<const std::uint32_t> left,
                                       std::span<const std::uint32_t> right);

/// Whether a sketch is that of a document without shingles.
[[nodiscard]] bool is_blank(std::span<const std::uint32_t> sketch);

}  // namespace broadsheet::similarity
