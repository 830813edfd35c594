#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "broadsheet/text/span.hpp"

namespace broadsheet::text {

/// A code point and the number of bytes, 1 to 4, that encode it.
struct CodePoint {
  char32_t value = 0;
  int length = 0;
};

/// U+FFFD, what stands for bytes that encode nothing.
inline constexpr char32_t kReplacement = 0xFFFD;

/// Finds the first bytes at or after `from` that are not UTF-8.
///
/// The span is a maximal subpart of an ill-formed sequence (Unicode 15.0, section 3.9, table 3-8):
/// what Python and browsers replace by one U+FFFD. Overlong forms, surrogates and code points
/// above U+10FFFF are not UTF-8. O(bytes); ASCII goes 64 bytes at a time.
///
/// @param from  Where a code point starts, if all before it is UTF-8; in [0, bytes.size()].
[[nodiscard]] std::optional<Span> find_invalid_utf8(std::string_view bytes, std::int64_t from = 0);

/// Copies `bytes` with each maximal ill-formed subpart replaced by U+FFFD, as Python's
/// `bytes.decode("utf-8", "replace")` does. O(bytes).
[[nodiscard]] std::string replace_invalid_utf8(std::string_view bytes);

/// The code point that starts at byte `at` of valid UTF-8; at < text.size().
[[nodiscard]] inline CodePoint decode(std::string_view text, std::int64_t at) {
  const char* const bytes = text.data() + at;
  const auto byte = [bytes](int i) { return char32_t{static_cast<unsigned char>(bytes[i])}; };
  const auto tail = [byte](int i) { return byte(i) & 0x3F; };
  const char32_t lead = byte(0);
  if (lead < 0x80) return {lead, 1};
  if (lead < 0xE0) return {(lead & 0x1F) << 6 | tail(1), 2};
  if (lead < 0xF0) return {(lead & 0x0F) << 12 | tail(1) << 6 | tail(2), 3};
  return {(lead & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3), 4};
}

/// The code point that ends before byte `at` of valid UTF-8; at > 0.
[[nodiscard]] inline CodePoint decode_before(std::string_view text, std::int64_t at) {
  do {
    --at;
  } while ((static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) & 0xC0) == 0x80);
  return decode(text, at);
}

/// Appends a Unicode scalar value.
inline void append_utf8(std::string& text, char32_t value) {
  const auto tail = [value](int shift) {
    return static_cast<char>(0x80 | (value >> shift & 0x3F));
  };
  if (value < 0x80) {
    text += static_cast<char>(value);
  } else if (value < 0x800) {
    const char bytes[] = {static_cast<char>(0xC0 | value >> 6), tail(0)};
    text.append(bytes, sizeof bytes);
  } else if (value < 0x10000) {
    const char bytes[] = {static_cast<char>(0xE0 | value >> 12), tail(6), tail(0)};
    text.append(bytes, sizeof bytes);
  } else {
    const char bytes[] = {static_cast<char>(0xF0 | value >> 18), tail(12), tail(6), tail(0)};
    text.append(bytes, sizeof bytes);
  }
}

[[nodiscard]] bool is_ascii(std::string_view bytes);

/// The number of code points of valid UTF-8.
[[nodiscard]] std::int64_t count_code_points(std::string_view text);

/// Turns byte offsets into code point offsets, in place and in one pass over the text. O(bytes).
///
/// @param text     Valid UTF-8.
/// @param offsets  Ascending byte offsets, each at a boundary of code points or at the end.
void to_code_points(std::string_view text, std::span<std::int64_t> offsets);

/// Turns code point offsets into byte offsets: the inverse of `to_code_points`. Offsets
/// beyond the end become the end. O(bytes).
void to_bytes(std::string_view text, std::span<std::int64_t> offsets);

}  // namespace broadsheet::text
