#include "broadsheet/similarity/postings.hpp"

#include <algorithm>
#include <limits>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

template <typename Value, typename Visit>
void for_each_value(const terms::CsrView<Value>& matrix, std::int64_t begin, std::int64_t end,
                    const Visit& visit) {
  for (std::int64_t row = begin; row < end; ++row) {
    for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
      const auto place = static_cast<std::size_t>(at);
      if (matrix.values[place] != 0) {
        visit(row - begin, static_cast<std::size_t>(matrix.indices[place]), matrix.values[place]);
      }
    }
  }
}

template <typename Value>
typename Postings<Value>::Block transpose(const terms::CsrView<Value>& matrix, std::int64_t begin,
                                          std::int64_t end) {
  require(matrix.end(end - 1) - matrix.begin(begin) <= std::numeric_limits<std::uint32_t>::max(),
          "candidates must hold fewer than 2**32 values in rows ", begin, " to ", end);
  typename Postings<Value>::Block block{.begin = begin, .n_rows = end - begin};
  block.offsets.assign(static_cast<std::size_t>(matrix.n_columns) + 2, 0);
  for_each_value(matrix, begin, end,
                 [&](std::int64_t, std::size_t column, Value) { ++block.offsets[column + 2]; });
  for (std::size_t c = 2; c < block.offsets.size(); ++c) block.offsets[c] += block.offsets[c - 1];
  block.rows.resize(block.offsets.back());
  block.values.resize(block.offsets.back());
  // offsets[c + 1] runs from the start of column c to its end, which is where it has to stand.
  for_each_value(matrix, begin, end, [&](std::int64_t row, std::size_t column, Value value) {
    const std::uint32_t place = block.offsets[column + 1]++;
    block.rows[place] = static_cast<std::uint16_t>(row);
    block.values[place] = value;
  });
  block.offsets.pop_back();
  return block;
}

}  // namespace

template <typename Value>
Postings<Value>::Postings(const terms::CsrView<Value>& matrix, const parallel::LoopOptions& loop) {
  const std::int64_t n_rows = matrix.n_rows();
  parallel::LoopOptions blocks = loop;
  blocks.chunk_size = kBlockRows;
  blocks_.resize(static_cast<std::size_t>(parallel::count_chunks(n_rows, blocks)));
  parallel::for_each_chunk(n_rows, blocks, [&](const parallel::Chunk& chunk) {
    blocks_[static_cast<std::size_t>(chunk.index)] = transpose(matrix, chunk.begin, chunk.end);
  });
}

template class Postings<float>;
template class Postings<double>;

}  // namespace broadsheet::similarity
