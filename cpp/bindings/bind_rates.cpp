#include <pybind11/native_enum.h>

#include "bindings.hpp"
#include "broadsheet/statistics/rates.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::RateInterval;

void bind_rates(py::module_ module) {
  py::native_enum<RateInterval>(module, "RateInterval", "enum.Enum")
      .value("POISSON", RateInterval::kPoisson)
      .value("BINOMIAL", RateInterval::kBinomial)
      .finalize();
  module.def(
      "rates",
      [](const Array<double>& counts, const Array<double>& totals, RateInterval interval,
         double alpha, int n_threads, const py::object& progress) {
        const auto events = as_span(counts);
        const auto exposures = as_span(totals);
        const auto loop = loop_options(n_threads, progress);
        statistics::Rates found;
        {
          const py::gil_scoped_release release;
          found = statistics::rates(events, exposures, interval, alpha, loop);
        }
        return py::make_tuple(own_array(std::move(found.values)), own_array(std::move(found.low)),
                              own_array(std::move(found.high)));
      },
      "counts"_a.noconvert(), "totals"_a.noconvert(), "interval"_a, py::kw_only(), "alpha"_a,
      "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
