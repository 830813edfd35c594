#include "broadsheet/similarity/overlaps.hpp"

#include <algorithm>

#include "bit_counts.hpp"

namespace broadsheet::similarity {
namespace {

// A column that one row in so many holds costs less as bits than as postings.
constexpr std::int64_t kFrequent = 128;

}  // namespace

template <typename Value>
Overlaps::Columns Overlaps::choose(const terms::CsrView<Value>& matrix) {
  const auto n_columns = static_cast<std::size_t>(matrix.n_columns);
  std::vector<std::int64_t> n_rows(n_columns, 0);
  for (std::size_t at = 0; at < matrix.indices.size(); ++at) {
    if (matrix.values[at] != 0) ++n_rows[static_cast<std::size_t>(matrix.indices[at])];
  }
  Columns columns{.places = std::vector<std::int32_t>(n_columns, -1),
                  .is_rare = std::vector<std::uint8_t>(n_columns, 1)};
  for (std::size_t c = 0; c < n_columns; ++c) {
    if (n_rows[c] == 0 || n_rows[c] * kFrequent < matrix.n_rows()) continue;
    columns.places[c] = static_cast<std::int32_t>(columns.n_frequent++);
    columns.is_rare[c] = 0;
  }
  return columns;
}

template <typename Value>
Overlaps::Overlaps(const terms::CsrView<Value>& matrix, const parallel::LoopOptions& loop)
    : columns_(choose(matrix)),
      postings_(matrix, std::vector<double>(static_cast<std::size_t>(matrix.n_rows()), 1),
                columns_.is_rare, loop),
      words_(n_blocks()) {
  parallel::LoopOptions by_block = loop;
  by_block.chunk_size = static_cast<std::int64_t>(kBlockRows);
  parallel::for_each_chunk(matrix.n_rows(), by_block, [&](const parallel::Chunk& chunk) {
    Words& words = words_[static_cast<std::size_t>(chunk.index)];
    words.assign(columns_.n_frequent * kWords, 0);
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      const auto bit = static_cast<std::size_t>(row - chunk.begin);
      for (const auto place : query(matrix, row).frequent) {
        words[place * kWords + bit / 64] |= std::uint64_t{1} << (bit % 64);
      }
    }
  });
}

template <typename Value>
Overlaps::Query Overlaps::query(const terms::CsrView<Value>& matrix, std::int64_t row) const {
  Query query;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto cell = static_cast<std::size_t>(at);
    if (matrix.values[cell] == 0) continue;
    const auto column = matrix.indices[cell];
    const auto place = columns_.places[static_cast<std::size_t>(column)];
    if (place >= 0) {
      query.frequent.push_back(static_cast<std::size_t>(place));
    } else {
      query.rare.push_back(column);
    }
  }
  return query;
}

void Overlaps::count(std::size_t block, const Query& query, std::span<std::int32_t> counts) const {
  std::fill(counts.begin(), counts.end(), 0);
  std::vector<const std::uint64_t*> columns;
  for (const auto place : query.frequent) {
    columns.push_back(words_[block].data() + place * kWords);
  }
  for (std::size_t first = 0; first < columns.size(); first += kMostColumns) {
    const std::size_t n = std::min(kMostColumns, columns.size() - first);
    count_bits(std::span(columns).subspan(first, n), kWords, counts.data());
  }
  const auto& postings = postings_.blocks()[block];
  for (const auto column : query.rare) {
    const auto c = static_cast<std::size_t>(column);
    for (auto at = postings.offsets[c]; at < postings.offsets[c + 1]; ++at) {
      ++counts[Postings::row(postings.postings[at])];
    }
  }
}

template Overlaps::Overlaps(const terms::CsrView<float>&, const parallel::LoopOptions&);
template Overlaps::Overlaps(const terms::CsrView<double>&, const parallel::LoopOptions&);
template Overlaps::Query Overlaps::query(const terms::CsrView<float>&, std::int64_t) const;
template Overlaps::Query Overlaps::query(const terms::CsrView<double>&, std::int64_t) const;

}  // namespace broadsheet::similarity
