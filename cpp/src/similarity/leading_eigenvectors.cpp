#include "leading_eigenvectors.hpp"

#include <algorithm>

#include <Eigen/Eigenvalues>

namespace broadsheet::similarity {
namespace {

constexpr auto kWidth = static_cast<Eigen::Index>(Panel::kWidth);
constexpr std::int64_t kSmall = 256;  // Rows beside 4 k for which a basis is not worth while.
constexpr std::int32_t kStepsPerLook = 2;
constexpr double kRounding = 1e-5;  // Of the greatest eigenvalue: what float leaves of others.

/// How many vectors fill the panels that k need.
Eigen::Index whole_panels(std::int32_t k) {
  return (Eigen::Index{k} + kWidth - 1) / kWidth * kWidth;
}

/// The matrix itself.
Eigen::MatrixXd multiply_units(const KrylovBasis::Apply& apply, Eigen::Index n,
                               const parallel::LoopOptions& loop) {
  Eigen::MatrixXd matrix(n, n);
  Panel units(n);
  Panel columns(n);
  for (Eigen::Index begin = 0; begin < n; begin += kWidth) {
    const Eigen::Index width = std::min(kWidth, n - begin);
    units.set_zero();
    for (Eigen::Index i = 0; i < width; ++i) units.row(begin + i)[i] = 1;
    apply(units, columns, loop);
    for (Eigen::Index row = 0; row < n; ++row) {
      for (Eigen::Index i = 0; i < width; ++i) {
        matrix(row, begin + i) = static_cast<double>(columns.row(row)[i]);
      }
    }
  }
  return matrix;
}

LeadingEigenvectors find_of_all(const KrylovBasis::Apply& apply, Eigen::Index n, std::int32_t k,
                                const parallel::LoopOptions& loop) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(multiply_units(apply, n, loop));
  LeadingEigenvectors found;
  found.values = Eigen::VectorXd::Zero(whole_panels(k));
  found.n_steps = static_cast<std::int32_t>((n + kWidth - 1) / kWidth);
  const Eigen::Index n_found = std::min(n, whole_panels(k));
  found.values.head(n_found) = solver.eigenvalues().reverse().head(n_found);
  for (Eigen::Index begin = 0; begin < n_found; begin += kWidth) {
    Panel& panel = found.panels.emplace_back(n);
    panel.set_zero();
    for (Eigen::Index row = 0; row < n; ++row) {
      for (Eigen::Index i = 0; i < std::min(kWidth, n - begin); ++i) {
        panel.row(row)[i] = static_cast<float>(solver.eigenvectors()(row, n - 1 - begin - i));
      }
    }
  }
  return found;
}

/// Whether a bound says that the roots of the first k eigenvalues are as near as asked for.
bool are_near(const KrylovBasis::Ritz& ritz, std::int32_t k, double tolerance) {
  // A root is half as far off as the eigenvalue, relative to either.
  const Eigen::ArrayXd bounds = 2 * tolerance * ritz.values.head(k).array();
  return (ritz.residuals.head(k).array() <= bounds.max(kRounding * ritz.values(0))).all();
}

}  // namespace

LeadingEigenvectors find_leading(const KrylovBasis::Apply& apply, std::int64_t n_rows,
                                 const LsaOptions& options) {
  std::int32_t n_steps = 0;
  parallel::LoopOptions loop{.n_threads = options.loop.n_threads};
  if (options.loop.watch) loop.watch = [&](std::int64_t) { options.loop.watch(n_steps); };
  if (n_rows <= 4 * std::int64_t{options.k} + kSmall) {
    return find_of_all(apply, static_cast<Eigen::Index>(n_rows), options.k, loop);
  }
  KrylovBasis basis(apply, n_rows, options.seed, loop);
  const auto grow = [&](std::int32_t n) {
    for (; n > 0; --n, ++n_steps) basis.grow();
  };
  grow(lsa_steps(options.k));
  KrylovBasis::Ritz ritz = basis.ritz();
  const auto has_room = [&] { return (n_steps + kStepsPerLook) * kWidth < n_rows; };
  while (options.tolerance && has_room() && !are_near(ritz, options.k, *options.tolerance)) {
    grow(kStepsPerLook);
    ritz = basis.ritz();
  }
  return {times(basis.panels(), ritz.vectors.leftCols(whole_panels(options.k)), loop),
          ritz.values.head(whole_panels(options.k)), n_steps};
}

}  // namespace broadsheet::similarity
