#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// The end of the sentence that starts at byte `at` of valid UTF-8, a boundary of sentences;
/// at < text.size().
///
/// Source: UAX #29, Unicode Text Segmentation, for Unicode 15.0, untailored
/// sentences. O(bytes of the sentence and of the next one), so going from one to the next is
/// O(bytes) in all.
[[nodiscard]] std::int64_t next_sentence(std::string_view text, std::int64_t at);

/// All boundaries of sentences, from 0 to text.size(); of an empty text, none. O(bytes).
[[nodiscard]] std::vector<std::int64_t> sentence_boundaries(std::string_view text);

}  // namespace broadsheet::text
