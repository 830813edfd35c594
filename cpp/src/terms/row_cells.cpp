#include "row_cells.hpp"

#include <algorithm>

namespace broadsheet::terms {
namespace {

constexpr std::size_t kManyCells = std::size_t{1} << 20;

}  // namespace

std::span<const RowCells::Cell> RowCells::take() {
  sort();
  merge();
  const std::span<const Cell> cells(cells_.data(), size());
  next_ = cells_.data();
  return cells;
}

void RowCells::make_room() {
  std::size_t n = size();
  if (n >= kManyCells) {
    // So that one huge text takes little more room than its row.
    sort();
    merge();
    n = size();
  }
  if (n >= cells_.size() / 2) cells_.resize(std::max<std::size_t>(2 * cells_.size(), 1024));
  next_ = cells_.data() + n;
  end_ = cells_.data() + cells_.size();
}

void RowCells::merge() {
  Cell* to = cells_.data();
  for (const Cell* from = cells_.data(); from != next_; ++to) {
    *to = *from;
    while (++from != next_ && from->column == to->column) to->value += from->value;
  }
  next_ = to;
}

void RowCells::sort() {
  const std::size_t n = size();
  sorter_.sort(cells_, n, other_, [](const Cell& cell) { return cell.column; });
  next_ = cells_.data() + n;
  end_ = cells_.data() + cells_.size();
}

}  // namespace broadsheet::terms
