#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::statistics {

/// What YAKE sees in a word as it is written.
enum class WordShape : std::uint8_t {
  kPlain,
  kAcronym,     ///< All letters that have a case are capitals.
  kName,        ///< The first character is a capital, the only one of two or more characters.
  kUnparsable,  ///< It has a digit, no letter, or more than one mark of ASCII punctuation.
};

[[nodiscard]] WordShape word_shape(std::string_view word);

/// Whether a code point is punctuation or a symbol of ASCII.
[[nodiscard]] bool is_ascii_punctuation(char32_t value);

}  // namespace broadsheet::statistics
