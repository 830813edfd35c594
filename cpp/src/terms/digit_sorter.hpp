#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace broadsheet::terms {

/// Sorts items by columns, one row after the other: by the digits of the columns, the lowest first,
/// so no two are compared. For the thousands of an article this is several times faster than
/// comparing, since all of it is close at hand.
class DigitSorter {
 public:
  explicit DigitSorter(std::int32_t n_columns) {
    const auto n_bits =
        static_cast<int>(std::bit_width(static_cast<std::uint32_t>(std::max(n_columns - 1, 1))));
    n_passes_ = (n_bits + kMostBits - 1) / kMostBits;
    n_digit_bits_ = (n_bits + n_passes_ - 1) / n_passes_;
  }

  /// Sorts the first `n` items; what is behind them is lost.
  /// @param other      Memory to work with; the two may change places.
  /// @param column_of  Of an item, in [0, n_columns).
  template <typename Item, typename ColumnOf>
  void sort(std::vector<Item>& items, std::size_t n, std::vector<Item>& other,
            const ColumnOf& column_of) const {
    if (n < kFew) {
      std::ranges::sort(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(n), {},
                        column_of);
      return;
    }
    other.resize(items.size());
    for (int pass = 0; pass < n_passes_; ++pass) {
      sort_by_digit(items, n, other, column_of, pass * n_digit_bits_);
      items.swap(other);
    }
  }

 private:
  static constexpr int kMostBits = 11;
  static constexpr std::size_t kFew = 64;

  /// Into `other`, those of one digit in the order that they have.
  template <typename Item, typename ColumnOf>
  void sort_by_digit(const std::vector<Item>& items, std::size_t n, std::vector<Item>& other,
                     const ColumnOf& column_of, int shift) const {
    const auto n_digits = std::size_t{1} << n_digit_bits_;
    const auto digit_of = [&column_of, shift, mask = n_digits - 1](const Item& item) {
      return static_cast<std::size_t>(column_of(item)) >> shift & mask;
    };
    std::array<std::uint32_t, std::size_t{1} << kMostBits> places;
    std::fill_n(places.begin(), n_digits, 0U);
    for (std::size_t i = 0; i < n; ++i) ++places[digit_of(items[i])];
    std::uint32_t begin = 0;
    for (std::size_t digit = 0; digit < n_digits; ++digit) {
      const std::uint32_t n_here = places[digit];
      places[digit] = begin;
      begin += n_here;
    }
    for (std::size_t i = 0; i < n; ++i) other[places[digit_of(items[i])]++] = items[i];
  }

  int n_passes_;
  int n_digit_bits_;
};

}  // namespace broadsheet::terms
