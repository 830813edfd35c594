#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/parallel/phases.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/csr.hpp"
#include "digit_sorter.hpp"
#include "ordered_ids.hpp"

namespace broadsheet::terms {

/// Counts the columns that `for_each_column(document, visit)` visits into a matrix, one row a
/// document.
///
/// Where there are few columns, a thread holds a counter for each. Where there are many, these
/// would not stay in a cache, and the columns of a row are sorted instead.
template <typename ForEachColumn>
class RowCounter {
 public:
  RowCounter(std::int64_t n_documents, std::int32_t n_columns, const parallel::LoopOptions& loop,
             const ForEachColumn& for_each_column)
      : n_(n_documents), loop_(loop), for_each_column_(for_each_column) {
    matrix_.n_columns = n_columns;
  }

  /// Goes over the documents once to learn how long rows are, and once to fill them.
  [[nodiscard]] Csr<std::int32_t> count() {
    std::vector<std::int64_t> n_distinct = measure_rows({0, 2, n_, n_});
    return fill_rows(std::move(n_distinct), {1, 2, n_, n_});
  }

  /// The same, where the number of distinct columns of each document is known.
  [[nodiscard]] Csr<std::int32_t> count(std::vector<std::int64_t> n_distinct) {
    return fill_rows(std::move(n_distinct), {0, 1, n_, n_});
  }

 private:
  static constexpr std::int64_t kDocumentsPerChunk = 128;

  static constexpr std::int32_t kFewColumns = 1 << 18;

  /// What a thread counts a row of few columns with.
  struct Counters {
    explicit Counters(std::int32_t n_columns)
        : counts(static_cast<std::size_t>(n_columns)), columns(n_columns) {}

    std::vector<std::int32_t> counts;  // Zero between rows.
    OrderedIds columns;                // Empty between rows.
  };

  /// What a thread counts a row of many columns with.
  struct Columns {
    explicit Columns(std::int32_t n_columns) : sorter(n_columns) {}

    std::vector<std::int32_t> columns;
    std::vector<std::int32_t> other;  // What sorting works with.
    DigitSorter sorter;
  };

  std::vector<std::int64_t> measure_rows(const parallel::Phase& phase) {
    using LastSeen = std::vector<std::int32_t>;  // The last document that held the column.
    const auto width = static_cast<std::size_t>(matrix_.n_columns);
    std::vector<std::int64_t> n_distinct(static_cast<std::size_t>(n_));
    parallel::Scratch<LastSeen> scratch([width] { return LastSeen(width, -1); });
    const auto loop = loop_of(phase, loop_, kDocumentsPerChunk);
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      scratch.with([&](LastSeen& last_seen) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          const auto mark = static_cast<std::int32_t>(document);
          std::int64_t n = 0;
          for_each_column_(document, [&](std::int32_t column) {
            auto& seen = last_seen[static_cast<std::size_t>(column)];
            n += seen != mark;
            seen = mark;
          });
          n_distinct[static_cast<std::size_t>(document)] = n;
        }
      });
    });
    return n_distinct;
  }

  Csr<std::int32_t> fill_rows(std::vector<std::int64_t> n_distinct, const parallel::Phase& phase) {
    matrix_.indptr = std::move(n_distinct);
    matrix_.indptr.push_back(0);
    std::exclusive_scan(matrix_.indptr.begin(), matrix_.indptr.end(), matrix_.indptr.begin(),
                        std::int64_t{0});
    matrix_.indices.resize(static_cast<std::size_t>(matrix_.indptr.back()));
    matrix_.values.resize(matrix_.indices.size());
    if (matrix_.n_columns <= kFewColumns) {
      fill_rows_with<Counters>(phase);
    } else {
      fill_rows_with<Columns>(phase);
    }
    return std::move(matrix_);
  }

  template <typename Row>
  void fill_rows_with(const parallel::Phase& phase) {
    parallel::Scratch<Row> rows([this] { return Row(matrix_.n_columns); });
    const auto loop = loop_of(phase, loop_, kDocumentsPerChunk);
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      rows.with([&](Row& row) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          fill_row(document, row);
        }
      });
    });
  }

  void fill_row(std::int64_t document, Counters& row) {
    for_each_column_(document, [&](std::int32_t column) {
      ++row.counts[static_cast<std::size_t>(column)];
      row.columns.insert(column);
    });
    const auto begin = static_cast<std::size_t>(matrix_.indptr[static_cast<std::size_t>(document)]);
    std::size_t end = begin;
    row.columns.drain([&](std::int32_t column) { matrix_.indices[end++] = column; });
    for (std::size_t place = begin; place < end; ++place) {
      auto& count = row.counts[static_cast<std::size_t>(matrix_.indices[place])];
      matrix_.values[place] = count;
      count = 0;
    }
  }

  void fill_row(std::int64_t document, Columns& row) {
    std::vector<std::int32_t>& columns = row.columns;
    columns.clear();
    for_each_column_(document, [&](std::int32_t column) { columns.push_back(column); });
    row.sorter.sort(columns, columns.size(), row.other, std::identity());
    const auto begin = static_cast<std::size_t>(matrix_.indptr[static_cast<std::size_t>(document)]);
    std::size_t place = begin;
    columns.push_back(-1);  // Ends the last run.
    for (std::size_t i = 0; i + 1 < columns.size(); ++i) {
      matrix_.indices[place] = columns[i];
      matrix_.values[place] = static_cast<std::int32_t>(i + 1);  // Where the run ends, so far.
      place += columns[i + 1] != columns[i];
    }
    while (place-- > begin + 1) matrix_.values[place] -= matrix_.values[place - 1];
  }

  const std::int64_t n_;
  const parallel::LoopOptions& loop_;
  const ForEachColumn& for_each_column_;
  Csr<std::int32_t> matrix_;
};

}  // namespace broadsheet::terms
