#pragma once

#include <string_view>
#include <vector>

#include "broadsheet/terms/tokenizer.hpp"

namespace broadsheet::terms {

/// How a text is read as a run of characters.
struct CharacterOptions {
  bool lowercase = true;  ///< Full lower case, as Python's `str.lower`.
  Accents accents = Accents::kKept;
};

/// Writes the characters of a text, folded as under Preset::kSklearn: lower case first, then
/// accents. White space, which is what Python's `str.isspace` says, is one space between words and
/// none at either end: so line breaks and indents make no difference. O(bytes).
/// @param text        Valid UTF-8.
/// @param characters  Code points; what was there before is lost.
void read_characters(std::string_view text, const CharacterOptions& options,
                     std::vector<char32_t>& characters);

}  // namespace broadsheet::terms
