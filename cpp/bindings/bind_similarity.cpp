#include <pybind11/native_enum.h>

#include "bindings.hpp"
#include "broadsheet/similarity/contributions.hpp"
#include "broadsheet/similarity/neighbors.hpp"
#include "broadsheet/similarity/pairs.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using similarity::Measure;
using similarity::Pairing;
using terms::CsrView;

namespace {

template <typename Value>
CsrView<Value> as_csr(const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
                      const Array<Value>& values, std::int32_t n_columns) {
  return {as_span(indptr), as_span(indices), as_span(values), n_columns};
}

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "nearest",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<std::int64_t>& to_indptr,
         const Array<std::int32_t>& to_indices, const Array<Value>& to_values,
         std::int32_t n_columns, std::int32_t k, Measure measure, double min_similarity,
         Pairing pairing, int n_threads, const py::object& progress) {
        const auto queries = as_csr(indptr, indices, values, n_columns);
        const auto candidates = as_csr(to_indptr, to_indices, to_values, n_columns);
        const similarity::NeighborsOptions options{.k = k,
                                                   .measure = measure,
                                                   .min_similarity = min_similarity,
                                                   .pairing = pairing,
                                                   .loop = loop_options(n_threads, progress)};
        similarity::Neighbors<Value> found;
        {
          const py::gil_scoped_release release;
          found = similarity::nearest(queries, candidates, options);
        }
        return py::make_tuple(own_array(std::move(found.indices)),
                              own_array(std::move(found.scores)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "to_indptr"_a.noconvert(), "to_indices"_a.noconvert(), "to_values"_a.noconvert(),
      "n_columns"_a, py::kw_only(), "k"_a, "measure"_a, "min_similarity"_a, "pairing"_a,
      "n_threads"_a, "progress"_a);

  module.def(
      "pairs",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<std::int64_t>& to_indptr,
         const Array<std::int32_t>& to_indices, const Array<Value>& to_values,
         std::int32_t n_columns, double min_similarity, Measure measure, Pairing pairing,
         std::int64_t max_pairs, int n_threads, const py::object& progress) {
        const auto left = as_csr(indptr, indices, values, n_columns);
        const auto right = as_csr(to_indptr, to_indices, to_values, n_columns);
        const similarity::PairsOptions options{.min_similarity = min_similarity,
                                               .measure = measure,
                                               .pairing = pairing,
                                               .max_pairs = max_pairs,
                                               .loop = loop_options(n_threads, progress)};
        similarity::Pairs<Value> found;
        {
          const py::gil_scoped_release release;
          found = similarity::pairs(left, right, options);
        }
        return py::make_tuple(own_array(std::move(found.left)), own_array(std::move(found.right)),
                              own_array(std::move(found.scores)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "to_indptr"_a.noconvert(), "to_indices"_a.noconvert(), "to_values"_a.noconvert(),
      "n_columns"_a, py::kw_only(), "min_similarity"_a, "measure"_a, "pairing"_a, "max_pairs"_a,
      "n_threads"_a, "progress"_a);

  module.def(
      "contributions",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int64_t row, const Array<std::int64_t>& to_indptr,
         const Array<std::int32_t>& to_indices, const Array<Value>& to_values, std::int64_t to_row,
         std::int32_t n_columns, Measure measure) {
        const auto left = as_csr(indptr, indices, values, n_columns);
        const auto right = as_csr(to_indptr, to_indices, to_values, n_columns);
        similarity::Contributions why;
        {
          const py::gil_scoped_release release;
          why = similarity::contributions(left, row, right, to_row, measure);
        }
        return py::make_tuple(
            why.score, own_array(std::move(why.columns)), own_array(std::move(why.left_weights)),
            own_array(std::move(why.right_weights)), own_array(std::move(why.contributions)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "row"_a,
      "to_indptr"_a.noconvert(), "to_indices"_a.noconvert(), "to_values"_a.noconvert(), "to_row"_a,
      "n_columns"_a, py::kw_only(), "measure"_a);
}

}  // namespace

void bind_similarity(py::module_ module) {
  module.doc() = "Similar rows. Private: import broadsheet.similarity instead.";
  py::native_enum<Measure>(module, "Measure", "enum.Enum")
      .value("COSINE", Measure::kCosine)
      .value("DOT", Measure::kDot)
      .value("JACCARD", Measure::kJaccard)
      .value("DICE", Measure::kDice)
      .value("OVERLAP", Measure::kOverlap)
      .value("CONTAINMENT", Measure::kContainment)
      .value("GENERALIZED_JACCARD", Measure::kGeneralizedJaccard)
      .finalize();
  py::native_enum<Pairing>(module, "Pairing", "enum.Enum")
      .value("ALL", Pairing::kAll)
      .value("OTHERS", Pairing::kOthers)
      .value("LATER", Pairing::kLater)
      .finalize();
  bind_values<float>(module);
  bind_values<double>(module);
}

}  // namespace broadsheet::bindings
