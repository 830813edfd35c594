#include "ngram_rows.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace broadsheet::terms {

NgramRow::NgramRow(const NgramColumns& columns)
    : columns_(columns),
      cells_(columns.size()),
      levels_(static_cast<std::size_t>(columns.max_depth()) + 1),
      chain_(levels_.size()) {}

std::int32_t* NgramRow::write(std::int32_t* to) {
  const std::span<const RowCells::Cell> cells = cells_.take();
  const std::size_t n_levels = levels_.size();
  if (n_levels == 1) {
    for (const auto& [column, count] : cells) {
      *to++ = column;
      *to++ = count;
    }
    return to;
  }
  constexpr std::size_t kAhead = 8;
  std::array<std::int32_t, 2> nowhere{};
  std::ranges::fill(levels_, Level{-1, nowhere.data()});
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i + 2 * kAhead < cells.size()) columns_.fetch(cells[i + 2 * kAhead].column);
    if (i + kAhead < cells.size()) {
      columns_.fetch(std::max(columns_.parent(cells[i + kAhead].column), 0));
    }
    std::int32_t column = cells[i].column;
    const auto depth = static_cast<std::size_t>(columns_.depth(column));
    std::fill(chain_.begin() + static_cast<std::ptrdiff_t>(depth), chain_.end(), -1);
    for (std::size_t at = depth + 1; at-- > 0; column = columns_.parent(column)) {
      chain_[at] = column;
    }
    // No branch on what is new, which nobody can foretell: a pair is written in any case, and
    // stays if it is.
    for (std::size_t at = 0; at < n_levels; ++at) {
      Level& level = levels_[at];
      const std::int32_t found = chain_[at];
      const bool is_new = found != level.column && found >= 0;
      to[0] = found;
      to[1] = 0;
      level.column = found;
      level.place = is_new ? to : found < 0 ? nowhere.data() : level.place;
      level.place[1] += cells[i].value;
      to += is_new ? 2 : 0;
    }
  }
  return to;
}

}  // namespace broadsheet::terms
