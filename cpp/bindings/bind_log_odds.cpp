#include "bindings.hpp"
#include "broadsheet/statistics/log_odds.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_log_odds(py::module_ module) {
  module.def(
      "log_odds",
      [](const Array<double>& target, const Array<double>& reference, const Array<double>& prior) {
        statistics::LogOdds values;
        {
          const py::gil_scoped_release release;
          values = statistics::log_odds(as_span(target), as_span(reference), as_span(prior));
        }
        return py::make_tuple(own_array(std::move(values.log_odds)),
                              own_array(std::move(values.z_scores)));
      },
      "target"_a.noconvert(), "reference"_a.noconvert(), "prior"_a.noconvert());
}

}  // namespace broadsheet::bindings
