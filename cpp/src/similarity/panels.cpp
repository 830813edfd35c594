#include "panels.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <Eigen/Eigenvalues>

namespace broadsheet::similarity {
namespace {

constexpr auto kWidth = static_cast<Eigen::Index>(Panel::kWidth);

}  // namespace

Panels times(const FloatRows& rows, std::span<const Panel> panels,
             const parallel::LoopOptions& loop) {
  Panels products;
  for (const Panel& panel : panels) {
    multiply(rows, panel, products.emplace_back(rows.n_rows()), loop);
  }
  return products;
}

Panels times(std::span<const Panel> panels, const Eigen::MatrixXd& factors,
             const parallel::LoopOptions& loop) {
  Panels products;
  for (Eigen::Index begin = 0; begin < factors.cols(); begin += kWidth) {
    const Eigen::Index n = std::min(kWidth, factors.cols() - begin);
    products.emplace_back(panels.front().n_rows()).set_zero();
    for (std::size_t j = 0; j < panels.size(); ++j) {
      PanelSquare square = PanelSquare::Zero();
      square.leftCols(n) = factors.block(static_cast<Eigen::Index>(j) * kWidth, begin, kWidth, n);
      add_product(panels[j], square, products.back(), loop);
    }
  }
  return products;
}

ColumnProducts::ColumnProducts(std::span<const Panel> panels, const parallel::LoopOptions& loop) {
  const auto n = static_cast<Eigen::Index>(panels.size()) * kWidth;
  Eigen::MatrixXd products(n, n);
  for (std::size_t i = 0; i < panels.size(); ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      products.block<kWidth, kWidth>(static_cast<Eigen::Index>(i) * kWidth,
                                     static_cast<Eigen::Index>(j) * kWidth) =
          cross(panels[i], panels[j], loop);
    }
  }
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(products);
  values = solver.eigenvalues().reverse();
  vectors = solver.eigenvectors().rowwise().reverse();
}

Panels orthonormalized(std::span<const Panel> panels, const parallel::LoopOptions& loop) {
  const ColumnProducts products(panels, loop);
  const double least = kNoRank * products.values(0);
  const Eigen::VectorXd factors = products.values.unaryExpr(
      [least](double value) { return value > least ? 1 / std::sqrt(value) : 0.0; });
  return times(panels, products.vectors * factors.asDiagonal(), loop);
}

void normalize(Panels& panels, const Eigen::VectorXd& squares) {
  Eigen::Index begin = 0;
  for (Panel& panel : panels) {
    const Eigen::Array<float, 1, kWidth> factors =
        squares.segment<kWidth>(begin).array().rsqrt().cast<float>();
    for (std::int64_t row = 0; row < panel.n_rows(); ++row) {
      Eigen::Map<Eigen::Array<float, 1, kWidth>>(panel.row(row)) *= factors;
    }
    begin += kWidth;
  }
}

LargeArray<float> to_rows(std::span<const Panel> panels, std::size_t k) {
  const auto n_rows = static_cast<std::size_t>(panels.front().n_rows());
  LargeArray<float> rows(n_rows * k);
  for (std::size_t begin = 0; begin < k; begin += Panel::kWidth) {
    const Panel& panel = panels[begin / Panel::kWidth];
    const auto width = static_cast<std::ptrdiff_t>(std::min(Panel::kWidth, k - begin));
    for (std::size_t row = 0; row < n_rows; ++row) {
      const float* const from = panel.row(static_cast<std::int64_t>(row));
      std::copy(from, from + width, rows.data() + row * k + begin);
    }
  }
  return rows;
}

LargeArray<float> to_columns(std::span<const Panel> panels, std::size_t k) {
  const auto n_rows = static_cast<std::size_t>(panels.front().n_rows());
  LargeArray<float> columns(n_rows * k);
  for (std::size_t column = 0; column < k; ++column) {
    const Panel& panel = panels[column / Panel::kWidth];
    for (std::size_t row = 0; row < n_rows; ++row) {
      columns[column * n_rows + row] =
          panel.row(static_cast<std::int64_t>(row))[column % Panel::kWidth];
    }
  }
  return columns;
}

}  // namespace broadsheet::similarity
