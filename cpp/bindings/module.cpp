#include "bindings.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  module.doc() = "Compiled core of broadsheet. Private; its names may change.";
  module.attr("__version__") = BROADSHEET_VERSION;
}
