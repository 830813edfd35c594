#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "ngram_columns.hpp"
#include "row_cells.hpp"

namespace broadsheet::terms {

/// Writes rows in which what was counted in a column is counted in its parents as well.
class NgramRow {
 public:
  explicit NgramRow(const NgramColumns& columns);

  void add(std::int32_t column, std::int32_t count) { cells_.add(column, count); }

  /// The most cells of the row.
  [[nodiscard]] std::size_t n_most() const { return cells_.size() * levels_.size(); }

  /// Writes pairs of columns, ascending, and their counts. Nothing is counted afterwards.
  /// @param to  Room for `n_most()` pairs and one more.
  /// @return  One past the last written.
  std::int32_t* write(std::int32_t* to);

 private:
  /// The column of a depth that has begun in the row, and its place there.
  struct Level {
    std::int32_t column;
    std::int32_t* place;
  };

  const NgramColumns& columns_;
  RowCells cells_;
  std::vector<Level> levels_;        // By depth.
  std::vector<std::int32_t> chain_;  // By depth: a column and its parents, then -1.
};

}  // namespace broadsheet::terms
