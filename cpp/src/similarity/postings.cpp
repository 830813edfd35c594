#include "broadsheet/similarity/postings.hpp"

#include <limits>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

/// Where in the matrix the wanted values of a row are. Without branches, which no processor could
/// foretell.
template <typename Value>
std::size_t find_wanted(const terms::CsrView<Value>& matrix, std::int64_t row,
                        std::span<const std::uint8_t> is_wanted, std::vector<std::size_t>& places) {
  places.resize(static_cast<std::size_t>(matrix.end(row) - matrix.begin(row)) + 1);
  std::size_t n = 0;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    const auto column = static_cast<std::size_t>(matrix.indices[place]);
    places[n] = place;
    n += is_wanted[column] & static_cast<std::size_t>(matrix.values[place] != 0);
  }
  return n;
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
  for (auto at = matrix.begin(chunk.begin); at < matrix.end(chunk.end - 1); ++at) {
    const auto place = static_cast<std::size_t>(at);
    const auto column = static_cast<std::size_t>(matrix.indices[place]);
    offsets[column + 2] +=
        is_wanted[column] & static_cast<std::uint32_t>(matrix.values[place] != 0);
  }
  for (std::size_t c = 2; c < offsets.size(); ++c) offsets[c] += offsets[c - 1];
  block.postings.resize(offsets.back());
  // offsets[c + 1] runs from the start of column c to its end, which is where it has to stand.
  std::vector<std::size_t> places;
  for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
    const double factor = factors[static_cast<std::size_t>(row)];
    const std::size_t n = find_wanted(matrix, row, is_wanted, places);
    for (std::size_t i = 0; i < n; ++i) {
      const std::uint32_t to = offsets[static_cast<std::size_t>(matrix.indices[places[i]]) + 1]++;
      const double weight = static_cast<double>(matrix.values[places[i]]) * factor;
      block.postings[to] = Postings::posting(static_cast<std::size_t>(row - chunk.begin),
                                             static_cast<float>(weight));
    }
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
