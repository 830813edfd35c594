#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// Bits of a sketch.
inline constexpr std::int32_t kSimHashBits = 64;

struct SimHashOptions {
  std::uint64_t seed = 0;
  parallel::LoopOptions loop = {};  ///< Threads and watch; the size of chunks is chosen here.
};

/// The hashes of columns: of their labels, so that a term has the same hash in every matrix.
/// @param offsets  n + 1: label i is bytes[offsets[i]] to bytes[offsets[i + 1]].
[[nodiscard]] std::vector<std::uint64_t> label_hashes(std::span<const std::int64_t> offsets,
                                                      std::string_view bytes, std::uint64_t seed);

/// Sketches the rows of a matrix of weights: N numbers of 64 bits. Any bit of two sketches differs
/// with a chance of t / pi, t the angle between the rows, so that the cosine of pi d / 64 estimates
/// theirs, d bits being different. A row of zeros is 0, and no other row is.
///
/// Bit b is 1 if the sum of the weights, each times a normal number of its column and of b, is
/// positive. The normal numbers are the 256 quantiles in the middle of equal parts, in units of
/// 1/1024; with just +1 and -1 in their place, rows of a few columns would be estimated with a
/// bias. A weight counts as a whole multiple of 2^-20 of the greatest of its row, so that sums are
/// exact: a sketch does not depend on the order of the columns, nor on the machine.
///
/// O(64 (nnz + V)), and 256 bytes a column. The same bytes for any number of threads.
///
/// Source: Charikar, "Similarity estimation techniques from rounding algorithms", STOC 2002.
/// @param columns  V: the hash of each column.
/// @throws std::invalid_argument  if there is not one hash a column, or a row is too long or too
///   short for a cosine, as row_mass says.
template <typename Value>
[[nodiscard]] LargeArray<std::uint64_t> simhash(const terms::CsrView<Value>& weights,
                                                std::span<const std::uint64_t> columns,
                                                const SimHashOptions& options);

/// The cosine of pi d / 64.
/// @throws std::invalid_argument  if `distance` is not in [0, 64].
[[nodiscard]] double estimated_cosine(std::int32_t distance);

/// The chance that the sketches of two rows of a cosine differ in at most `distance` bits: that of
/// a binomial variable of 64 trials. It takes bits to be independent.
/// @throws std::invalid_argument  if `cosine` is not in [-1, 1], or `distance` not in [0, 64].
[[nodiscard]] double hamming_recall(std::int32_t distance, double cosine);

/// The least distance with which pairs of `cosine` are found with a chance of `min_recall` or more.
/// @throws std::invalid_argument  if `cosine` is not in (0, 1], or `min_recall` not in (0, 1).
[[nodiscard]] std::int32_t choose_distance(double cosine, double min_recall);

}  // namespace broadsheet::similarity
