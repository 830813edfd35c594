#include "broadsheet/similarity/postings.hpp"

#include <limits>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

/// Calls visit(place, column) for the stored values of the wanted columns of a row.
template <typename Value, typename Visit>
void for_each_wanted(const terms::CsrView<Value>& matrix, std::int64_t row,
                     std::span<const std::uint8_t> is_wanted, const Visit& visit) {
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    const auto column = static_cast<std::size_t>(matrix.indices[place]);
    if (is_wanted[column] != 0) visit(place, column);
  }
}

template <typename Value>
Postings::Block transpose(const terms::CsrView<Value>& matrix, std::span<const double> factors,
                          std::span<const std::uint8_t> is_wanted, const parallel::Chunk& chunk) {
  const std::int64_t n_values = matrix.end(chunk.end - 1) - matrix.begin(chunk.begin);
  require(n_values < std::numeric_limits<std::uint32_t>::max(), "rows ", chunk.begin, " to ",
          chunk.end, " must hold fewer than 2**32 values, not ", n_values);
  Postings::Block block;
  auto& offsets = block.offsets;
  offsets.assign(static_cast<std::size_t>(matrix.n_columns) + 2, 0);
  for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
    for_each_wanted(matrix, row, is_wanted,
                    [&](std::size_t, std::size_t column) { ++offsets[column + 2]; });
  }
  for (std::size_t c = 2; c < offsets.size(); ++c) offsets[c] += offsets[c - 1];
  block.rows.resize(offsets.back());
  block.weights.resize(offsets.back());
  // offsets[c + 1] runs from the start of column c to its end, which is where it has to stand.
  for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
    const double factor = factors[static_cast<std::size_t>(row)];
    for_each_wanted(matrix, row, is_wanted, [&](std::size_t place, std::size_t column) {
      const std::uint32_t to = offsets[column + 1]++;
      block.rows[to] = static_cast<std::uint16_t>(row - chunk.begin);
      block.weights[to] = static_cast<float>(static_cast<double>(matrix.values[place]) * factor);
    });
  }
  offsets.pop_back();
  return block;
}

}  // namespace

template <typename Value>
Postings::Postings(const terms::CsrView<Value>& matrix, std::span<const double> factors,
                   std::span<const std::uint8_t> is_wanted, const parallel::LoopOptions& loop) {
  parallel::LoopOptions by_block = loop;
  by_block.chunk_size = kBlockRows;
  blocks_.resize(static_cast<std::size_t>(parallel::count_chunks(matrix.n_rows(), by_block)));
  parallel::for_each_chunk(matrix.n_rows(), by_block, [&](const parallel::Chunk& chunk) {
    blocks_[static_cast<std::size_t>(chunk.index)] = transpose(matrix, factors, is_wanted, chunk);
  });
}

template Postings::Postings(const terms::CsrView<float>&, std::span<const double>,
                            std::span<const std::uint8_t>, const parallel::LoopOptions&);
template Postings::Postings(const terms::CsrView<double>&, std::span<const double>,
                            std::span<const std::uint8_t>, const parallel::LoopOptions&);

}  // namespace broadsheet::similarity
