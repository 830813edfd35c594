#pragma once

#include <cstdint>
#include <optional>

#include <Eigen/Core>

#include "broadsheet/similarity/lsa.hpp"
#include "krylov_basis.hpp"
#include "panels.hpp"

namespace broadsheet::similarity {

/// The leading eigenvectors of a large symmetric matrix, and some more to fill the last panel.
struct LeadingEigenvectors {
  Panels panels;
  Eigen::VectorXd values;    ///< Descending; one a column.
  std::int32_t n_steps = 0;  ///< Times that the matrix was multiplied by.
};

/// @param apply   Multiplies by the matrix, which has no negative eigenvalue.
/// @param n_rows  Its rows, at least options.k.
[[nodiscard]] LeadingEigenvectors find_leading(const KrylovBasis::Apply& apply, std::int64_t n_rows,
                                               const LsaOptions& options);

}  // namespace broadsheet::similarity
