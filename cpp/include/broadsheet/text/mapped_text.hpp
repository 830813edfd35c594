#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/text/span.hpp"

namespace broadsheet::text {

/// A text derived from another, with the way back.
///
/// Each byte of `text` comes from the bytes of the original between `starts[i]` and the next
/// larger start; `starts` has one more entry than `text` has bytes, the last being the size of the
/// original, and never decreases. What was left out belongs to what stands before it, or at the
/// beginning to what stands after it, so that together the bytes of `text` come from all of the
/// original. Empty `starts` means that each byte comes from the byte at its own place, as in a
/// text that did not change or changed only byte by byte ("NATO" to "nato").
struct MappedText {
  std::string text;
  std::vector<std::int64_t> starts;

  /// The bytes of the original that `span` of `text` comes from; of an empty span an empty one.
  /// Whole code points come from whole code points. O(log size).
  [[nodiscard]] Span origin(Span span) const;
};

/// `second`, which was derived from the text of `first`, as derived from the original of `first`.
[[nodiscard]] MappedText chain(const MappedText& first, MappedText second);

/// `starts` in code points: for each code point of `mapped.text` the code point of `original` that
/// it comes from, and the number of code points of `original`. Empty where `starts` is. O(bytes).
[[nodiscard]] std::vector<std::int64_t> code_point_starts(const MappedText& mapped,
                                                          std::string_view original);

/// What `span` comes from under starts as MappedText has them, in whatever unit they count.
[[nodiscard]] Span find_origin(std::span<const std::int64_t> starts, Span span);

}  // namespace broadsheet::text
