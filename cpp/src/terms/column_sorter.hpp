#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

namespace broadsheet::terms {

/// Sorts the columns of rows, one row after the other: by their digits, the lowest first, so no two
/// are compared. For the thousand n-grams of an article this is several times faster than
/// comparing.
class ColumnSorter {
 public:
  explicit ColumnSorter(std::int32_t n_columns) {
    const int n_bits = std::bit_width(static_cast<std::uint32_t>(n_columns));
    n_digits_ = (n_bits + kMaxDigitBits - 1) / kMaxDigitBits;
    digit_bits_ = n_digits_ == 0 ? 0 : (n_bits + n_digits_ - 1) / n_digits_;
  }

  /// @param columns  Each in [0, n_columns).
  void sort(std::vector<std::int32_t>& columns) {
    if (columns.size() < kFew) {
      std::ranges::sort(columns);
      return;
    }
    other_.resize(columns.size());
    for (int digit = 0; digit < n_digits_; ++digit) {
      sort_by_digit(columns, digit * digit_bits_);
      columns.swap(other_);
    }
  }

 private:
  static constexpr int kMaxDigitBits = 11;
  static constexpr std::size_t kFew = 128;

  /// Into `other_`, those of one digit in the order that they have.
  void sort_by_digit(const std::vector<std::int32_t>& columns, int shift) {
    const auto digit_of = [mask = (std::uint32_t{1} << digit_bits_) - 1,
                           shift](std::int32_t column) {
      return static_cast<std::uint32_t>(column) >> shift & mask;
    };
    places_.assign(std::size_t{1} << digit_bits_, 0);
    for (const std::int32_t column : columns) ++places_[digit_of(column)];
    std::exclusive_scan(places_.begin(), places_.end(), places_.begin(), std::size_t{0});
    for (const std::int32_t column : columns) other_[places_[digit_of(column)]++] = column;
  }

  int n_digits_ = 0;
  int digit_bits_ = 0;
  std::vector<std::size_t> places_;  // By digit: where the next column with it goes.
  std::vector<std::int32_t> other_;
};

}  // namespace broadsheet::terms
