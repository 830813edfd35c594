#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "ngram_columns.hpp"
#include "ordered_ids.hpp"
#include "phases.hpp"

namespace broadsheet::terms {

/// Counts columns and all their parents into a matrix. What is counted is what
/// `for_each_cell(document, visit)` calls `visit(column, count)` with; a column may come again.
template <typename ForEachCell>
class NgramRowCounter {
 public:
  NgramRowCounter(std::int64_t n_documents, const NgramColumns& columns,
                  const ForEachCell& for_each_cell)
      : n_(n_documents), columns_(columns), for_each_cell_(for_each_cell) {}

  /// In how many documents each column is, and how often in all.
  [[nodiscard]] Frequencies<std::int64_t> frequencies(const parallel::LoopOptions& loop) const {
    const auto width = static_cast<std::size_t>(columns_.size());
    parallel::Scratch<Tally> tallies([width] {
      const std::vector<std::int64_t> zeros(width);
      return Tally{{zeros, zeros}, std::vector<std::int32_t>(width, -1)};
    });
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      tallies.with([&](Tally& tally) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          for_each_cell_(document, [&](std::int32_t column, std::int32_t count) {
            tally.frequencies.totals[static_cast<std::size_t>(column)] += count;
          });
          for_each_distinct(document, tally.last_seen,
                            [&](std::size_t column) { ++tally.frequencies.documents[column]; });
        }
      });
    });
    Frequencies<std::int64_t> sum{std::vector<std::int64_t>(width),
                                  std::vector<std::int64_t>(width)};
    tallies.for_each([&](const Tally& tally) {
      for (std::size_t column = 0; column < width; ++column) {
        sum.totals[column] += tally.frequencies.totals[column];
        sum.documents[column] += tally.frequencies.documents[column];
      }
    });
    for (std::size_t column = width; column-- > 0;) {
      const std::int32_t parent = columns_.parents[column];
      if (parent >= 0) sum.totals[static_cast<std::size_t>(parent)] += sum.totals[column];
    }
    return sum;
  }

  /// @param done  Called with each chunk whose rows are written, in no order.
  [[nodiscard]] Csr<std::int32_t> count(
      const parallel::LoopOptions& measure, const parallel::LoopOptions& fill,
      const std::function<void(const parallel::Chunk&)>& done) const {
    Csr<std::int32_t> matrix;
    matrix.n_columns = columns_.size();
    matrix.indptr.resize(static_cast<std::size_t>(n_) + 1);
    measure_rows(matrix, measure);
    std::partial_sum(matrix.indptr.begin(), matrix.indptr.end(), matrix.indptr.begin());
    matrix.indices.resize(static_cast<std::size_t>(matrix.indptr.back()));
    matrix.values.resize(matrix.indices.size());
    parallel::Scratch<Row> rows([this] { return Row(columns_.size()); });
    parallel::for_each_chunk(n_, fill, [&](const parallel::Chunk& chunk) {
      rows.with([&](Row& row) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          fill_row(document, row, matrix);
        }
      });
      done(chunk);
    });
    return matrix;
  }

 private:
  struct Tally {
    Frequencies<std::int64_t> frequencies;
    std::vector<std::int32_t> last_seen;
  };

  /// A column that has begun in the row at hand, and its place there.
  struct Open {
    std::int32_t column = -1;
    std::size_t place = 0;
  };

  /// What a thread counts one row with.
  struct Row {
    explicit Row(std::int32_t n_columns)
        : counts(static_cast<std::size_t>(n_columns)), columns(n_columns) {}

    std::vector<std::int32_t> counts;  // Zero between rows.
    OrderedIds columns;                // Empty between rows.
    std::vector<Open> open;            // By depth.
    std::vector<std::int32_t> new_columns;
  };

  /// Calls `visit(column)` once with each column of a document.
  template <typename Visit>
  void for_each_distinct(std::int64_t document, std::vector<std::int32_t>& last_seen,
                         const Visit& visit) const {
    const auto mark = static_cast<std::int32_t>(document);
    for_each_cell_(document, [&](std::int32_t column, std::int32_t) {
      while (column >= 0) {
        const auto place = static_cast<std::size_t>(column);
        if (last_seen[place] == mark) return;  // And so are its parents.
        last_seen[place] = mark;
        visit(place);
        column = columns_.parents[place];
      }
    });
  }

  void measure_rows(Csr<std::int32_t>& matrix, const parallel::LoopOptions& loop) const {
    using LastSeen = std::vector<std::int32_t>;  // The last document that held the column.
    const auto width = static_cast<std::size_t>(columns_.size());
    parallel::Scratch<LastSeen> scratch([width] { return LastSeen(width, -1); });
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      scratch.with([&](LastSeen& last_seen) {
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          std::int64_t n_distinct = 0;
          for_each_distinct(document, last_seen, [&](std::size_t) { ++n_distinct; });
          matrix.indptr[static_cast<std::size_t>(document) + 1] = n_distinct;
        }
      });
    });
  }

  void fill_row(std::int64_t document, Row& row, Csr<std::int32_t>& matrix) const {
    for_each_cell_(document, [&](std::int32_t column, std::int32_t count) {
      row.counts[static_cast<std::size_t>(column)] += count;
      row.columns.insert(column);
    });
    row.open.clear();
    auto place = static_cast<std::size_t>(matrix.indptr[static_cast<std::size_t>(document)]);
    row.columns.drain([&](std::int32_t column) {
      const std::int32_t count = std::exchange(row.counts[static_cast<std::size_t>(column)], 0);
      open_columns(column, row, place, matrix);
      for (const Open& open : row.open) matrix.values[open.place] += count;
    });
  }

  /// Makes the open columns `column` and its parents, and gives those that are new a place.
  void open_columns(std::int32_t column, Row& row, std::size_t& place,
                    Csr<std::int32_t>& matrix) const {
    row.new_columns.clear();
    while (column >= 0) {
      const auto depth =
          static_cast<std::size_t>(columns_.depths[static_cast<std::size_t>(column)]);
      if (depth < row.open.size() && row.open[depth].column == column) break;
      row.new_columns.push_back(column);
      column = columns_.parents[static_cast<std::size_t>(column)];
    }
    row.open.resize(
        column < 0
            ? 0
            : static_cast<std::size_t>(columns_.depths[static_cast<std::size_t>(column)]) + 1);
    for (auto at = row.new_columns.rbegin(); at != row.new_columns.rend(); ++at) {
      matrix.indices[place] = *at;
      matrix.values[place] = 0;
      row.open.push_back({*at, place++});
    }
  }

  const std::int64_t n_;
  const NgramColumns& columns_;
  const ForEachCell& for_each_cell_;
};

}  // namespace broadsheet::terms
