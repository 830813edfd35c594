#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include <pybind11/pybind11.h>

#include "broadsheet/text/texts.hpp"

namespace broadsheet::bindings {

namespace py = pybind11;

/// Strings as Python hands them over, for `text::check_texts`.
struct RawTexts {
  std::vector<std::optional<std::string_view>> strings;  ///< Nothing for a missing one.
  std::vector<std::shared_ptr<const void>> owners;
  std::vector<std::int64_t> replaced;  ///< Rows of which something was replaced; in any order.
};

/// Views the str and bytes that an iterable gives; what pandas calls missing is a null.
///
/// Bytes, and the ASCII str of a list or tuple, are borrowed from the objects, which stay alive.
/// Other str are written as UTF-8 into memory of our own: those that an iterator makes as it goes
/// need not stay, and asking Python for the UTF-8 of one that is not ASCII would leave a second
/// copy in it for as long as it lives.
///
/// What is neither str nor bytes, and a str with lone surrogates, is under kReplace an empty text
/// and one with U+FFFD for each, and under kSkip a string that is not UTF-8.
///
/// @throws TypeError  under kStrict, naming the row and the type of what is neither.
/// @throws ValueError  under kStrict, naming the row and the place of a lone surrogate.
RawTexts borrow_strings(const py::iterable& strings, text::ErrorPolicy policy);

/// Views a column of strings that speaks the Arrow PyCapsule interface, without a copy.
/// @throws TypeError  if it holds something else; ValueError if it is broken, or its stream fails.
RawTexts borrow_arrow(const py::object& column);

}  // namespace broadsheet::bindings
