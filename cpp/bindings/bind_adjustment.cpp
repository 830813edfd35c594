#include <pybind11/native_enum.h>

#include "bindings.hpp"
#include "broadsheet/statistics/adjustment.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::Adjustment;

void bind_adjustment(py::module_ module) {
  py::native_enum<Adjustment>(module, "Adjustment", "enum.Enum")
      .value("BONFERRONI", Adjustment::kBonferroni)
      .value("HOLM", Adjustment::kHolm)
      .value("BENJAMINI_HOCHBERG", Adjustment::kBenjaminiHochberg)
      .finalize();
  module.def(
      "adjusted",
      [](const Array<double>& p_values, Adjustment method) {
        std::vector<double> values;
        {
          const py::gil_scoped_release release;
          values = statistics::adjusted(as_span(p_values), method);
        }
        return own_array(std::move(values));
      },
      "p_values"_a.noconvert(), "method"_a);
}

}  // namespace broadsheet::bindings
