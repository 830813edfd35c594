#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/statistics/dispersion.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

namespace {

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "dispersion",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<double>& sizes,
         const std::vector<std::string>& measures, int n_threads, const py::object& progress) {
        const terms::CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values),
                                           static_cast<std::int32_t>(sizes.size())};
        const auto asked = find_measures(measures, statistics::find_dispersion);
        const auto loop = loop_options(n_threads, progress);
        std::vector<std::vector<double>> found;
        {
          const py::gil_scoped_release release;
          check_counts(counts);
          found = statistics::dispersion(counts, as_span(sizes), asked, loop);
        }
        return own_arrays(std::move(found));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "sizes"_a.noconvert(), py::kw_only(), "measures"_a, "n_threads"_a, "progress"_a);
}

}  // namespace

void bind_dispersion(py::module_ module) {
  module.def("dispersion_names", [] { return own_names(statistics::dispersion_names()); });
  bind_values<std::int32_t>(module);
  bind_values<double>(module);
}

}  // namespace broadsheet::bindings
