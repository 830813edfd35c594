#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "broadsheet/similarity/upper_bounds.hpp"
#include "sum_bar.hpp"

namespace broadsheet::similarity {

/// For each of the queries, writes the products of its coordinates with those of every row of the
/// tiles. A tile holds the first coordinates of its rows, then the second ones, and so on.
void multiply_points(const float* tiles, std::size_t n_tiles,
                     const std::array<const float*, UpperBounds::kQueriesAtOnce>& coordinates,
                     const std::array<float*, UpperBounds::kQueriesAtOnce>& products);

/// Adds to the sum of the row of each of n postings its weight times `weight`. No row comes twice.
void add_postings(const Postings::Posting* postings, std::size_t n, float weight, float* sums);

/// For each tile, the greatest estimates[i] + rest * rests[i] of its rows.
void bound_tiles(const float* estimates, const float* rests, std::size_t n_tiles, float rest,
                 float* bounds);

/// For each tile, not 0 if any count of its rows is above 0 and reaches the bar of the row.
void mark_tiles(const std::int32_t* counts, const float* masses, std::size_t n_tiles,
                const SumBar& bar, std::uint64_t* marks);

}  // namespace broadsheet::similarity
