#include "kernels.hpp"

#include <algorithm>

#include "broadsheet/target_clones.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::size_t kLanes = 16;
constexpr std::size_t kTileRows = UpperBounds::kTileRows;
using Floats = float __attribute__((vector_size(kLanes * sizeof(float)), aligned(4), may_alias));
using Integers =
    std::int32_t __attribute__((vector_size(kLanes * sizeof(float)), aligned(4), may_alias));

}  // namespace

BROADSHEET_TARGET_CLONES
void multiply_points(const float* tiles, std::size_t n_tiles,
                     const std::array<const float*, UpperBounds::kQueriesAtOnce>& coordinates,
                     const std::array<float*, UpperBounds::kQueriesAtOnce>& products) {
  for (std::size_t row = 0; row < n_tiles * kTileRows; row += kLanes) {
    const float* from = tiles + row / kTileRows * kTileRows * LowRank::kRank + row % kTileRows;
    // Four names in place of an array, which compilers keep in memory.
    Floats first = {};
    Floats second = {};
    Floats third = {};
    Floats fourth = {};
    for (std::size_t r = 0; r < LowRank::kRank; ++r, from += kTileRows) {
      const Floats rows = *reinterpret_cast<const Floats*>(from);
      first += coordinates[0][r] * rows;
      second += coordinates[1][r] * rows;
      third += coordinates[2][r] * rows;
      fourth += coordinates[3][r] * rows;
    }
    *reinterpret_cast<Floats*>(products[0] + row) = first;
    *reinterpret_cast<Floats*>(products[1] + row) = second;
    *reinterpret_cast<Floats*>(products[2] + row) = third;
    *reinterpret_cast<Floats*>(products[3] + row) = fourth;
  }
}

void add_postings(const Postings::Posting* __restrict postings, std::size_t n, float weight,
                  float* __restrict sums) {
#pragma GCC unroll 4
  for (std::size_t i = 0; i < n; ++i) {
    sums[Postings::row(postings[i])] += weight * Postings::weight(postings[i]);
  }
}

BROADSHEET_TARGET_CLONES
void bound_tiles(const float* estimates, const float* rests, std::size_t n_tiles, float rest,
                 float* bounds) {
  for (std::size_t tile = 0; tile < n_tiles; ++tile, estimates += kTileRows, rests += kTileRows) {
    Floats greatest = *reinterpret_cast<const Floats*>(estimates) +
                      rest * *reinterpret_cast<const Floats*>(rests);
    for (std::size_t row = kLanes; row < kTileRows; row += kLanes) {
      const Floats bound = *reinterpret_cast<const Floats*>(estimates + row) +
                           rest * *reinterpret_cast<const Floats*>(rests + row);
      greatest = greatest > bound ? greatest : bound;
    }
    bounds[tile] = greatest[0];
    for (std::size_t i = 1; i < kLanes; ++i) bounds[tile] = std::max(bounds[tile], greatest[i]);
  }
}

BROADSHEET_TARGET_CLONES
void mark_tiles(const std::int32_t* counts, const float* masses, std::size_t n_tiles,
                const SumBar& bar, std::uint64_t* marks) {
  using Words =
      std::uint64_t __attribute__((vector_size(kLanes * sizeof(float)), aligned(4), may_alias));
  for (std::size_t tile = 0; tile < n_tiles; ++tile, counts += kTileRows, masses += kTileRows) {
    Integers any = {};
    for (std::size_t row = 0; row < kTileRows; row += kLanes) {
      const Integers overlaps = *reinterpret_cast<const Integers*>(counts + row);
      const Floats others = *reinterpret_cast<const Floats*>(masses + row);
      const Floats lesser = others < bar.mass ? others : bar.mass - Floats{};
      const Floats needed = bar.constant + bar.per_mass * others + bar.per_lesser * lesser;
      any |= (overlaps > 0) & (__builtin_convertvector(overlaps, Floats) >= needed);
    }
    const Words words = *reinterpret_cast<const Words*>(&any);
    marks[tile] = ((words[0] | words[1]) | (words[2] | words[3])) |
                  ((words[4] | words[5]) | (words[6] | words[7]));
  }
}

}  // namespace broadsheet::similarity
