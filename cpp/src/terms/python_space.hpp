#pragma once

#include "broadsheet/text/properties.hpp"

namespace broadsheet::terms {

// White space as Python's `str.isspace` has it: the property White_Space and the four separators of
// ASCII, U+001C to U+001F.

[[nodiscard]] constexpr bool is_ascii_python_space(char byte) {
  return byte == ' ' || ('\t' <= byte && byte <= '\r') || ('\x1C' <= byte && byte <= '\x1F');
}

[[nodiscard]] inline bool is_python_space(char32_t value) {
  return value < 0x80 ? is_ascii_python_space(static_cast<char>(value)) : text::is_space(value);
}

}  // namespace broadsheet::terms
