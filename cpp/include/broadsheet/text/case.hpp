#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "broadsheet/text/mapped_text.hpp"

namespace broadsheet::text {

/// Full lower case, as Python's `str.lower`: special casings without a language, and a final sigma
/// where one is due (Unicode 15.0, section 3.13, rule R2). O(bytes).
[[nodiscard]] MappedText to_lower(std::string_view text);

/// Full case folding, as Python's `str.casefold` (CaseFolding.txt, status C and F). O(bytes).
[[nodiscard]] MappedText fold_case(std::string_view text);

/// The lower case of a code point where that is one code point wherever it stands. Not of the
/// capital sigma, nor of a capital whose lower case is several.
[[nodiscard]] std::optional<char32_t> lower_alone(char32_t value);

/// Lower case without the way back, appended to `lower`: what runs once a token.
void append_lower(std::string& lower, std::string_view text);

}  // namespace broadsheet::text
