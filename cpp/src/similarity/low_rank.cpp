#include "broadsheet/similarity/low_rank.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include <Eigen/Eigenvalues>

namespace broadsheet::similarity {
namespace {

constexpr std::int64_t kSampleRows = 4096;
constexpr std::int64_t kFrequent = 10;  // A column is frequent in one row of so many.
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
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(gram);
  if (solver.info() != Eigen::Success) return;  // No directions: rests are whole, and still right.
  const auto rank = std::min<Eigen::Index>(kRank, n_columns);
  basis_.leftCols(rank) = solver.eigenvectors().rightCols(rank).rowwise().reverse();
}

template <typename Value>
LowRank::Point LowRank::point(const terms::CsrView<Value>& matrix, std::int64_t row,
                              double factor) const {
  Eigen::Matrix<double, 1, kRank> coordinates = Eigen::Matrix<double, 1, kRank>::Zero();
  double square = 0;
  bool is_in = false;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto cell = static_cast<std::size_t>(at);
    const auto place = places_[static_cast<std::size_t>(matrix.indices[cell])];
    if (place < 0) continue;
    const double weight = static_cast<double>(matrix.values[cell]) * factor;
    coordinates += weight * basis_.row(place);
    square += weight * weight;
    is_in = true;
  }
  Point point;
  if (!is_in) return point;
  const double rest = std::max(0.0, square - coordinates.squaredNorm()) + kRounding;
  for (std::size_t i = 0; i < kRank; ++i) {
    point.coordinates[i] = static_cast<float>(coordinates[static_cast<Eigen::Index>(i)]);
  }
  point.rest = std::nextafter(static_cast<float>(std::sqrt(rest)), 2.0F);
  return point;
}

template LowRank::LowRank(const terms::CsrView<float>&, std::span<const double>, std::size_t);
template LowRank::LowRank(const terms::CsrView<double>&, std::span<const double>, std::size_t);
template LowRank::Point LowRank::point(const terms::CsrView<float>&, std::int64_t, double) const;
template LowRank::Point LowRank::point(const terms::CsrView<double>&, std::int64_t, double) const;

}  // namespace broadsheet::similarity
