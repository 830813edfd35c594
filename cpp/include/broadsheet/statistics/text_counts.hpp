#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/familiar_words.hpp"
#include "broadsheet/statistics/readability.hpp"

namespace broadsheet::statistics {

/// Counts of N texts, an array of N a count, in the order of TextCount.
using TextCounts = std::array<std::vector<double>, kNTextCounts>;

struct TextCountOptions {
  std::optional<article::Zone> zone = article::Zone::kBody;  ///< What is read; all without one.
  const FamiliarWords* familiar_words = nullptr;             ///< Null if there is no list.
  parallel::LoopOptions loop = {};
};

/// Counts words, sentences, letters, syllables, words of many syllables or letters, and unfamiliar
/// words; these are empty without a list of familiar ones.
///
/// Sentences of a body are those of `article::find_zones`; headline, deck, byline and dateline are
/// one each. Of a whole text what stands between them is one too. Without a word it is none. Words
/// are those of UAX #29 that hold a letter or a digit, so a hyphen parts two. Letters are the
/// letters and decimal digits of words. Syllables are those of `count_syllables`. O(bytes), the
/// same for any number of threads.
///
/// @param texts  N texts of valid UTF-8.
/// @throws std::invalid_argument  if there are known zones, but not N.
/// @throws std::out_of_range      if a known span does not lie within its text.
[[nodiscard]] TextCounts text_counts(std::span<const std::string_view> texts,
                                     const article::ZoneSource& source,
                                     const TextCountOptions& options);

}  // namespace broadsheet::statistics
