#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <random>
#include <span>
#include <vector>

#include <Eigen/Core>

#include "broadsheet/parallel/loop.hpp"
#include "panel.hpp"

namespace broadsheet::similarity {

/// An orthonormal basis in which the leading eigenvectors of a large symmetric matrix C with no
/// negative eigenvalue are found: the panels X, C X, C C X, ... of a random X, each made orthogonal
/// to all before. Where a direction is exhausted, a random one takes its place, so that none is
/// missed for ever.
///
/// Source: Golub & Underwood 1977, "The block Lanczos method for computing eigenvalues"; bounds
/// without gaps between eigenvalues: Musco & Musco 2015, arXiv:1504.05477.
class KrylovBasis {
 public:
  /// Writes C times a panel to another.
  using Apply = std::function<void(const Panel&, Panel&, const parallel::LoopOptions&)>;

  /// The eigenvectors of C within the basis, the greatest eigenvalue first.
  struct Ritz {
    Eigen::VectorXd values;
    Eigen::MatrixXd vectors;    ///< In coordinates of the basis, one a column.
    Eigen::VectorXd residuals;  ///< |C v - value v|: C has an eigenvalue that near.
  };

  /// @param n_rows  Of C, more than there will be columns.
  KrylovBasis(Apply apply, std::int64_t n_rows, std::uint64_t seed,
              const parallel::LoopOptions& loop);

  /// Takes one more panel in.
  void grow();

  [[nodiscard]] Ritz ritz() const;

  /// The basis: `grow` was called as often.
  [[nodiscard]] std::span<const Panel> panels() const {
    return std::span(panels_).first(panels_.size() - 1);
  }

 private:
  /// Takes away from `panel` what lies in the panels from `first` on, and returns its coordinates
  /// there, zeros before.
  std::vector<PanelSquare> project(Panel& panel, std::size_t first) const;
  void fill_randomly(Panel& panel, Eigen::Index column);

  Apply apply_;
  std::mt19937_64 random_;
  parallel::LoopOptions loop_;
  Panel scratch_;
  std::vector<Panel> panels_;                 // Those of the basis, and the next.
  Eigen::MatrixXd projected_;                 // C in the basis: its upper half.
  PanelSquare beyond_ = PanelSquare::Zero();  // Of C times the last panel, what the next one holds.
};

}  // namespace broadsheet::similarity
