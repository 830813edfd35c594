#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// The terms that a pattern with wildcards matches from end to end, as ids in ascending order.
///
/// `*` stands for any run of code points, an empty one too, and `?` for one code point; `\` before
/// `*`, `?` or `\` takes it literally. O(bytes of the terms) for most patterns, times the length of
/// the pattern at worst: no pattern takes longer.
///
/// @param pattern      Valid UTF-8.
/// @param ignore_case  Whether pattern and terms are compared in lower case.
[[nodiscard]] std::vector<std::int32_t> matching_terms(const Vocabulary& terms,
                                                       std::string_view pattern, bool ignore_case);

}  // namespace broadsheet::terms
