#include "krylov_basis.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include <Eigen/Eigenvalues>

namespace broadsheet::similarity {
namespace {

constexpr auto kWidth = static_cast<Eigen::Index>(Panel::kWidth);
// Of the greatest eigenvalue: what rounding in float leaves of a direction that is exhausted.
constexpr double kExhausted = 1e-6;
constexpr double kOrthonormal = 1e-5;
constexpr int kMostRounds = 4;
// What a projection may take away from a panel that was orthogonal to all before already.
constexpr double kLittle = 0.5;

/// Makes the columns of `panel`, none of them zero, orthonormal: each round by the eigenvectors of
/// their products, which are known less well the nearer to parallel they are.
/// @return  R, such that the panel was the new one times R.
PanelSquare orthonormalize(Panel& panel, Panel& scratch, const parallel::LoopOptions& loop) {
  PanelSquare upper = PanelSquare::Identity();
  for (int round = 0; round < kMostRounds; ++round) {
    const PanelSquare products = cross(panel, panel, loop);
    if ((products - PanelSquare::Identity()).cwiseAbs().maxCoeff() < kOrthonormal) break;
    const Eigen::SelfAdjointEigenSolver<PanelSquare> solver(products);
    const double least = kExhausted * kExhausted * solver.eigenvalues()(kWidth - 1);
    const Eigen::Array<double, kWidth, 1> lengths = solver.eigenvalues().array().max(least).sqrt();
    const PanelSquare to_new = solver.eigenvectors() * lengths.inverse().matrix().asDiagonal();
    multiply(panel, to_new, scratch, loop);
    std::swap(panel, scratch);
    upper = lengths.matrix().asDiagonal() * solver.eigenvectors().transpose() * upper;
  }
  return upper;
}

}  // namespace

KrylovBasis::KrylovBasis(Apply apply, std::int64_t n_rows, std::uint64_t seed,
                         const parallel::LoopOptions& loop)
    : apply_(std::move(apply)), random_(seed), loop_(loop), scratch_(n_rows) {
  Panel first(n_rows);
  for (Eigen::Index column = 0; column < kWidth; ++column) fill_randomly(first, column);
  orthonormalize(first, scratch_, loop_);
  panels_.push_back(std::move(first));
}

void KrylovBasis::grow() {
  Panel next(scratch_.n_rows());
  apply_(panels_.back(), next, loop_);
  const auto n = static_cast<Eigen::Index>(panels_.size()) * kWidth;
  projected_.conservativeResize(n, n);
  const auto add = [&](const std::vector<PanelSquare>& coordinates, const PanelSquare& factor) {
    for (Eigen::Index j = 0; j * kWidth < n; ++j) {
      projected_.block<kWidth, kWidth>(j * kWidth, n - kWidth) +=
          coordinates[static_cast<std::size_t>(j)] * factor;
    }
  };
  projected_.rightCols<kWidth>().setZero();
  // In exact arithmetic the last two panels are all that C times the last one lies in.
  add(project(next, panels_.size() - std::min<std::size_t>(panels_.size(), 2)),
      PanelSquare::Identity());

  const PanelSquare left = cross(next, next, loop_);
  const double least = kExhausted * projected_.block<kWidth, kWidth>(n - kWidth, n - kWidth).norm();
  std::vector<Eigen::Index> exhausted;
  for (Eigen::Index column = 0; column < kWidth; ++column) {
    if (std::sqrt(left(column, column)) > least) continue;
    exhausted.push_back(column);
    fill_randomly(next, column);
  }
  beyond_ = orthonormalize(next, scratch_, loop_);
  for (const Eigen::Index column : exhausted) beyond_.col(column).setZero();
  double loss = 1;
  while (loss > kLittle) {
    add(project(next, 0), beyond_);
    const PanelSquare kept = orthonormalize(next, scratch_, loop_);
    beyond_ = kept * beyond_;
    loss = (kept - PanelSquare::Identity()).cwiseAbs().maxCoeff();
  }
  panels_.push_back(std::move(next));
}

KrylovBasis::Ritz KrylovBasis::ritz() const {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(
      Eigen::MatrixXd(projected_.selfadjointView<Eigen::Upper>()));
  Ritz found;
  found.values = solver.eigenvalues().reverse();
  found.vectors = solver.eigenvectors().rowwise().reverse();
  found.residuals = (beyond_ * found.vectors.bottomRows<kWidth>()).colwise().norm();
  return found;
}

std::vector<PanelSquare> KrylovBasis::project(Panel& panel, std::size_t first) const {
  std::vector<PanelSquare> coordinates(panels_.size(), PanelSquare::Zero());
  for (std::size_t j = first; j < panels_.size(); ++j) {
    coordinates[j] = cross(panels_[j], panel, loop_);
    add_product(panels_[j], -coordinates[j], panel, loop_);
  }
  return coordinates;
}

void KrylovBasis::fill_randomly(Panel& panel, Eigen::Index column) {
  constexpr float kStep = 0x1p-23F;
  for (std::int64_t row = 0; row < panel.n_rows(); ++row) {
    panel.row(row)[column] = static_cast<float>(random_() >> 40) * kStep - 1;
  }
}

}  // namespace broadsheet::similarity
