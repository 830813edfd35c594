#pragma once

#include <cstdint>

namespace broadsheet::similarity {

/// How sketches are cut for locality-sensitive hashing: two documents are candidates if they agree
/// in every place of at least one band. Places beyond bands * rows are not used.
struct Banding {
  std::int32_t bands = 0;  ///< At least 1.
  std::int32_t rows = 0;   ///< Places a band, at least 1.
};

/// @throws std::invalid_argument  unless the bands are there and fit in sketches of `n_hashes`.
void check(const Banding& banding, std::int32_t n_hashes);

/// The chance that a pair becomes a candidate: 1 - (1 - similarity^rows)^bands.
///
/// Source: Leskovec, Rajaraman and Ullman, "Mining of massive datasets", section 3.4.
/// @throws std::invalid_argument  if `similarity` is not in [0, 1], or there is no band or row.
[[nodiscard]] double recall(const Banding& banding, double similarity);

/// Of the bandings that find a pair of `similarity` with a chance of `min_recall` or more, the one
/// with the longest bands, which has the fewest false candidates; of n_hashes / rows bands, and
/// of n_hashes / bands rows.
/// @throws std::invalid_argument  if an argument is out of range, or there is none: then
///   `n_hashes` has to grow.
[[nodiscard]] Banding choose_banding(std::int32_t n_hashes, double similarity, double min_recall);

}  // namespace broadsheet::similarity
