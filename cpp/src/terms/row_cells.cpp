#include "row_cells.hpp"

#include <algorithm>
#include <array>

namespace broadsheet::terms {
namespace {

constexpr int kMostDigitBits = 11;
constexpr std::size_t kFewCells = 64;
constexpr std::size_t kManyCells = std::size_t{1} << 20;

}  // namespace

RowCells::RowCells(std::int32_t n_columns) {
  const auto n_bits =
      static_cast<int>(std::bit_width(static_cast<std::uint32_t>(std::max(n_columns - 1, 1))));
  n_passes_ = (n_bits + kMostDigitBits - 1) / kMostDigitBits;
  n_digit_bits_ = (n_bits + n_passes_ - 1) / n_passes_;
}

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
  if (size() < kFewCells) {
    std::sort(cells_.data(), next_,
              [](const Cell& a, const Cell& b) { return a.column < b.column; });
    return;
  }
  other_.resize(cells_.size());
  for (int pass = 0; pass < n_passes_; ++pass) sort_by_digit(pass * n_digit_bits_);
}

void RowCells::sort_by_digit(int shift) {
  const std::size_t n = size();
  const auto n_digits = std::size_t{1} << n_digit_bits_;
  const auto digit_of = [shift, mask = n_digits - 1](const Cell& cell) {
    return static_cast<std::size_t>(cell.column) >> shift & mask;
  };
  std::array<std::uint32_t, std::size_t{1} << kMostDigitBits> places;
  std::fill_n(places.begin(), n_digits, 0U);
  for (std::size_t i = 0; i < n; ++i) ++places[digit_of(cells_[i])];
  std::uint32_t begin = 0;
  for (std::size_t digit = 0; digit < n_digits; ++digit) {
    const std::uint32_t n_here = places[digit];
    places[digit] = begin;
    begin += n_here;
  }
  for (std::size_t i = 0; i < n; ++i) other_[places[digit_of(cells_[i])]++] = cells_[i];
  cells_.swap(other_);
  next_ = cells_.data() + n;
  end_ = cells_.data() + cells_.size();
}

}  // namespace broadsheet::terms
