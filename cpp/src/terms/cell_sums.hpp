#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "ordered_ids.hpp"

namespace broadsheet::terms {

/// The sums of a row's cells, given back in the order of columns, those that are 0 as well.
///
/// Up to so many columns they have a place each; above, what was added is sorted.
class CellSums {
 public:
  explicit CellSums(std::int32_t n_columns)
      : is_dense_(n_columns <= kMostPlaces),
        sums_(is_dense_ ? static_cast<std::size_t>(n_columns) : 0),
        columns_(is_dense_ ? n_columns : 0) {}

  void add(std::int32_t column, std::int32_t value) {
    if (is_dense_) {
      sums_[static_cast<std::size_t>(column)] += value;
      columns_.insert(column);
    } else {
      added_.emplace_back(column, value);
    }
  }

  /// Calls `visit(column, sum)` for each cell; there is none afterwards.
  template <typename Visit>
  void drain(const Visit& visit) {
    if (is_dense_) {
      columns_.drain([&](std::int32_t column) {
        visit(column, std::exchange(sums_[static_cast<std::size_t>(column)], 0));
      });
      return;
    }
    std::sort(added_.begin(), added_.end());
    for (std::size_t at = 0; at < added_.size();) {
      const std::int32_t column = added_[at].first;
      std::int32_t sum = 0;
      for (; at < added_.size() && added_[at].first == column; ++at) sum += added_[at].second;
      visit(column, sum);
    }
    added_.clear();
  }

 private:
  static constexpr std::int32_t kMostPlaces = 1 << 22;

  bool is_dense_;
  std::vector<std::int32_t> sums_;
  OrderedIds columns_;
  std::vector<std::pair<std::int32_t, std::int32_t>> added_;
};

}  // namespace broadsheet::terms
