#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>

namespace broadsheet::text {

/// A string of code points in units of 1, 2 or 4 bytes, one a unit, as Python holds its str.
///
/// None is above U+10FFFF. Surrogates stand for themselves and do not pair: they have no UTF-8.
using CodePointsView = std::variant<std::span<const std::uint8_t>, std::span<const std::uint16_t>,
                                    std::span<const std::uint32_t>>;

/// The place of the first surrogate, U+D800 to U+DFFF, if there is one. O(length).
[[nodiscard]] std::optional<std::int64_t> find_surrogate(const CodePointsView& string);

/// The number of bytes that `write_utf8` writes. O(length).
[[nodiscard]] std::int64_t utf8_size(const CodePointsView& string);

/// Writes the string as UTF-8, with U+FFFD for each surrogate. O(length).
/// @param out  Room for `utf8_size(string)` bytes.
/// @return  One past the last byte written.
char* write_utf8(const CodePointsView& string, char* out);

}  // namespace broadsheet::text
