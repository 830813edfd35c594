#include "likeness.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <string_view>

namespace broadsheet::statistics {
namespace {

double likeness_of(std::size_t distance, std::size_t longer) {
  return longer == 0 ? 1 : 1 - static_cast<double>(distance) / static_cast<double>(longer);
}

/// The Levenshtein distance.
std::size_t edits(std::u32string_view one, std::u32string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t changed = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, diagonal + 1});
    }
  }
  return row.back();
}

bool is_like(std::u32string_view one, std::u32string_view other, double most) {
  const auto [shorter, longer] = std::minmax({one.size(), other.size()});
  const std::size_t fewest_edits = longer - shorter;
  return likeness_of(fewest_edits, longer) > most && likeness(one, other) > most;
}

}  // namespace

double likeness(std::u32string_view one, std::u32string_view other) {
  return likeness_of(edits(one, other), std::max(one.size(), other.size()));
}

std::vector<std::size_t> without_likes(std::span<const std::u32string> strings, double most,
                                       std::int64_t k) {
  std::vector<std::size_t> kept;
  for (std::size_t i = 0; i < strings.size() && std::ssize(kept) < k; ++i) {
    const bool is_new = std::ranges::none_of(
        kept, [&](std::size_t other) { return is_like(strings[i], strings[other], most); });
    if (is_new) kept.push_back(i);
  }
  return kept;
}

}  // namespace broadsheet::statistics
