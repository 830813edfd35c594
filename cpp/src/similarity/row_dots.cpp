#include "broadsheet/similarity/row_dots.hpp"

#include <array>
#include <cstddef>

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kCacheLine = 64;  // Bytes.

}  // namespace

template <typename Value>
void RowDots<Value>::hold(const terms::CsrView<Value>& matrix, std::int64_t row) {
  for (const auto column : columns_) dense_[static_cast<std::size_t>(column)] = 0;
  columns_.clear();
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto column = matrix.indices[static_cast<std::size_t>(at)];
    dense_[static_cast<std::size_t>(column)] = matrix.values[static_cast<std::size_t>(at)];
    columns_.push_back(column);
  }
}

template <typename Value>
double RowDots<Value>::dot(const terms::CsrView<Value>& matrix, std::int64_t row) const {
  // Columns that the held row lacks add a zero, which changes no sum.
  double sum = 0;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    sum += static_cast<double>(dense_[static_cast<std::size_t>(matrix.indices[place])]) *
           static_cast<double>(matrix.values[place]);
  }
  return sum;
}

template <typename Value>
Value RowDots<Value>::quick_dot(const terms::CsrView<Value>& matrix, std::int64_t row) const {
  std::array<Value, 4> sums = {};  // Four sums at once do not wait for one another.
  auto at = static_cast<std::size_t>(matrix.begin(row));
  const auto end = static_cast<std::size_t>(matrix.end(row));
  const auto product = [&](std::size_t place) {
    return dense_[static_cast<std::size_t>(matrix.indices[place])] * matrix.values[place];
  };
  for (; at + sums.size() <= end; at += sums.size()) {
    for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += product(at + i);
  }
  for (; at < end; ++at) sums[0] += product(at);
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

template <typename Value>
void prefetch_row(const terms::CsrView<Value>& matrix, std::int64_t row) {
  constexpr auto kStep = kCacheLine / static_cast<std::int64_t>(sizeof(std::int32_t));
  for (auto at = matrix.begin(row); at < matrix.end(row); at += kStep) {
    __builtin_prefetch(matrix.indices.data() + at);
    __builtin_prefetch(matrix.values.data() + at);
  }
}

template class RowDots<float>;
template class RowDots<double>;
template void prefetch_row(const terms::CsrView<float>&, std::int64_t);
template void prefetch_row(const terms::CsrView<double>&, std::int64_t);

}  // namespace broadsheet::similarity
