#pragma once

namespace broadsheet::terms {

/// The characters that stand for an apostrophe within a word: the plain one, the quotation marks
/// that typesetters use, the modifier letter and the full-width form.
[[nodiscard]] constexpr bool is_apostrophe(char32_t value) {
  return value == U'\'' || value == 0x2019 || value == 0x2018 || value == 0x02BC || value == 0xFF07;
}

/// The plain hyphen, the hyphen and the non-breaking hyphen.
[[nodiscard]] constexpr bool is_hyphen(char32_t value) {
  return value == U'-' || value == 0x2010 || value == 0x2011;
}

/// Characters that leave no mark on paper and do not join letters as U+200C and U+200D do: soft
/// hyphen, marks of direction, word joiner and invisible operators, variation selectors, byte
/// order mark.
[[nodiscard]] constexpr bool is_invisible(char32_t value) {
  return value == 0x00AD || value == 0x061C || value == 0x200E || value == 0x200F ||
         (0x202A <= value && value <= 0x202E) || (0x2060 <= value && value <= 0x2064) ||
         (0x2066 <= value && value <= 0x2069) || (0xFE00 <= value && value <= 0xFE0F) ||
         value == 0xFEFF;
}

}  // namespace broadsheet::terms
