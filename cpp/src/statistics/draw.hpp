#pragma once

#include <cstdint>
#include <limits>
#include <random>

namespace broadsheet::statistics {

/// One of [0, bound); the distributions of the standard library differ from one to the next.
inline std::uint64_t draw_below(std::uint64_t bound, std::mt19937_64& random) {
  constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
  const std::uint64_t end = kMost - kMost % bound;
  std::uint64_t drawn = random();
  while (drawn >= end) drawn = random();
  return drawn % bound;
}

}  // namespace broadsheet::statistics
