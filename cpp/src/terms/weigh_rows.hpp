#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::terms {

/// One row while it is weighed: columns, and values that begin as counts and end as weights.
struct WeighedRow {
  std::int64_t row = 0;
  std::span<const std::int32_t> columns;
  std::span<double> values;

  [[nodiscard]] double sum() const {
    double total = 0;
    for (const double value : values) total += value;
    return total;
  }
  void multiply(std::span<const double> factors) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
      values[i] *= factors[static_cast<std::size_t>(columns[i])];
    }
  }
  /// Divides by `length`, unless that is 0.
  void divide(double length) const {
    if (length == 0) return;
    for (double& value : values) value /= length;
  }
  [[nodiscard]] double l2() const {
    double squares = 0;
    for (const double value : values) squares += value * value;
    return std::sqrt(squares);
  }
};

/// Calls `weigh(const WeighedRow&)` for each row and returns the weights, nnz of them. Computes in
/// double and rounds once.
template <typename Weight, typename Count, typename Weigh>
std::vector<Weight> weigh_rows(const CsrView<Count>& counts, std::span<const double> idf,
                               const parallel::LoopOptions& call, const Weigh& weigh) {
  require(idf.size() == static_cast<std::size_t>(counts.n_columns), "counts must have ", idf.size(),
          " columns, as many as were learned from, not ", counts.n_columns);
  std::vector<Weight> weights(counts.values.size());
  parallel::LoopOptions loop = call;
  loop.chunk_size = 512;
  parallel::for_each_chunk(counts.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    std::vector<double> values;
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      const auto begin = static_cast<std::size_t>(counts.begin(row));
      const auto n = static_cast<std::size_t>(counts.end(row)) - begin;
      const std::span<const Count> of_row = counts.values.subspan(begin, n);
      values.assign(of_row.begin(), of_row.end());
      weigh(WeighedRow{row, counts.indices.subspan(begin, n), values});
      for (std::size_t i = 0; i < n; ++i) weights[begin + i] = static_cast<Weight>(values[i]);
    }
  });
  return weights;
}

/// Instantiates a function of weights and counts for each pair of types.
#define BROADSHEET_FOR_EACH_WEIGHT_AND_COUNT(INSTANTIATE) \
  INSTANTIATE(float, std::int32_t)                        \
  INSTANTIATE(float, float)                               \
  INSTANTIATE(float, double)                              \
  INSTANTIATE(double, std::int32_t)                       \
  INSTANTIATE(double, float)                              \
  INSTANTIATE(double, double)

}  // namespace broadsheet::terms
