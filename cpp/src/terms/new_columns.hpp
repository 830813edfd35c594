#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace broadsheet::terms {

/// New numbers of the columns of a matrix: column c becomes numbers[c], or is dropped where that
/// is -1.
class NewColumns {
 public:
  /// @param numbers  Distinct but for -1; empty where columns keep their numbers.
  explicit NewColumns(std::span<const std::int32_t> numbers) : numbers_(numbers) {
    std::int32_t previous = -1;
    for (const std::int32_t number : numbers) {
      if (number < 0) continue;
      is_ascending_ = is_ascending_ && number > previous;
      previous = number;
    }
  }

  /// How many of the columns are not dropped.
  [[nodiscard]] std::int64_t count(std::span<const std::int32_t> columns) const {
    if (numbers_.empty()) return std::ssize(columns);
    return std::ranges::count_if(columns, [this](std::int32_t column) {
      return numbers_[static_cast<std::size_t>(column)] >= 0;
    });
  }

  /// Writes the cells of a row under their new numbers, in the order of these.
  /// @param new_columns, new_values  Room for `count(columns)`.
  template <typename Value>
  void write(std::span<const std::int32_t> columns, std::span<const Value> values,
             std::int32_t* new_columns, Value* new_values) const {
    if (numbers_.empty()) {
      std::ranges::copy(columns, new_columns);
      std::ranges::copy(values, new_values);
    } else if (is_ascending_) {
      for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::int32_t number = numbers_[static_cast<std::size_t>(columns[i])];
        if (number < 0) continue;
        *new_columns++ = number;
        *new_values++ = values[i];
      }
    } else {
      write_sorted(columns, values, new_columns, new_values);
    }
  }

 private:
  template <typename Value>
  void write_sorted(std::span<const std::int32_t> columns, std::span<const Value> values,
                    std::int32_t* new_columns, Value* new_values) const {
    std::vector<std::pair<std::int32_t, Value>> cells;
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::int32_t number = numbers_[static_cast<std::size_t>(columns[i])];
      if (number >= 0) cells.emplace_back(number, values[i]);
    }
    std::ranges::sort(cells, {}, &std::pair<std::int32_t, Value>::first);
    for (const auto& [number, value] : cells) {
      *new_columns++ = number;
      *new_values++ = value;
    }
  }

  std::span<const std::int32_t> numbers_;
  bool is_ascending_ = true;
};

}  // namespace broadsheet::terms
