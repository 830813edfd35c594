#pragma once

#include <cstddef>
#include <vector>

#include "broadsheet/statistics/keyword_words.hpp"
#include "phrase_numbers.hpp"

namespace broadsheet::statistics {

/// The longest ranges of words of one run that all count, in the order of the text.
/// @param counts  Whether the i-th word counts.
template <typename Counts>
std::vector<WordRange> content_ranges(const KeywordWords& words, const Counts& counts) {
  std::vector<WordRange> ranges;
  for (std::int32_t run = 0; run < words.n_runs(); ++run) {
    const std::int32_t begin = words.run_indptr[static_cast<std::size_t>(run)];
    const std::int32_t end = words.run_indptr[static_cast<std::size_t>(run) + 1];
    bool is_open = false;
    for (std::int32_t at = begin; at < end; ++at) {
      if (!counts(static_cast<std::size_t>(at))) {
        is_open = false;
      } else if (is_open) {
        ranges.back().end = at + 1;
      } else {
        ranges.push_back({at, at + 1});
        is_open = true;
      }
    }
  }
  return ranges;
}

}  // namespace broadsheet::statistics
