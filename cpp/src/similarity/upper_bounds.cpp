#include "broadsheet/similarity/upper_bounds.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "kernels.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::uint32_t kCacheLine = 64;   // Bytes.
constexpr std::size_t kListsAhead = 2;     // Postings asked for before their turn.
constexpr std::size_t kOffsetsAhead = 8;   // Where these begin, asked for before that.
constexpr std::uint32_t kMostAhead = 512;  // Of a list; the processor follows a longer one.

constexpr std::size_t up_to_tiles(std::size_t n_rows) {
  return (n_rows + UpperBounds::kTileRows - 1) / UpperBounds::kTileRows * UpperBounds::kTileRows;
}

}  // namespace

template <typename Value>
UpperBounds::UpperBounds(const terms::CsrView<Value>& matrix, std::span<const double> factors,
                         std::size_t n_frequent, const parallel::LoopOptions& loop)
    : n_rows_(static_cast<std::size_t>(matrix.n_rows())),
      low_rank_(matrix, factors, n_frequent),
      postings_(matrix, factors, low_rank_.is_rare(), loop),
      coordinates_(up_to_tiles(n_rows_) * LowRank::kRank, 0),
      rests_(up_to_tiles(n_rows_), 0) {
  parallel::LoopOptions by_block = loop;
  by_block.chunk_size = static_cast<std::int64_t>(kBlockRows);
  parallel::for_each_chunk(matrix.n_rows(), by_block, [&](const parallel::Chunk& chunk) {
    for (auto row = static_cast<std::size_t>(chunk.begin);
         row < static_cast<std::size_t>(chunk.end); ++row) {
      const auto point = low_rank_.point(matrix, static_cast<std::int64_t>(row), factors[row]);
      rests_[row] = point.rest;
      const std::size_t first = row / kTileRows * kTileRows * LowRank::kRank + row % kTileRows;
      for (std::size_t r = 0; r < LowRank::kRank; ++r) {
        coordinates_[first + r * kTileRows] = point.coordinates[r];
      }
    }
  });
}

template <typename Value>
UpperBounds::Query UpperBounds::query(const terms::CsrView<Value>& matrix, std::int64_t row,
                                      double factor) const {
  Query query{.point = low_rank_.point(matrix, row, factor)};
  float square = 0;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    if (low_rank_.is_rare()[static_cast<std::size_t>(matrix.indices[place])] == 0) continue;
    query.columns.push_back(matrix.indices[place]);
    query.weights.push_back(static_cast<float>(static_cast<double>(matrix.values[place]) * factor));
    square += query.weights.back() * query.weights.back();
  }
  // Both rows and each product are rounded by at most 2^-24 of themselves and each of n sums by
  // 2^-24 of the lengths, which are at most 1: (n + 3) * 2^-24 in all, for any n products of the
  // row. Twice that, and a little, leaves room for the bound's own sums.
  const auto n_products =
      static_cast<float>(matrix.end(row) - matrix.begin(row)) + static_cast<float>(LowRank::kRank);
  query.slack = (n_products + 32) * 0x1p-23F + std::sqrt(square) * Postings::kWeightError;
  return query;
}

void UpperBounds::estimate(std::size_t block, std::span<const Query* const> queries,
                           std::span<Estimates> estimates) const {
  const std::size_t n_filled = rests(block).size();
  const std::size_t n_rows = std::min(n_filled, n_rows_ - block * kBlockRows);
  for (std::size_t q = 0; q < queries.size(); ++q) {
    estimates[q].values.resize(n_filled);
    estimates[q].tiles.resize(n_filled / kTileRows);
  }
  multiply(block, queries, estimates);
  for (std::size_t q = 0; q < queries.size(); ++q) {
    auto& [values, tiles] = estimates[q];
    add_rare(block, *queries[q], values);
    std::fill(values.begin() + static_cast<std::ptrdiff_t>(n_rows), values.end(),
              -std::numeric_limits<float>::infinity());
    bound_tiles(values.data(), rests(block).data(), tiles.size(), queries[q]->point.rest,
                tiles.data());
    for (float& tile : tiles) tile += queries[q]->slack;
  }
}

void UpperBounds::multiply(std::size_t block, std::span<const Query* const> queries,
                           std::span<Estimates> estimates) const {
  std::array<const float*, kQueriesAtOnce> coordinates;
  std::array<float*, kQueriesAtOnce> products;
  for (std::size_t i = 0; i < kQueriesAtOnce; ++i) {
    const std::size_t q = std::min(i, queries.size() - 1);  // The last one makes up the number.
    coordinates[i] = queries[q]->point.coordinates.data();
    products[i] = estimates[q].values.data();
  }
  multiply_points(coordinates_.data() + block * kBlockRows * LowRank::kRank,
                  estimates.front().tiles.size(), coordinates, products);
}

void UpperBounds::add_rare(std::size_t block, const Query& query,
                           std::vector<float>& values) const {
  const auto& postings = postings_.blocks()[block];
  const auto& columns = query.columns;
  for (std::size_t i = 0; i < columns.size(); ++i) {
    // Asks for what comes later. Not in a function of its own: with no effect that GCC 12 can see,
    // its calls are left out.
    if (i + kOffsetsAhead < columns.size()) {
      __builtin_prefetch(postings.offsets.data() + columns[i + kOffsetsAhead]);
    }
    if (i + kListsAhead < columns.size()) {
      const auto later = static_cast<std::size_t>(columns[i + kListsAhead]);
      const auto end = std::min(postings.offsets[later + 1], postings.offsets[later] + kMostAhead);
      for (auto at = postings.offsets[later]; at < end; at += kCacheLine / sizeof(float)) {
        __builtin_prefetch(postings.postings.data() + at);
      }
    }
    const auto column = static_cast<std::size_t>(columns[i]);
    const auto begin = postings.offsets[column];
    add_postings(postings.postings.data() + begin, postings.offsets[column + 1] - begin,
                 query.weights[i], values.data());
  }
}

template UpperBounds::UpperBounds(const terms::CsrView<float>&, std::span<const double>,
                                  std::size_t, const parallel::LoopOptions&);
template UpperBounds::UpperBounds(const terms::CsrView<double>&, std::span<const double>,
                                  std::size_t, const parallel::LoopOptions&);
template UpperBounds::Query UpperBounds::query(const terms::CsrView<float>&, std::int64_t,
                                               double) const;
template UpperBounds::Query UpperBounds::query(const terms::CsrView<double>&, std::int64_t,
                                               double) const;

}  // namespace broadsheet::similarity
