#include "broadsheet/similarity/measure.hpp"

#include <cmath>
#include <type_traits>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

template <typename Value>
double sum_of_squares(const terms::CsrView<Value>& matrix, std::int64_t row) {
  double square = 0;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const double value = matrix.values[static_cast<std::size_t>(at)];
    square += value * value;
  }
  return square;
}

template <typename Value>
void require_in_range(const terms::CsrView<Value>& matrix, std::int64_t row, double square,
                      std::string_view name) {
  constexpr int kExponent = std::is_same_v<Value, float> ? 90 : 500;
  if (square >= std::ldexp(1.0, -kExponent) && square <= std::ldexp(1.0, kExponent)) return;
  bool is_zero = true;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    is_zero = is_zero && matrix.values[static_cast<std::size_t>(at)] == 0;
  }
  require(is_zero, "the squares of a row of ", name, " must sum to a number in [2**-", kExponent,
          ", 2**", kExponent, "], not ", square, " as in row ", row);
}

}  // namespace

template <typename Value>
double row_square(const terms::CsrView<Value>& matrix, std::int64_t row, std::string_view name) {
  const double square = sum_of_squares(matrix, row);
  require_in_range(matrix, row, square, name);
  return square;
}

template <typename Value>
std::vector<double> row_squares(const terms::CsrView<Value>& matrix, std::string_view name,
                                const parallel::LoopOptions& loop) {
  std::vector<double> squares(static_cast<std::size_t>(matrix.n_rows()));
  parallel::for_each_chunk(matrix.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      squares[static_cast<std::size_t>(row)] = sum_of_squares(matrix, row);
    }
  });
  for (std::size_t row = 0; row < squares.size(); ++row) {
    require_in_range(matrix, static_cast<std::int64_t>(row), squares[row], name);
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
template std::vector<double> row_squares(const terms::CsrView<float>&, std::string_view,
                                         const parallel::LoopOptions&);
template std::vector<double> row_squares(const terms::CsrView<double>&, std::string_view,
                                         const parallel::LoopOptions&);

}  // namespace broadsheet::similarity
