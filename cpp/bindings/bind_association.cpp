#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/statistics/association.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_association(py::module_ module) {
  module.def("association_names", [] { return own_names(statistics::association_names()); });
  module.def(
      "association",
      [](const Array<double>& o11, const Array<double>& o12, const Array<double>& o21,
         const Array<double>& o22, const std::vector<std::string>& measures, bool is_signed,
         double alpha, double n_comparisons, double k, int n_threads, const py::object& progress) {
        const statistics::ContingencyView tables{as_span(o11), as_span(o12), as_span(o21),
                                                 as_span(o22)};
        const auto asked = find_measures(measures, statistics::find_association);
        const statistics::AssociationOptions options{
            .is_signed = is_signed, .alpha = alpha, .n_comparisons = n_comparisons, .k = k};
        const auto loop = loop_options(n_threads, progress);
        std::vector<std::vector<double>> values;
        {
          const py::gil_scoped_release release;
          check(tables);
          values = statistics::association(tables, asked, options, loop);
        }
        return own_arrays(std::move(values));
      },
      "o11"_a.noconvert(), "o12"_a.noconvert(), "o21"_a.noconvert(), "o22"_a.noconvert(),
      py::kw_only(), "measures"_a, "signed"_a, "alpha"_a, "n_comparisons"_a, "k"_a, "n_threads"_a,
      "progress"_a);
}

}  // namespace broadsheet::bindings
