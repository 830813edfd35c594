#include "broadsheet/similarity/measure.hpp"

#include <cmath>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

constexpr double kLeastSquare = 0x1p-500;
constexpr double kGreatestSquare = 0x1p500;

}  // namespace

template <typename Value>
double row_square(const terms::CsrView<Value>& matrix, std::int64_t row, std::string_view name) {
  double square = 0;
  bool is_zero = true;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const double value = matrix.values[static_cast<std::size_t>(at)];
    square += value * value;
    is_zero = is_zero && value == 0;
  }
  require(is_zero || (square >= kLeastSquare && square <= kGreatestSquare),
          "the squares of a row of ", name, " must sum to a number in [2**-500, 2**500], not ",
          square, " as in row ", row);
  return square;
}

template <typename Value>
std::vector<double> row_squares(const terms::CsrView<Value>& matrix, std::string_view name) {
  std::vector<double> squares;
  squares.reserve(static_cast<std::size_t>(matrix.n_rows()));
  for (std::int64_t row = 0; row < matrix.n_rows(); ++row) {
    squares.push_back(row_square(matrix, row, name));
  }
  return squares;
}

double score(Measure measure, double dot, double left_square, double right_square) {
  if (measure == Measure::kDot) return dot;
  // The root of a square is exact, so a row and its copy get 1; two roots multiplied would not.
  const double norms = std::sqrt(left_square * right_square);
  return norms > 0 ? dot / norms : 0;
}

template double row_square(const terms::CsrView<float>&, std::int64_t, std::string_view);
template double row_square(const terms::CsrView<double>&, std::int64_t, std::string_view);
template std::vector<double> row_squares(const terms::CsrView<float>&, std::string_view);
template std::vector<double> row_squares(const terms::CsrView<double>&, std::string_view);

}  // namespace broadsheet::similarity
