#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "digit_sorter.hpp"

namespace broadsheet::terms {

/// The cells of one row: numbers that are added to columns, in any order.
///
/// They are sorted by their columns, which for the few thousand of an article is several times
/// faster than a place for each column.
class RowCells {
 public:
  /// A column, and above it what is added there.
  struct Cell {
    std::int32_t column;
    std::int32_t value;
  };

  explicit RowCells(std::int32_t n_columns) : sorter_(n_columns) {}

  void add(std::int32_t column, std::int32_t value) {
    if (next_ == end_) make_room();
    *next_++ = {column, value};
  }

  /// How many were added; columns may be the same.
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(next_ - cells_.data()); }

  /// The columns that something was added to, ascending, and the sums, even those that are 0.
  /// Valid until something is added, which starts a new row.
  [[nodiscard]] std::span<const Cell> take();

 private:
  void make_room();
  void sort();
  /// Adds up sorted cells of the same column.
  void merge();

  DigitSorter sorter_;
  std::vector<Cell> cells_;
  std::vector<Cell> other_;
  Cell* next_ = nullptr;  // Into cells_, as the next.
  Cell* end_ = nullptr;
};

}  // namespace broadsheet::terms
