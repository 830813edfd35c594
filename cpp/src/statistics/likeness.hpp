#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::statistics {

/// 1 - the Levenshtein distance / the length of the longer, in code points; 1 for two empty
/// strings.
[[nodiscard]] double likeness(std::u32string_view one, std::u32string_view other);

/// The first `k` of some strings that are no more like one that stays before them than `most`.
/// @return  Their places, ascending.
[[nodiscard]] std::vector<std::size_t> without_likes(std::span<const std::u32string> strings,
                                                     double most, std::int64_t k);

}  // namespace broadsheet::statistics
