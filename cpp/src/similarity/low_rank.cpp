#include "broadsheet/similarity/low_rank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <utility>

#include <Eigen/Eigenvalues>
#include <Eigen/QR>

#include "broadsheet/target_clones.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kSampleRows = 2048;
constexpr Eigen::Index kMoreDirections = 8;  // Than are kept.
constexpr int kSteps = 5;
constexpr std::int64_t kFrequent = 20;  // A column is frequent in one row of so many.
// Added to the square of a rest: far above what rounding took away, far below what matters.
constexpr double kRounding = 1e-12;

std::vector<std::int64_t> sample(std::int64_t n_rows) {
  const std::int64_t step = std::max<std::int64_t>(1, (n_rows + kSampleRows - 1) / kSampleRows);
  std::vector<std::int64_t> rows;
  for (std::int64_t row = 0; row < n_rows; row += step) rows.push_back(row);
  return rows;
}

/// The columns that are frequent in the sample: the most frequent first, ties by the smaller.
template <typename Value>
std::vector<std::int32_t> frequent_columns(const terms::CsrView<Value>& matrix,
                                           const std::vector<std::int64_t>& rows,
                                           std::size_t n_most) {
  std::vector<std::int64_t> n_rows(static_cast<std::size_t>(matrix.n_columns), 0);
  for (const auto row : rows) {
    for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
      ++n_rows[static_cast<std::size_t>(matrix.indices[static_cast<std::size_t>(at)])];
    }
  }
  std::vector<std::int32_t> columns;
  const auto count = [&](std::int32_t column) { return n_rows[static_cast<std::size_t>(column)]; };
  for (std::int32_t column = 0; column < matrix.n_columns; ++column) {
    if (count(column) > 0 && count(column) * kFrequent >= static_cast<std::int64_t>(rows.size())) {
      columns.push_back(column);
    }
  }
  std::stable_sort(columns.begin(), columns.end(), [&](std::int32_t left, std::int32_t right) {
    return count(left) > count(right);
  });
  columns.resize(std::min(columns.size(), n_most));
  return columns;
}

struct Cell {
  std::int32_t place;
  double weight;
};

using Doubles =
    double __attribute__((vector_size(LowRank::kRank * sizeof(double)), aligned(8), may_alias));

/// Adds the direction of each cell, times its weight. Returns the sum of the squared weights.
BROADSHEET_TARGET_CLONES
double add_directions(const Cell* cells, std::size_t n, const double* basis, double* coordinates) {
  Doubles sums = {};
  double square = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const double* direction = basis + static_cast<std::size_t>(cells[i].place) * LowRank::kRank;
    sums += cells[i].weight * *reinterpret_cast<const Doubles*>(direction);
    square += cells[i].weight * cells[i].weight;
  }
  *reinterpret_cast<Doubles*>(coordinates) = sums;
  return square;
}

/// Orthonormal directions near the leading eigenvectors, by subspace iteration from random ones.
/// Source: Halko, Martinsson and Tropp 2011, algorithm 4.4.
Eigen::MatrixXd leading_directions(const Eigen::MatrixXd& gram, Eigen::Index n) {
  const Eigen::Index width = std::min(gram.rows(), n + kMoreDirections);
  std::mt19937 random(1);
  Eigen::MatrixXd basis = Eigen::MatrixXd::NullaryExpr(
      gram.rows(), width, [&] { return static_cast<double>(random()) * 0x1p-31 - 1; });
  const auto make_orthonormal = [&] {
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(basis);
    basis = qr.householderQ() * Eigen::MatrixXd::Identity(gram.rows(), width);
  };
  for (int step = 0; step < kSteps; ++step) {
    make_orthonormal();
    basis = gram * basis;
  }
  make_orthonormal();
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(basis.transpose() * gram * basis);
  if (solver.info() != Eigen::Success) return basis.leftCols(n);
  return basis * solver.eigenvectors().rightCols(n).rowwise().reverse();
}

}  // namespace

template <typename Value>
LowRank::LowRank(const terms::CsrView<Value>& matrix, std::span<const double> factors,
                 std::size_t n_most)
    : is_rare_(static_cast<std::size_t>(matrix.n_columns), 1), places_(is_rare_.size(), -1) {
  const auto rows = sample(matrix.n_rows());
  const auto columns = frequent_columns(matrix, rows, n_most);
  for (std::size_t i = 0; i < columns.size(); ++i) {
    is_rare_[static_cast<std::size_t>(columns[i])] = 0;
    places_[static_cast<std::size_t>(columns[i])] = static_cast<std::int32_t>(i);
  }
  const auto n_columns = static_cast<Eigen::Index>(columns.size());
  basis_ = Basis::Zero(n_columns, kRank);
  if (n_columns == 0) return;

  Eigen::MatrixXd gram = Eigen::MatrixXd::Zero(n_columns, n_columns);  // Its lower half.
  std::vector<std::pair<std::int32_t, double>> cells;
  for (const auto row : rows) {
    cells.clear();
    for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
      const auto cell = static_cast<std::size_t>(at);
      const auto place = places_[static_cast<std::size_t>(matrix.indices[cell])];
      if (place < 0) continue;
      cells.emplace_back(
          place, static_cast<double>(matrix.values[cell]) * factors[static_cast<std::size_t>(row)]);
      for (const auto& [other, weight] : cells) {
        gram(std::max(place, other), std::min(place, other)) += cells.back().second * weight;
      }
    }
  }
  gram.triangularView<Eigen::StrictlyUpper>() = gram.transpose();
  const auto rank = std::min<Eigen::Index>(kRank, n_columns);
  basis_.leftCols(rank) = leading_directions(gram, rank);
}

template <typename Value>
LowRank::Point LowRank::point(const terms::CsrView<Value>& matrix, std::int64_t row,
                              double factor) const {
  // First which values count, without branches that no processor could foretell.
  const auto begin = static_cast<std::size_t>(matrix.begin(row));
  const auto end = static_cast<std::size_t>(matrix.end(row));
  std::vector<Cell> cells(end - begin + 1);
  std::size_t n = 0;
  for (std::size_t at = begin; at < end; ++at) {
    const auto place = places_[static_cast<std::size_t>(matrix.indices[at])];
    cells[n] = {place, static_cast<double>(matrix.values[at]) * factor};
    n += static_cast<std::size_t>(place >= 0);
  }
  Point point;
  if (n == 0) return point;
  std::array<double, kRank> coordinates = {};
  double square = add_directions(cells.data(), n, basis_.data(), coordinates.data());
  for (std::size_t i = 0; i < kRank; ++i) {
    square -= coordinates[i] * coordinates[i];
    point.coordinates[i] = static_cast<float>(coordinates[i]);
  }
  const double rest = std::max(0.0, square) + kRounding;
  point.rest = std::nextafter(static_cast<float>(std::sqrt(rest)), 2.0F);
  return point;
}

template LowRank::LowRank(const terms::CsrView<float>&, std::span<const double>, std::size_t);
template LowRank::LowRank(const terms::CsrView<double>&, std::span<const double>, std::size_t);
template LowRank::Point LowRank::point(const terms::CsrView<float>&, std::int64_t, double) const;
template LowRank::Point LowRank::point(const terms::CsrView<double>&, std::int64_t, double) const;

}  // namespace broadsheet::similarity
