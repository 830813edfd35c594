#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::text {

// Properties of code points in Unicode 15.0, from generated two-stage tables. Each look-up is O(1)
// and takes any value up to U+10FFFF.

[[nodiscard]] bool is_assigned(char32_t value);        ///< General category is not Cn.
[[nodiscard]] bool is_alphabetic(char32_t value);      ///< Derived property Alphabetic.
[[nodiscard]] bool is_letter(char32_t value);          ///< General category L*.
[[nodiscard]] bool is_numeric(char32_t value);         ///< Numeric_Type is not None.
[[nodiscard]] bool is_decimal(char32_t value);         ///< General category Nd.
[[nodiscard]] bool is_upper(char32_t value);           ///< Derived property Uppercase, or Lt.
[[nodiscard]] bool is_lower(char32_t value);           ///< Derived property Lowercase.
[[nodiscard]] bool is_cased(char32_t value);           ///< Derived property Cased.
[[nodiscard]] bool is_case_ignorable(char32_t value);  ///< Derived property Case_Ignorable.
[[nodiscard]] bool is_mark(char32_t value);            ///< General category M*.
[[nodiscard]] bool is_space(char32_t value);           ///< Property White_Space.
[[nodiscard]] bool is_punctuation(char32_t value);     ///< General category P*.
[[nodiscard]] bool is_symbol(char32_t value);          ///< General category S*.
[[nodiscard]] bool is_currency(char32_t value);        ///< General category Sc.
[[nodiscard]] bool is_pictographic(char32_t value);    ///< Extended_Pictographic.

/// What `\w` matches in Python's `re`: letters, numbers of any kind, and the low line.
[[nodiscard]] bool is_regex_word(char32_t value);

/// The version of Unicode that the tables of this layer are made from: "15.0.0".
[[nodiscard]] std::string_view unicode_version();

}  // namespace broadsheet::text
