#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "broadsheet/text/span.hpp"

namespace broadsheet::text {

/// A text derived from another, with the way back.
///
/// Each byte of `text` comes from the bytes of the original between `starts[i]` and the next
/// larger start; `starts` has one more entry than `text` has bytes, the last being the size of the
/// original, and never decreases. Empty `starts` means that the text did not change: each byte
/// comes from itself.
struct MappedText {
  std::string text;
  std::vector<std::int64_t> starts;

  /// The bytes of the original that `span` of `text` comes from.
  [[nodiscard]] Span origin(Span span) const;
};

}  // namespace broadsheet::text
