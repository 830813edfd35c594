#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/terms/labels.hpp"

namespace broadsheet::terms {

/// N-grams in the order of their code points, each with the longest of its beginnings that is one
/// of them too. Since all that begin with an n-gram stand right behind it, who goes through a row
/// in order meets an n-gram before those that count for it as well.
struct NgramColumns {
  std::vector<std::int32_t> parents;  ///< The column of the longest beginning, or -1.
  std::vector<std::int32_t> depths;   ///< How many parents are above a column.

  [[nodiscard]] std::int32_t size() const { return static_cast<std::int32_t>(parents.size()); }

  /// Appends a column.
  void push(std::int32_t parent) {
    parents.push_back(parent);
    depths.push_back(parent < 0 ? 0 : depths[static_cast<std::size_t>(parent)] + 1);
  }
};

/// Keeps some columns. A column that goes counts for the parent that stays and is nearest.
///
/// @param kept  Ascending.
/// @param nearest  For each column before, the new number of itself or of that parent, or -1.
[[nodiscard]] NgramColumns keep_columns(const NgramColumns& columns,
                                        std::span<const std::int32_t> kept,
                                        std::vector<std::int32_t>& nearest);

}  // namespace broadsheet::terms
