#pragma once

#include <cstddef>
#include <span>

#include <pybind11/pybind11.h>

#include "broadsheet/text/code_points.hpp"

namespace broadsheet::bindings {

/// Borrows the code points of a Python str, which must outlive the view.
inline text::CodePointsView view_code_points(PyObject* string) {
  const auto view_units = [string]<typename Unit>(Unit) -> text::CodePointsView {
    return std::span(static_cast<const Unit*>(PyUnicode_DATA(string)),
                     static_cast<std::size_t>(PyUnicode_GET_LENGTH(string)));
  };
  switch (PyUnicode_KIND(string)) {
    case PyUnicode_1BYTE_KIND:
      return view_units(std::uint8_t{});
    case PyUnicode_2BYTE_KIND:
      return view_units(std::uint16_t{});
    default:
      return view_units(std::uint32_t{});
  }
}

}  // namespace broadsheet::bindings
