#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/statistics/commonness.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::Commonness;

void bind_commonness(py::module_ module) {
  module.def("commonness_names", [] { return own_names(statistics::commonness_names()); });
  module.def(
      "commonness",
      [](const Array<std::int64_t>& indptr, const Array<std::int64_t>& places,
         std::int64_t n_tokens, const std::vector<std::string>& measures, int n_threads,
         const py::object& progress) {
        const statistics::PlacesView words{as_span(indptr), as_span(places), n_tokens};
        const auto asked = find_measures(measures, statistics::find_commonness);
        const auto loop = loop_options(n_threads, progress);
        std::vector<std::vector<double>> values;
        {
          const py::gil_scoped_release release;
          check(words);
          values = statistics::commonness(words, asked, loop);
        }
        return own_arrays(std::move(values));
      },
      "indptr"_a.noconvert(), "places"_a.noconvert(), "n_tokens"_a, py::kw_only(), "measures"_a,
      "n_threads"_a, "progress"_a);
  module.def(
      "token_commonness",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids, std::int32_t n_terms,
         const std::vector<std::string>& measures, int n_threads, const py::object& progress) {
        const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
        const auto asked = find_measures(measures, statistics::find_commonness);
        const auto loop = loop_options(n_threads, progress);
        std::vector<std::vector<double>> values;
        {
          const py::gil_scoped_release release;
          check(tokens);
          values = statistics::commonness(statistics::places_of(tokens).view(), asked, loop);
        }
        return own_arrays(std::move(values));
      },
      "indptr"_a.noconvert(), "ids"_a.noconvert(), "n_terms"_a, py::kw_only(), "measures"_a,
      "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
