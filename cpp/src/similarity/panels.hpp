#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <Eigen/Core>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "panel.hpp"

namespace broadsheet::similarity {

/// A matrix of many columns, some in each panel.
using Panels = std::vector<Panel>;

/// A matrix times each panel.
[[nodiscard]] Panels times(const FloatRows& rows, std::span<const Panel> panels,
                           const parallel::LoopOptions& loop);

/// Panels times a matrix; what its columns leave of the last panel is zeros.
[[nodiscard]] Panels times(std::span<const Panel> panels, const Eigen::MatrixXd& factors,
                           const parallel::LoopOptions& loop);

/// Eigenvalues, descending, and eigenvectors of the products of all columns with one another.
struct ColumnProducts {
  Eigen::VectorXd values;
  Eigen::MatrixXd vectors;

  ColumnProducts(std::span<const Panel> panels, const parallel::LoopOptions& loop);
};

/// The columns made orthonormal, and zero where there is no further direction.
[[nodiscard]] Panels orthonormalized(std::span<const Panel> panels,
                                     const parallel::LoopOptions& loop);

/// Divides columns by the roots of their squares, which are known.
void normalize(Panels& panels, const Eigen::VectorXd& squares);

/// The first k columns, row after row.
[[nodiscard]] LargeArray<float> to_rows(std::span<const Panel> panels, std::size_t k);

/// The first k columns, column after column.
[[nodiscard]] LargeArray<float> to_columns(std::span<const Panel> panels, std::size_t k);

/// Of the greatest square of a length: below it is what rounding leaves of a direction that is not
/// there.
inline constexpr double kNoRank = 1e-10;

}  // namespace broadsheet::similarity
