#include "broadsheet/similarity/contributions.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

template <typename Value>
void require_row(const terms::CsrView<Value>& matrix, std::int64_t row, std::string_view name) {
  if (row >= 0 && row < matrix.n_rows()) return;
  throw std::out_of_range("row of " + std::string(name) + " must lie in [0, " +
                          std::to_string(matrix.n_rows()) + "), not " + std::to_string(row));
}

/// The columns that both rows hold, with their weights.
template <typename Value>
Contributions shared(const terms::CsrView<Value>& left, std::int64_t left_row,
                     const terms::CsrView<Value>& right, std::int64_t right_row) {
  Contributions found;
  auto j = right.begin(right_row);
  for (auto i = left.begin(left_row); i < left.end(left_row); ++i) {
    const auto column = left.indices[static_cast<std::size_t>(i)];
    while (j < right.end(right_row) && right.indices[static_cast<std::size_t>(j)] < column) ++j;
    if (j == right.end(right_row)) break;
    if (right.indices[static_cast<std::size_t>(j)] != column) continue;
    const double left_weight = left.values[static_cast<std::size_t>(i)];
    const double right_weight = right.values[static_cast<std::size_t>(j)];
    if (left_weight == 0 || right_weight == 0) continue;
    found.columns.push_back(column);
    found.left_weights.push_back(left_weight);
    found.right_weights.push_back(right_weight);
  }
  return found;
}

template <typename T>
void reorder(std::vector<T>& values, const std::vector<std::size_t>& order) {
  std::vector<T> ordered;
  ordered.reserve(values.size());
  for (const auto place : order) ordered.push_back(values[place]);
  values = std::move(ordered);
}

}  // namespace

template <typename Value>
Contributions contributions(const terms::CsrView<Value>& left, std::int64_t left_row,
                            const terms::CsrView<Value>& right, std::int64_t right_row,
                            Measure measure) {
  require(left.n_columns == right.n_columns, "right must have the ", left.n_columns,
          " columns of left, not ", right.n_columns);
  require_row(left, left_row, "left");
  require_row(right, right_row, "right");
  const double left_mass = row_mass(measure, left, left_row, "left");
  const double right_mass = row_mass(measure, right, right_row, "right");

  Contributions found = shared(left, left_row, right, right_row);
  std::vector<double> parts;
  double sum = 0;
  for (std::size_t i = 0; i < found.columns.size(); ++i) {
    parts.push_back(part(part_of(measure), found.left_weights[i], found.right_weights[i]));
    sum += parts.back();
  }
  found.score = score(measure, sum, left_mass, right_mass);
  const double whole = divisor(measure, sum, left_mass, right_mass);
  for (const double one : parts) found.contributions.push_back(one / whole);

  std::vector<std::size_t> order(found.columns.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
    return found.contributions[i] > found.contributions[j];
  });
  reorder(found.columns, order);
  reorder(found.left_weights, order);
  reorder(found.right_weights, order);
  reorder(found.contributions, order);
  return found;
}

template Contributions contributions(const terms::CsrView<float>&, std::int64_t,
                                     const terms::CsrView<float>&, std::int64_t, Measure);
template Contributions contributions(const terms::CsrView<double>&, std::int64_t,
                                     const terms::CsrView<double>&, std::int64_t, Measure);

}  // namespace broadsheet::similarity
