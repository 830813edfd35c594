#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::text {

/// All boundaries of a text, given the function that goes from one to the next.
///
/// @param bytes_a_segment  A guess, to reserve memory once.
template <typename Next>
[[nodiscard]] std::vector<std::int64_t> collect_boundaries(std::string_view text,
                                                           std::size_t bytes_a_segment, Next next) {
  std::vector<std::int64_t> boundaries;
  if (text.empty()) return boundaries;
  boundaries.reserve(text.size() / bytes_a_segment + 2);
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t at = 0;
  boundaries.push_back(at);
  while (at < size) boundaries.push_back(at = next(text, at));
  return boundaries;
}

}  // namespace broadsheet::text
