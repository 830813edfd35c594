#include "broadsheet/similarity/row_sums.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kCacheLine = 64;  // Bytes.

constexpr auto kProduct = [](auto left, auto right) { return left * right; };
constexpr auto kLesser = [](auto left, auto right) { return std::min(left, right); };

// Columns that the held row lacks add a zero, which changes no sum: lesser weights are not
// negative.
template <typename Value, typename Add>
double sum_in_order(const std::vector<Value>& dense, const terms::CsrView<Value>& matrix,
                    std::int64_t row, const Add& add) {
  double sum = 0;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    sum += add(static_cast<double>(dense[static_cast<std::size_t>(matrix.indices[place])]),
               static_cast<double>(matrix.values[place]));
  }
  return sum;
}

template <typename Value, typename Add>
Value sum_in_fours(const std::vector<Value>& dense, const terms::CsrView<Value>& matrix,
                   std::int64_t row, const Add& add) {
  std::array<Value, 4> sums = {};  // Four sums at once do not wait for one another.
  auto at = static_cast<std::size_t>(matrix.begin(row));
  const auto end = static_cast<std::size_t>(matrix.end(row));
  const auto part = [&](std::size_t place) {
    return add(dense[static_cast<std::size_t>(matrix.indices[place])], matrix.values[place]);
  };
  for (; at + sums.size() <= end; at += sums.size()) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += part(at + i);
  }
  for (; at < end; ++at) sums[0] += part(at);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

template <typename Value, typename Add>
double sum_merged(const terms::CsrView<Value>& left, std::int64_t left_row,
                  const terms::CsrView<Value>& right, std::int64_t right_row, const Add& add) {
  auto i = static_cast<std::size_t>(left.begin(left_row));
  auto j = static_cast<std::size_t>(right.begin(right_row));
  const auto left_end = static_cast<std::size_t>(left.end(left_row));
  const auto right_end = static_cast<std::size_t>(right.end(right_row));
  double sum = 0;
  while (i < left_end && j < right_end) {
    const auto column = left.indices[i];
    const auto other = right.indices[j];
    if (column == other) {
      sum += add(static_cast<double>(left.values[i]), static_cast<double>(right.values[j]));
    }
    // Additions in place of branches, which no processor could foretell.
    i += static_cast<std::size_t>(column <= other);
    j += static_cast<std::size_t>(other <= column);
  }
  return sum;
}

}  // namespace

template <typename Value>
RowSums<Value>::RowSums(Part part, std::int32_t n_columns, std::int32_t most_dense)
    : part_(part),
      is_dense_(n_columns <= most_dense),
      dense_(is_dense_ ? static_cast<std::size_t>(n_columns) : 0, 0) {}

template <typename Value>
void RowSums<Value>::hold(const terms::CsrView<Value>& matrix, std::int64_t row) {
  const bool is_same = matrix.values.data() == matrix_.values.data() &&
                       matrix.indptr.data() == matrix_.indptr.data();
  if (is_same && row == row_) return;
  matrix_ = matrix;
  row_ = row;
  if (!is_dense_) return;
  for (const auto column : columns_) dense_[static_cast<std::size_t>(column)] = 0;
  columns_.clear();
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto column = matrix.indices[static_cast<std::size_t>(at)];
    dense_[static_cast<std::size_t>(column)] = matrix.values[static_cast<std::size_t>(at)];
    columns_.push_back(column);
  }
}

template <typename Value>
double RowSums<Value>::sum(const terms::CsrView<Value>& matrix, std::int64_t row) const {
  if (!is_dense_) {
    return part_ == Part::kLesser ? sum_merged(matrix_, row_, matrix, row, kLesser)
                                  : sum_merged(matrix_, row_, matrix, row, kProduct);
  }
  return part_ == Part::kLesser ? sum_in_order(dense_, matrix, row, kLesser)
                                : sum_in_order(dense_, matrix, row, kProduct);
}

template <typename Value>
Value RowSums<Value>::quick_sum(const terms::CsrView<Value>& matrix, std::int64_t row) const {
  if (!is_dense_) return static_cast<Value>(sum(matrix, row));
  return part_ == Part::kLesser ? sum_in_fours(dense_, matrix, row, kLesser)
                                : sum_in_fours(dense_, matrix, row, kProduct);
}

template <typename Value>
void prefetch_row(const terms::CsrView<Value>& matrix, std::int64_t row) {
  constexpr auto kStep = kCacheLine / static_cast<std::int64_t>(sizeof(std::int32_t));
  for (auto at = matrix.begin(row); at < matrix.end(row); at += kStep) {
    __builtin_prefetch(matrix.indices.data() + at);
    __builtin_prefetch(matrix.values.data() + at);
  }
}

template class RowSums<float>;
template class RowSums<double>;
template void prefetch_row(const terms::CsrView<float>&, std::int64_t);
template void prefetch_row(const terms::CsrView<double>&, std::int64_t);

}  // namespace broadsheet::similarity
