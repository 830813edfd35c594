#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/csr.hpp"
#include "int_blocks.hpp"

namespace broadsheet::terms {

/// Rows of a matrix whose lengths are known only when they are there: kept where the thread that
/// made them left them, and joined in the end. What they took is given back as it is joined.
class FinishedRows {
 public:
  /// @param chunk_size  Documents that are made and joined at a time.
  FinishedRows(std::int64_t n_documents, std::int64_t chunk_size)
      : chunk_size_(chunk_size),
        indptr_(static_cast<std::size_t>(n_documents) + 1),
        rows_(static_cast<std::size_t>(n_documents)),
        blocks_(static_cast<std::size_t>((n_documents + chunk_size - 1) / chunk_size)) {}

  /// Makes a row: `write(cells)` writes its columns, ascending, and their values in pairs.
  /// @param n_most  Cells that there may be.
  /// @param write  Returns one past the last.
  template <typename Write>
  void make(std::int64_t document, std::size_t n_most, IntBlocks& memory, const Write& write) {
    std::int32_t* const begin = memory.reserve(2 * n_most);
    const auto n = static_cast<std::size_t>(write(begin) - begin);
    const auto row = static_cast<std::size_t>(document);
    rows_[row] = memory.commit(n);
    indptr_[row + 1] = static_cast<std::int64_t>(n / 2);
    auto& held = blocks_[static_cast<std::size_t>(document / chunk_size_)];
    if (held.empty() || held.back() != memory.block()) held.push_back(memory.block());
  }

  /// Joins the rows; there are none afterwards.
  /// @param loop  In chunks of the size that the rows were made in.
  template <typename Value>
  [[nodiscard]] Csr<Value> join(std::int32_t n_columns, const parallel::LoopOptions& loop) {
    std::partial_sum(indptr_.begin(), indptr_.end(), indptr_.begin());
    Csr<Value> matrix;
    matrix.n_columns = n_columns;
    matrix.indptr = std::move(indptr_);
    matrix.indices.resize(static_cast<std::size_t>(matrix.indptr.back()));
    matrix.values.resize(matrix.indices.size());
    parallel::for_each_chunk(std::ssize(rows_), loop, [&](const parallel::Chunk& chunk) {
      for (auto row = static_cast<std::size_t>(chunk.begin);
           row < static_cast<std::size_t>(chunk.end); ++row) {
        const std::int32_t* from = rows_[row];
        const auto end = static_cast<std::size_t>(matrix.indptr[row + 1]);
        for (auto at = static_cast<std::size_t>(matrix.indptr[row]); at < end; ++at, from += 2) {
          matrix.indices[at] = from[0];
          matrix.values[at] = static_cast<Value>(from[1]);
        }
      }
      blocks_[static_cast<std::size_t>(chunk.index)].clear();
    });
    return matrix;
  }

 private:
  std::int64_t chunk_size_;
  std::vector<std::int64_t> indptr_;
  std::vector<const std::int32_t*> rows_;
  std::vector<std::vector<IntBlocks::Block>> blocks_;  // By chunk: what its rows are in.
};

}  // namespace broadsheet::terms
