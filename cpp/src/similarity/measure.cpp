#include "broadsheet/similarity/measure.hpp"

#include <cmath>
#include <type_traits>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

double mass_of(Part part, double weight) {
  switch (part) {
    case Part::kProduct:
      return weight * weight;
    case Part::kPresence:
      return weight != 0 ? 1 : 0;
    default:
      return weight;
  }
}

template <typename Value>
double sum_masses(Part part, const terms::CsrView<Value>& matrix, std::int64_t row) {
  double mass = 0;
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    mass += mass_of(part, static_cast<double>(matrix.values[static_cast<std::size_t>(at)]));
  }
  return mass;
}

template <typename Value>
void require_not_negative(const terms::CsrView<Value>& matrix, std::int64_t row,
                          std::string_view name) {
  for (auto at = matrix.begin(row); at < matrix.end(row); ++at) {
    const auto place = static_cast<std::size_t>(at);
    require(!(matrix.values[place] < 0), "generalized Jaccard needs weights of ", name,
            " that are not negative: row ", row, ", column ", matrix.indices[place], " holds ",
            matrix.values[place]);
  }
}

template <typename Value>
void require_in_range(Part part, const terms::CsrView<Value>& matrix, std::int64_t row, double mass,
                      std::string_view name) {
  if (part == Part::kPresence) return;
  if (part == Part::kLesser) require_not_negative(matrix, row, name);
  constexpr int kExponent = std::is_same_v<Value, float> ? 90 : 500;
  if (mass >= std::ldexp(1.0, -kExponent) && mass <= std::ldexp(1.0, kExponent)) return;
  const bool is_zero = sum_masses(Part::kPresence, matrix, row) == 0;
  require(is_zero, "the ", part == Part::kProduct ? "squares" : "weights", " of a row of ", name,
          " must sum to a number in [2**-", kExponent, ", 2**", kExponent, "], not ", mass,
          " as in row ", row);
}

}  // namespace

template <typename Value>
double row_mass(Measure measure, const terms::CsrView<Value>& matrix, std::int64_t row,
                std::string_view name) {
  const double mass = sum_masses(part_of(measure), matrix, row);
  require_in_range(part_of(measure), matrix, row, mass, name);
  return mass;
}

template <typename Value>
std::vector<double> row_masses(Measure measure, const terms::CsrView<Value>& matrix,
                               std::string_view name, const parallel::LoopOptions& loop) {
  const Part part = part_of(measure);
  std::vector<double> masses(static_cast<std::size_t>(matrix.n_rows()));
  parallel::for_each_chunk(matrix.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      masses[static_cast<std::size_t>(row)] = sum_masses(part, matrix, row);
    }
  });
  for (std::size_t row = 0; row < masses.size(); ++row) {
    require_in_range(part, matrix, static_cast<std::int64_t>(row), masses[row], name);
  }
  return masses;
}

double divisor(Measure measure, double sum, double left_mass, double right_mass) {
  switch (measure) {
    case Measure::kCosine:
      // The root of a square is exact, so a row and its copy get 1; two roots multiplied would not.
      return std::sqrt(left_mass * right_mass);
    case Measure::kDot:
      return 1;
    case Measure::kDice:
      return (left_mass + right_mass) / 2;
    case Measure::kOverlap:
      return std::min(left_mass, right_mass);
    case Measure::kContainment:
      return left_mass;
    default:
      // No sum is above a mass, not even when rounded: it adds no more at any step.
      return left_mass + right_mass - sum;
  }
}

double score(Measure measure, double sum, double left_mass, double right_mass) {
  const double whole = divisor(measure, sum, left_mass, right_mass);
  return whole > 0 ? sum / whole : 0;
}

LeastSum least_sum(Measure measure, double similarity, double left_mass) {
  switch (measure) {
    case Measure::kCosine:
    case Measure::kDot:
      return {.constant = similarity};
    case Measure::kDice:
      return {.constant = similarity / 2 * left_mass, .per_mass = similarity / 2};
    case Measure::kOverlap:
      return {.per_lesser = similarity};
    case Measure::kContainment:
      return {.constant = similarity * left_mass};
    default: {
      const double share = similarity / (1 + similarity);
      return {.constant = share * left_mass, .per_mass = share};
    }
  }
}

double least_cosine(Measure measure, double similarity) {
  return measure == Measure::kGeneralizedJaccard ? 2 * similarity / (1 + similarity) : similarity;
}

template double row_mass(Measure, const terms::CsrView<float>&, std::int64_t, std::string_view);
template double row_mass(Measure, const terms::CsrView<double>&, std::int64_t, std::string_view);
template std::vector<double> row_masses(Measure, const terms::CsrView<float>&, std::string_view,
                                        const parallel::LoopOptions&);
template std::vector<double> row_masses(Measure, const terms::CsrView<double>&, std::string_view,
                                        const parallel::LoopOptions&);

}  // namespace broadsheet::similarity
