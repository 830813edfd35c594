#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/readability.hpp"

namespace broadsheet::statistics {

/// What is counted in a text: all of TextCount but kUnfamiliarWords, which needs a list of words.
inline constexpr std::size_t kNCountedInTexts = kNTextCounts - 1;

/// Counts of the bodies of N texts, an array of N a count, in the order of TextCount.
using TextCounts = std::array<std::vector<double>, kNCountedInTexts>;

/// Counts words, sentences, letters, syllables, and words of many syllables or letters.
///
/// Sentences are those of `article::find_zones`, of the body, so neither headline nor dateline is
/// one; without a word it is none. Words are those of UAX #29 that hold a letter or a digit, so a
/// hyphen parts two. Letters are the letters and decimal digits of words. Syllables are those of
/// `count_syllables`. O(bytes), the same for any number of threads.
///
/// @param texts  N texts of valid UTF-8.
/// @throws std::invalid_argument  if there are known zones, but not N.
/// @throws std::out_of_range      if a known span does not lie within its text.
[[nodiscard]] TextCounts text_counts(std::span<const std::string_view> texts,
                                     const article::ZoneSource& source,
                                     const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
