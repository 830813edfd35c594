#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet::text {

static_assert(std::endian::native == std::endian::little, "bytes are loaded eight at a time");

/// Eight bytes, the first in the lowest bits.
[[nodiscard]] inline std::uint64_t load8(const char* bytes) {
  std::uint64_t word = 0;
  std::memcpy(&word, bytes, sizeof word);
  return word;
}

/// The highest bit of each of eight bytes: set in what is not ASCII.
inline constexpr std::uint64_t kHighBits = 0x8080808080808080;

/// The first byte at or after `at` that is not ASCII, or the size of the text.
[[nodiscard]] inline std::size_t ascii_run_end(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    const std::uint64_t high = load8(text.data() + at) & kHighBits;
    if (high != 0) return at + static_cast<std::size_t>(std::countr_zero(high)) / 8;
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) ++at;
  return at;
}

}  // namespace broadsheet::text
