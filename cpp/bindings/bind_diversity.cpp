#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/statistics/diversity.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_diversity(py::module_ module) {
  module.def("diversity_names", [] { return own_names(statistics::diversity_names()); });
  module.def(
      "diversity",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids, std::int32_t n_terms,
         const std::vector<std::string>& measures, std::int64_t window, double threshold,
         std::int64_t sample, int n_threads, const py::object& progress) {
        const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
        const auto asked = find_measures(measures, statistics::find_diversity);
        const statistics::DiversityOptions options{
            .window = window, .threshold = threshold, .sample = sample};
        const auto loop = loop_options(n_threads, progress);
        std::vector<std::vector<double>> values;
        {
          const py::gil_scoped_release release;
          check(tokens);
          values = statistics::diversity(tokens, asked, options, loop);
        }
        return own_arrays(std::move(values));
      },
      "indptr"_a.noconvert(), "ids"_a.noconvert(), "n_terms"_a, py::kw_only(), "measures"_a,
      "window"_a, "threshold"_a, "sample"_a, "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
