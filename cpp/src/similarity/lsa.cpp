#include "broadsheet/similarity/lsa.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>
#include <utility>

#include "broadsheet/require.hpp"
#include "float_matrix.hpp"
#include "leading_eigenvectors.hpp"
#include "panels.hpp"

namespace broadsheet::similarity {
namespace {

constexpr double kWellKnown = 1e-3;  // Of the greatest eigenvalue: far above what is rounding.

/// Makes A's right singular vectors of its left ones, given A's transpose.
Panels right_vectors(const FloatRows& transpose, const LeadingEigenvectors& left,
                     const parallel::LoopOptions& loop) {
  Panels right = times(transpose, left.panels, loop);
  if (left.values.minCoeff() <= kWellKnown * left.values(0)) return orthonormalized(right, loop);
  normalize(right, left.values);
  return right;
}

void fix_signs(Lsa& found, std::size_t n_terms) {
  const auto k = static_cast<std::size_t>(found.k);
  for (std::size_t c = 0; c < k; ++c) {
    const std::span<float> component(found.components.data() + c * n_terms, n_terms);
    const auto greatest =
        std::ranges::max_element(component, {}, [](float value) { return std::abs(value); });
    const float sign = *greatest < 0 ? -1.0F : 1.0F;
    for (float& value : component) value = sign * value + 0.0F;  // No zero is negative.
    for (std::size_t place = c; place < found.documents.size(); place += k) {
      found.documents[place] = sign * found.documents[place] + 0.0F;
    }
  }
}

}  // namespace

std::int32_t lsa_steps(std::int32_t k) {
  // Found by trial on news, beside five power iterations of a random basis of k + 10 columns.
  constexpr std::int32_t kColumnsAStep = Panel::kWidth;
  return (k * 9 / 5 + kColumnsAStep - 1) / kColumnsAStep + 3;
}

template <typename Value>
Lsa lsa(const terms::CsrView<Value>& matrix, const LsaOptions& options) {
  check(matrix);
  const std::int64_t n_documents = matrix.n_rows();
  const std::int64_t n_terms = matrix.n_columns;
  require(options.k >= 1 && options.k <= std::min(n_documents, n_terms), "k must be from 1 to ",
          std::min(n_documents, n_terms), ", the smaller side of the matrix, not ", options.k);
  require(!options.tolerance || *options.tolerance > 0, "tol must be above 0, not ",
          options.tolerance.value_or(0));
  require(std::ranges::any_of(matrix.values, [](Value value) { return value != 0; }),
          "matrix must have a weight that is not 0");
  const FloatMatrix by_documents(matrix);
  const FloatRows a = by_documents.rows();
  const Transpose by_terms(a, matrix.n_columns);
  const FloatRows transpose = by_terms.rows();

  const bool has_fewer_terms = n_terms <= n_documents;
  const FloatRows& first = has_fewer_terms ? a : transpose;
  const FloatRows& second = has_fewer_terms ? transpose : a;
  Panel between(first.n_rows());
  const auto apply = [&](const Panel& x, Panel& product, const parallel::LoopOptions& loop) {
    multiply(first, x, between, loop);
    multiply(second, between, product, loop);
  };
  LeadingEigenvectors leading = find_leading(apply, std::min(n_documents, n_terms), options);
  const std::int32_t n_done = std::max(leading.n_steps, lsa_steps(options.k));
  const parallel::LoopOptions loop = uncounted(options.loop, n_done, 1);
  const Panels components =
      has_fewer_terms ? std::move(leading.panels) : right_vectors(transpose, leading, loop);

  const Panels documents = times(a, components, loop);
  const ColumnProducts products(documents, loop);
  const double least = kNoRank * products.values(0);
  Eigen::MatrixXd rotation = products.vectors.leftCols(options.k);
  Lsa found;
  found.k = options.k;
  found.n_steps = leading.n_steps;
  for (Eigen::Index i = 0; i < options.k; ++i) {
    const bool is_there = products.values(i) > least;
    if (!is_there) rotation.col(i).setZero();
    found.singular_values.push_back(is_there ? std::sqrt(products.values(i)) * by_documents.scale()
                                             : 0);
  }
  const auto k = static_cast<std::size_t>(options.k);
  found.components = to_columns(times(components, rotation, loop), k);
  found.documents = to_rows(times(documents, rotation * by_documents.scale(), loop), k);
  fix_signs(found, static_cast<std::size_t>(n_terms));
  return found;
}

template <typename Value>
LargeArray<float> project(const terms::CsrView<Value>& matrix, std::span<const float> components,
                          std::int32_t k, const parallel::LoopOptions& loop) {
  check(matrix);
  const auto n_terms = static_cast<std::size_t>(matrix.n_columns);
  const auto n_dimensions = static_cast<std::size_t>(k);
  require(k >= 1 && components.size() == n_dimensions * n_terms, "components must be ", k, " x ",
          n_terms, " weights, as many columns as the matrix has, not ", components.size());
  const FloatMatrix a(matrix);
  const PanelSquare scale = PanelSquare::Identity() * a.scale();
  Panels projected;
  Panel directions(matrix.n_columns);
  Panel product(matrix.n_rows());
  for (std::size_t begin = 0; begin < n_dimensions; begin += Panel::kWidth) {
    directions.set_zero();
    for (std::size_t c = begin; c < std::min(n_dimensions, begin + Panel::kWidth); ++c) {
      for (std::size_t term = 0; term < n_terms; ++term) {
        directions.row(static_cast<std::int64_t>(term))[c - begin] = components[c * n_terms + term];
      }
    }
    multiply(a.rows(), directions, product, loop);
    multiply(product, scale, projected.emplace_back(matrix.n_rows()), loop);
  }
  return to_rows(projected, n_dimensions);
}

template Lsa lsa(const terms::CsrView<float>&, const LsaOptions&);
template Lsa lsa(const terms::CsrView<double>&, const LsaOptions&);
template LargeArray<float> project(const terms::CsrView<float>&, std::span<const float>,
                                   std::int32_t, const parallel::LoopOptions&);
template LargeArray<float> project(const terms::CsrView<double>&, std::span<const float>,
                                   std::int32_t, const parallel::LoopOptions&);

}  // namespace broadsheet::similarity
