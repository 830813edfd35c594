#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// Values of the property Word_Break; the last two tell what is Extended_Pictographic as well.
enum class WordBreak : std::uint8_t {
  kOther,
  kCr,
  kLf,
  kNewline,
  kExtend,
  kZwj,
  kFormat,
  kSpace,
  kLetter,
  kHebrewLetter,
  kNumeric,
  kExtendNumLet,
  kKatakana,
  kMidLetter,
  kMidNum,
  kMidNumLet,
  kSingleQuote,
  kDoubleQuote,
  kRegionalIndicator,
  kPictographic,
  kPictographicLetter,
};

/// What a code point is to the rules below.
[[nodiscard]] WordBreak word_break(char32_t value);

/// The end of the word that starts at byte `at` of valid UTF-8, a boundary of words;
/// at < text.size().
///
/// Source: UAX #29, Unicode Text Segmentation, for Unicode 15.0, untailored words.
/// O(bytes of the word and of the next one), so going from one to the next is O(bytes) in all.
[[nodiscard]] std::int64_t next_word(std::string_view text, std::int64_t at);

/// All boundaries of words, from 0 to text.size(); of an empty text, none. O(bytes).
[[nodiscard]] std::vector<std::int64_t> word_boundaries(std::string_view text);

}  // namespace broadsheet::text
