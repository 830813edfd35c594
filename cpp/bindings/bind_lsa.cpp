#include <optional>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/similarity/lsa.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::CsrView;

namespace {

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "lsa",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, std::int32_t k,
         std::optional<double> tolerance, std::uint64_t seed, int n_threads,
         const py::object& progress) {
        const CsrView<Value> matrix{as_span(indptr), as_span(indices), as_span(values), n_columns};
        const similarity::LsaOptions options{.k = k,
                                             .tolerance = tolerance,
                                             .seed = seed,
                                             .loop = loop_options(n_threads, progress)};
        similarity::Lsa found;
        {
          const py::gil_scoped_release release;
          found = similarity::lsa(matrix, options);
        }
        return py::make_tuple(own_array(std::move(found.documents)),
                              own_array(std::move(found.components)),
                              own_array(std::move(found.singular_values)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      py::kw_only(), "k"_a, "tolerance"_a, "seed"_a, "n_threads"_a, "progress"_a);

  module.def(
      "project",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, const Array<float>& components,
         std::int32_t k, int n_threads, const py::object& progress) {
        const CsrView<Value> matrix{as_span(indptr), as_span(indices), as_span(values), n_columns};
        const auto loop = loop_options(n_threads, progress);
        LargeArray<float> projected;
        {
          const py::gil_scoped_release release;
          projected = similarity::project(matrix, as_span(components), k, loop);
        }
        return own_array(std::move(projected));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      py::kw_only(), "components"_a.noconvert(), "k"_a, "n_threads"_a, "progress"_a);
}

}  // namespace

void bind_lsa(py::module_ module) {
  module.def("lsa_steps", &similarity::lsa_steps, "k"_a);
  bind_values<float>(module);
  bind_values<double>(module);
}

}  // namespace broadsheet::bindings
