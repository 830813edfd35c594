#include "bindings.hpp"

PYBIND11_MODULE(_core, module, pybind11::mod_gil_not_used()) {
  using namespace broadsheet::bindings;
  module.doc() = "Compiled core of broadsheet. Private; its names may change.";
  module.attr("__version__") = BROADSHEET_VERSION;
  bind_texts(module.def_submodule("text"));
  bind_similarity(module.def_submodule("similarity"));
}
