#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// How alike two rows x and y are. A measure is a sum over the columns, a mass of each row, and a
/// divisor made of these three numbers; the score is the sum over the divisor, 0 where that is 0:
///
/// | measure             | each column adds     | mass           | divisor       |
/// |---------------------|----------------------|----------------|---------------|
/// | kCosine             | x y                  | sum of squares | sqrt(mx my)   |
/// | kDot                | x y                  | sum of squares | 1             |
/// | kJaccard            | 1 where neither is 0 | columns not 0  | mx + my - sum |
/// | kDice               | 1 where neither is 0 | columns not 0  | (mx + my) / 2 |
/// | kOverlap            | 1 where neither is 0 | columns not 0  | min(mx, my)   |
/// | kContainment        | 1 where neither is 0 | columns not 0  | mx            |
/// | kGeneralizedJaccard | min(x, y)            | sum of weights | mx + my - sum |
///
/// BM25 is kDot of a row of counts, the query, and a row of terms::weights, the document.
///
/// Source: kJaccard, Jaccard 1912; kDice, Dice 1945; kOverlap, Szymkiewicz 1934 and Simpson 1960;
/// kContainment, Broder 1997; kGeneralizedJaccard, Ruzicka 1958.
enum class Measure {
  kCosine,
  kDot,
  kJaccard,
  kDice,
  kOverlap,
  kContainment,         ///< Of x in y: the only one that is not the same from either side.
  kGeneralizedJaccard,  ///< No weight may be negative.
};

/// What a column adds to the sum.
enum class Part { kProduct, kPresence, kLesser };

[[nodiscard]] constexpr double part(Part part, double left, double right) {
  if (part == Part::kProduct) return left * right;
  if (part == Part::kLesser) return std::min(left, right);
  return left != 0 && right != 0 ? 1 : 0;
}

[[nodiscard]] constexpr Part part_of(Measure measure) {
  switch (measure) {
    case Measure::kCosine:
    case Measure::kDot:
      return Part::kProduct;
    case Measure::kGeneralizedJaccard:
      return Part::kLesser;
    default:
      return Part::kPresence;
  }
}

/// The mass of a row, summed in double and in the order of the columns.
///
/// Rows are refused whose scores would overflow or lose their digits: a mass is 0 only for a row of
/// zeros, and otherwise lies in [2^-90, 2^90] for float weights (by cosine, a row of length 3e-14
/// to 3e13), in [2^-500, 2^500] for double ones (6e-76 to 1e75).
/// @throws std::invalid_argument  naming the matrix as `name`, the row and the mass, or the weight
///   that is negative and must not be.
template <typename Value>
[[nodiscard]] double row_mass(Measure measure, const terms::CsrView<Value>& matrix,
                              std::int64_t row, std::string_view name);

/// row_mass of each row. O(nnz), in parallel over rows.
/// @throws std::invalid_argument  for the first row that is refused.
template <typename Value>
[[nodiscard]] std::vector<double> row_masses(Measure measure, const terms::CsrView<Value>& matrix,
                                             std::string_view name,
                                             const parallel::LoopOptions& loop = {});

/// What the sum of two rows of these masses is divided by.
[[nodiscard]] double divisor(Measure measure, double sum, double left_mass, double right_mass);

/// The score of two rows of these masses: `sum` is what their columns add, in double and in the
/// order of the columns.
///
/// Every score in this layer is this one, so scores of equal pairs are equal to the last bit, and
/// but for kDot the score of a row with its copy is 1.
[[nodiscard]] double score(Measure measure, double sum, double left_mass, double right_mass);

/// A sum below which no score of a row with rows of other masses reaches some similarity.
struct LeastSum {
  double constant = 0;
  double per_mass = 0;    ///< Times the mass of the other row.
  double per_lesser = 0;  ///< Times the lesser mass of the two.

  [[nodiscard]] double operator()(double left_mass, double right_mass) const {
    return constant + per_mass * right_mass + per_lesser * std::min(left_mass, right_mass);
  }
};

/// The least sum with which a row of mass `left_mass` reaches `similarity`, but for rounding.
///
/// For a measure of products, rows are taken to be of length 1 by kCosine, and of any by kDot.
[[nodiscard]] LeastSum least_sum(Measure measure, double similarity, double left_mass);

/// The least cosine of two rows that reach `similarity` by kCosine, or of the roots of their
/// weights by kGeneralizedJaccard: min(x, y) <= sqrt(x) sqrt(y), and mx + my >= 2 sqrt(mx my).
[[nodiscard]] double least_cosine(Measure measure, double similarity);

}  // namespace broadsheet::similarity
