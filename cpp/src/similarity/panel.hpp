#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>

#include <Eigen/Core>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"

namespace broadsheet::similarity {

/// A tall matrix of a few columns, row after row: what a processor multiplies by at once.
class Panel {
 public:
  static constexpr std::size_t kWidth = 16;

  /// Without values yet.
  explicit Panel(std::int64_t n_rows)
      : values_(static_cast<std::size_t>(n_rows) * kWidth), n_rows_(n_rows) {}

  void set_zero() { std::ranges::fill(values_, 0.0F); }

  [[nodiscard]] std::int64_t n_rows() const { return n_rows_; }
  [[nodiscard]] float* row(std::int64_t row) {
    return values_.data() + static_cast<std::size_t>(row) * kWidth;
  }
  [[nodiscard]] const float* row(std::int64_t row) const {
    return values_.data() + static_cast<std::size_t>(row) * kWidth;
  }

 private:
  LargeArray<float> values_;
  std::int64_t n_rows_;
};

/// What takes the columns of one panel to those of another.
using PanelSquare = Eigen::Matrix<double, Panel::kWidth, Panel::kWidth, Eigen::RowMajor>;

/// A borrowed sparse matrix in float, by rows.
struct FloatRows {
  std::span<const std::int64_t> indptr;
  std::span<const std::int32_t> indices;
  std::span<const float> values;

  [[nodiscard]] std::int64_t n_rows() const { return std::ssize(indptr) - 1; }
};

/// Writes A times x to `product`. Sums are in float and in the order of columns, a few hundred at a
/// time, and these in float again. The same for any number of threads, here and below.
void multiply(const FloatRows& a, const Panel& x, Panel& product,
              const parallel::LoopOptions& loop);

/// The products of each column of `x` with each of `y`, summed in double over blocks of rows.
[[nodiscard]] PanelSquare cross(const Panel& x, const Panel& y, const parallel::LoopOptions& loop);

/// Writes x times `square` to `product`, another panel.
void multiply(const Panel& x, const PanelSquare& square, Panel& product,
              const parallel::LoopOptions& loop);

/// Adds x times `square` to `to`, another panel.
void add_product(const Panel& x, const PanelSquare& square, Panel& to,
                 const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
