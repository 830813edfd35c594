#pragma once

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/csr.hpp"
#include "ordered_ids.hpp"
#include "phases.hpp"

namespace broadsheet::terms {

/// Counts the columns that `for_each_column(document, visit)` visits into a matrix, one row a
/// document: once over the documents to learn how long rows are, and once to fill them.
template <typename ForEachColumn>
class RowCounter {
 public:
  RowCounter(std::int64_t n_documents, std::int32_t n_columns, const parallel::LoopOptions& loop,
             const ForEachColumn& for_each_column)
      : n_(n_documents),
        n_columns_(n_columns),
        loop_(loop),
        for_each_column_(for_each_column),
        matrix_{.indptr = std::vector<std::int64_t>(static_cast<std::size_t>(n_) + 1),
                .indices = {},
                .values = {},
                .n_columns = n_columns} {}

  [[nodiscard]] Csr<std::int32_t> count() {
    measure_rows();
    matrix_.indices.resize(static_cast<std::size_t>(matrix_.indptr.back()));
    matrix_.values.resize(matrix_.indices.size());
    fill_rows();
    return std::move(matrix_);
  }

 private:
  static constexpr std::int64_t kDocumentsPerChunk = 128;

  /// What a thread counts one row with.
  struct Row {
    explicit Row(std::int32_t n_columns)
        : counts(static_cast<std::size_t>(n_columns)), columns(n_columns) {}

    std::vector<std::int32_t> counts;  // Zero between rows.
    OrderedIds columns;                // Empty between rows.
  };

  void measure_rows() {
    using LastSeen = std::vector<std::int32_t>;  // The last document that held the column.
    const auto width = static_cast<std::size_t>(n_columns_);
    parallel::Scratch<LastSeen> scratch([width] { return LastSeen(width, -1); });
    const auto loop = loop_of({0, 2, n_, n_}, loop_, kDocumentsPerChunk);
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      scratch.with([&](LastSeen& last_seen) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          const auto mark = static_cast<std::int32_t>(document);
          std::int64_t n_distinct = 0;
          for_each_column_(document, [&](std::int32_t column) {
            auto& seen = last_seen[static_cast<std::size_t>(column)];
            n_distinct += seen != mark;
            seen = mark;
          });
          matrix_.indptr[static_cast<std::size_t>(document) + 1] = n_distinct;
        }
      });
    });
    std::partial_sum(matrix_.indptr.begin(), matrix_.indptr.end(), matrix_.indptr.begin());
  }

  void fill_rows() {
    parallel::Scratch<Row> rows([this] { return Row(n_columns_); });
    const auto loop = loop_of({1, 2, n_, n_}, loop_, kDocumentsPerChunk);
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      rows.with([&](Row& row) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          fill_row(document, row);
        }
      });
    });
  }

  void fill_row(std::int64_t document, Row& row) {
    for_each_column_(document, [&](std::int32_t column) {
      ++row.counts[static_cast<std::size_t>(column)];
      row.columns.insert(column);
    });
    auto place = static_cast<std::size_t>(matrix_.indptr[static_cast<std::size_t>(document)]);
    row.columns.drain([&](std::int32_t column) {
      auto& count = row.counts[static_cast<std::size_t>(column)];
      matrix_.indices[place] = column;
      matrix_.values[place++] = count;
      count = 0;
    });
  }

  const std::int64_t n_;
  const std::int32_t n_columns_;
  const parallel::LoopOptions& loop_;
  const ForEachColumn& for_each_column_;
  Csr<std::int32_t> matrix_;
};

}  // namespace broadsheet::terms
