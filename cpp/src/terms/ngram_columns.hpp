#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "prefetch.hpp"

namespace broadsheet::terms {

/// N-grams in the order of their code points, each with the longest of its beginnings that is one
/// of them too. Since all that begin with an n-gram stand right behind it, who goes through a row
/// in order meets an n-gram before those that count for it as well.
class NgramColumns {
 public:
  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(columns_.size()); }
  /// The column of the longest beginning, or -1.
  [[nodiscard]] std::int32_t parent(std::int32_t column) const { return at(column).parent; }
  /// How many columns are above: the parent, its parent, and so on.
  [[nodiscard]] std::int32_t depth(std::int32_t column) const { return at(column).depth; }
  [[nodiscard]] std::int32_t max_depth() const { return max_depth_; }

  /// Asks for the memory of a column.
  void fetch(std::int32_t column) const { prefetch(&at(column)); }

  /// Appends a column.
  void push(std::int32_t parent) {
    const std::int32_t depth = parent < 0 ? 0 : at(parent).depth + 1;
    columns_.push_back({parent, depth});
    max_depth_ = std::max(max_depth_, depth);
  }

 private:
  struct Column {
    std::int32_t parent;
    std::int32_t depth;
  };

  [[nodiscard]] const Column& at(std::int32_t column) const {
    return columns_[static_cast<std::size_t>(column)];
  }

  std::vector<Column> columns_;
  std::int32_t max_depth_ = 0;
};

/// Keeps some columns. A column that goes counts for the parent that stays and is nearest.
///
/// @param kept  Ascending.
/// @param nearest  For each column before, the new number of itself or of that parent, or -1.
[[nodiscard]] NgramColumns keep_columns(const NgramColumns& columns,
                                        std::span<const std::int32_t> kept,
                                        std::vector<std::int32_t>& nearest);

}  // namespace broadsheet::terms
