#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// The end of the grapheme that starts at byte `at` of valid UTF-8, a boundary of graphemes;
/// at < text.size().
///
/// Source: UAX #29, Unicode Text Segmentation, for Unicode 15.0, untailored extended grapheme
/// clusters. O(bytes of the grapheme).
[[nodiscard]] std::int64_t next_grapheme(std::string_view text, std::int64_t at);

/// All boundaries of graphemes, from 0 to text.size(); of an empty text, none. O(bytes).
[[nodiscard]] std::vector<std::int64_t> grapheme_boundaries(std::string_view text);

}  // namespace broadsheet::text
