#include "bindings.hpp"
#include "broadsheet/statistics/bursts.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_bursts(py::module_ module) {
  module.def(
      "bursts",
      [](const Array<double>& counts, const Array<double>& totals, double scaling, double gamma,
         std::int32_t n_levels, int n_threads, const py::object& progress) {
        const auto relevant = as_span(counts);
        const auto all = as_span(totals);
        const auto loop = loop_options(n_threads, progress);
        statistics::Bursts found;
        {
          const py::gil_scoped_release release;
          found = statistics::bursts(
              relevant, all, {.scaling = scaling, .gamma = gamma, .n_levels = n_levels}, loop);
        }
        return py::make_tuple(own_array(std::move(found.terms)), own_array(std::move(found.levels)),
                              own_array(std::move(found.starts)), own_array(std::move(found.ends)),
                              own_array(std::move(found.counts)),
                              own_array(std::move(found.totals)),
                              own_array(std::move(found.weights)));
      },
      "counts"_a.noconvert(), "totals"_a.noconvert(), py::kw_only(), "scaling"_a, "gamma"_a,
      "n_levels"_a, "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
