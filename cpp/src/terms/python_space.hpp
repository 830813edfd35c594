#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::terms {

// White space as Python's `str.isspace` has it: the property White_Space and the four separators of
// ASCII, U+001C to U+001F.

[[nodiscard]] constexpr bool is_ascii_python_space(char byte) {
  const auto value = static_cast<std::uint8_t>(byte);
  return static_cast<std::uint8_t>(value - '\t') < 5 || static_cast<std::uint8_t>(value - 0x1C) < 5;
}

[[nodiscard]] inline bool is_python_space(char32_t value) {
  return value < 0x80 ? is_ascii_python_space(static_cast<char>(value)) : text::is_space(value);
}

/// The length of the white space that starts at byte `at` of valid UTF-8, or 0 if none does.
[[nodiscard]] inline std::size_t python_space_length(std::string_view text, std::size_t at) {
  const auto lead = static_cast<std::uint8_t>(text[at]);
  if (lead < 0x80) return is_ascii_python_space(text[at]) ? 1 : 0;
  if (lead != 0xC2 && lead != 0xE1 && lead != 0xE2 && lead != 0xE3) return 0;
  const auto [value, length] = text::decode(text, static_cast<std::int64_t>(at));
  return text::is_space(value) ? static_cast<std::size_t>(length) : 0;
}

}  // namespace broadsheet::terms
