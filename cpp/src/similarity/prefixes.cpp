#include "broadsheet/similarity/prefixes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kRowsPerChunk = 512;

struct Cell {
  std::int32_t n_rows;
  std::int32_t column;
  double weight;
};

/// Not below `rest`, which is at least 0.
float round_up(double rest) {
  return std::nextafter(static_cast<float>(rest), std::numeric_limits<float>::infinity());
}

/// The cells of a row that a pair can share, the rarest columns first.
template <typename Value>
void collect(const terms::CsrView<Value>& matrix, std::int64_t row, double factor,
             std::span<const std::int32_t> n_rows, std::vector<Cell>& cells) {
  cells.clear();
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    const auto column = matrix.indices[place];
    const auto n = n_rows[static_cast<std::size_t>(column)];
    if (n == 0 || matrix.values[place] == 0) continue;
    cells.push_back({n, column, static_cast<double>(matrix.values[place]) * factor});
  }
  std::sort(cells.begin(), cells.end(), [](const Cell& left, const Cell& right) {
    return std::pair(left.n_rows, left.column) < std::pair(right.n_rows, right.column);
  });
}

/// Appends the cells before what is left is less than `need`.
void cut(Part part, std::span<const Cell> cells, double need, std::vector<float>& rests,
         std::vector<Prefixes::Entry>& entries) {
  const bool is_product = part == Part::kProduct;
  rests.resize(cells.size() + 1);
  rests[cells.size()] = 0;
  double mass = 0;
  for (std::size_t i = cells.size(); i-- > 0;) {
    mass += is_product ? cells[i].weight * cells[i].weight : cells[i].weight;
    rests[i] = round_up(is_product ? std::sqrt(mass) : mass);
  }
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (static_cast<double>(rests[i]) < need) return;
    entries.push_back({cells[i].column, static_cast<float>(cells[i].weight), rests[i + 1]});
  }
}

}  // namespace

template <typename Value>
Prefixes::Prefixes(Part part, const terms::CsrView<Value>& matrix,
                   std::span<const std::int32_t> n_rows, const Cut& by,
                   const parallel::LoopOptions& loop)
    : indptr_(static_cast<std::size_t>(matrix.n_rows()) + 1, 0) {
  parallel::LoopOptions by_rows = loop;
  by_rows.chunk_size = kRowsPerChunk;
  std::vector<std::vector<Entry>> parts(
      static_cast<std::size_t>(parallel::count_chunks(matrix.n_rows(), by_rows)));
  parallel::for_each_chunk(matrix.n_rows(), by_rows, [&](const parallel::Chunk& chunk) {
    auto& entries = parts[static_cast<std::size_t>(chunk.index)];
    std::vector<Cell> cells;
    std::vector<float> rests;
    for (auto row = chunk.begin; row < chunk.end; ++row) {
      const auto i = static_cast<std::size_t>(row);
      collect(matrix, row, by.factors[i], n_rows, cells);
      cut(part, cells, by.needs[i], rests, entries);
      indptr_[i + 1] = static_cast<std::int64_t>(entries.size());  // Within the chunk, so far.
    }
  });
  std::size_t n_entries = 0;
  for (const auto& one : parts) n_entries += one.size();
  entries_.reserve(n_entries);
  for (std::size_t row = 0; row + 1 < indptr_.size(); ++row) {
    const std::size_t chunk = row / static_cast<std::size_t>(kRowsPerChunk);
    if (row % static_cast<std::size_t>(kRowsPerChunk) == 0) {
      n_entries = entries_.size();
      entries_.insert(entries_.end(), parts[chunk].begin(), parts[chunk].end());
      parts[chunk] = {};
    }
    indptr_[row + 1] += static_cast<std::int64_t>(n_entries);
  }
}

PrefixPostings::PrefixPostings(const Prefixes& prefixes, std::int32_t n_columns)
    : offsets_(static_cast<std::size_t>(n_columns) + 2, 0), postings_(prefixes.entries().size()) {
  for (const auto& entry : prefixes.entries()) {
    ++offsets_[static_cast<std::size_t>(entry.column) + 2];
  }
  for (std::size_t c = 2; c < offsets_.size(); ++c) offsets_[c] += offsets_[c - 1];
  // offsets_[c + 1] runs from the start of column c to its end, which is where it has to stand.
  for (std::int64_t row = 0; row < prefixes.n_matrix_rows(); ++row) {
    for (const auto& entry : prefixes.row(row)) {
      const auto place = offsets_[static_cast<std::size_t>(entry.column) + 1]++;
      postings_[static_cast<std::size_t>(place)] = {static_cast<std::int32_t>(row), entry.weight,
                                                    entry.rest};
    }
  }
  offsets_.pop_back();
}

template Prefixes::Prefixes(Part, const terms::CsrView<float>&, std::span<const std::int32_t>,
                            const Cut&, const parallel::LoopOptions&);
template Prefixes::Prefixes(Part, const terms::CsrView<double>&, std::span<const std::int32_t>,
                            const Cut&, const parallel::LoopOptions&);

}  // namespace broadsheet::similarity
