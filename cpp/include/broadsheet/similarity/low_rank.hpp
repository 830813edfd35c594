#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include <Eigen/Core>

#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// A bound on the part of dot products that comes from the most frequent columns.
///
/// A few hundred columns are most of all products and hold little that tells rows apart: everyone
/// uses stop words alike. So a row's part in them, x, is kept as its coordinates p in the few
/// directions that hold most of all rows, and the length of the rest:
///
///     |x . y - p_x . p_y|  <=  rest_x * rest_y      (Cauchy-Schwarz)
///
/// The directions are near the leading eigenvectors of the Gram matrix of a sample of rows. Any
/// orthonormal directions would be right; these keep the rests short. Immutable.
class LowRank {
 public:
  static constexpr std::size_t kRank = 16;

  /// The point that stands for a row.
  struct Point {
    std::array<float, kRank> coordinates = {};
    float rest = 0;  ///< Not below the length of what the coordinates leave out.
  };

  /// Learns from some thousand rows of `matrix`, evenly spread, each times its factor (N), after
  /// which no row is longer than 1. Columns are frequent that one row in twenty of these holds, at
  /// most the `n_most` most frequent. O(V log V + the rows' values squared + n_most^2).
  template <typename Value>
  LowRank(const terms::CsrView<Value>& matrix, std::span<const double> factors, std::size_t n_most);

  /// For each column, 0 if it is in the points and 1 if it is left to the caller.
  [[nodiscard]] std::span<const std::uint8_t> is_rare() const noexcept { return is_rare_; }

  /// The point of a row times `factor`, no longer than 1. Coordinates and rest are 0 if and only
  /// if the row has no part in the points.
  template <typename Value>
  [[nodiscard]] Point point(const terms::CsrView<Value>& matrix, std::int64_t row,
                            double factor) const;

 private:
  using Basis = Eigen::Matrix<double, Eigen::Dynamic, kRank, Eigen::RowMajor>;

  std::vector<std::uint8_t> is_rare_;
  std::vector<std::int32_t> places_;  // V: the row of basis_ of a frequent column.
  Basis basis_;
};

}  // namespace broadsheet::similarity
