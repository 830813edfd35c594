#include "broadsheet/text/code_points.hpp"

#include <algorithm>
#include <cstddef>

#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {
namespace {

constexpr bool is_surrogate(std::uint32_t value) {
  return 0xD800 <= value && value < 0xE000;
}

/// Two bytes from U+0080 on, three from U+0800 on, four from U+10000 on.
constexpr std::int64_t utf8_size_of(std::uint32_t value) {
  return 1 + (value >= 0x80) + (value >= 0x800) + (value >= 0x10000);
}

constexpr char continuation(std::uint32_t value, int shift) {
  return static_cast<char>(0x80 | ((value >> shift) & 0x3F));
}

char* write(std::uint32_t value, char* out) {
  if (value < 0x80) {
    *out++ = static_cast<char>(value);
  } else if (value < 0x800) {
    *out++ = static_cast<char>(0xC0 | (value >> 6));
    *out++ = continuation(value, 0);
  } else if (value < 0x10000) {
    *out++ = static_cast<char>(0xE0 | (value >> 12));
    *out++ = continuation(value, 6);
    *out++ = continuation(value, 0);
  } else {
    *out++ = static_cast<char>(0xF0 | (value >> 18));
    *out++ = continuation(value, 12);
    *out++ = continuation(value, 6);
    *out++ = continuation(value, 0);
  }
  return out;
}

/// Writes the leading blocks that are ASCII, which the compiler narrows many units at a time.
template <typename Unit>
std::size_t write_ascii_blocks(std::span<const Unit> units, char* out) {
  constexpr std::size_t kBlock = 32;
  std::size_t at = 0;
  for (; at + kBlock <= units.size(); at += kBlock) {
    std::uint32_t seen = 0;
    for (std::size_t i = 0; i < kBlock; ++i) seen |= units[at + i];
    if (seen >= 0x80) break;
    for (std::size_t i = 0; i < kBlock; ++i) out[at + i] = static_cast<char>(units[at + i]);
  }
  return at;
}

template <typename Unit>
char* write_units(std::span<const Unit> units, char* out) {
  constexpr std::size_t kBlock = 32;
  while (!units.empty()) {
    const std::size_t n_ascii = write_ascii_blocks(units, out);
    out += n_ascii;
    const auto rest = units.subspan(n_ascii);
    const std::size_t n_next = std::min(rest.size(), kBlock);
    for (const std::uint32_t value : rest.first(n_next)) {
      out = write(is_surrogate(value) ? std::uint32_t{kReplacement} : value, out);
    }
    units = rest.subspan(n_next);
  }
  return out;
}

}  // namespace

std::optional<std::int64_t> find_surrogate(const CodePointsView& string) {
  return std::visit(
      [](const auto units) -> std::optional<std::int64_t> {
        const auto found = std::find_if(units.begin(), units.end(), is_surrogate);
        if (found == units.end()) return std::nullopt;
        return found - units.begin();
      },
      string);
}

std::int64_t utf8_size(const CodePointsView& string) {
  return std::visit(
      [](const auto units) {
        std::int64_t n_bytes = 0;
        for (const std::uint32_t value : units) n_bytes += utf8_size_of(value);
        return n_bytes;
      },
      string);
}

char* write_utf8(const CodePointsView& string, char* out) {
  return std::visit([out](const auto units) { return write_units(units, out); }, string);
}

}  // namespace broadsheet::text
