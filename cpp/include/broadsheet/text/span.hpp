#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet::text {

/// A half-open range [begin, end) of bytes of a text. Empty where begin == end.
struct Span {
  std::int64_t begin = 0;
  std::int64_t end = 0;

  [[nodiscard]] std::int64_t size() const noexcept { return end - begin; }
  [[nodiscard]] bool is_empty() const noexcept { return begin == end; }
  friend bool operator==(const Span&, const Span&) = default;
};

/// The bytes of `text` that `span` covers; the span must lie within the text.
[[nodiscard]] inline std::string_view slice(std::string_view text, Span span) {
  return text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.size()));
}

}  // namespace broadsheet::text
