#pragma once

#include <string_view>

#include "byte_tile.hpp"
#include "word_kinds.hpp"

namespace broadsheet::terms {

/// Tells for the bytes of a tile that are not ASCII, and were hard so far, what the characters are
/// that they encode: letters and digits become word bytes, in lower case, what stands for a break
/// is nothing any more, and only the rest stays hard.
///
/// @param text  What the tile was filled with, valid UTF-8.
/// @return  Whether there were any.
bool settle_beyond_ascii(std::string_view text, const WordKinds& kinds, ByteTile& tile);

}  // namespace broadsheet::terms
