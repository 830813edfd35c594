#pragma once

#include <cstdint>
#include <vector>

namespace broadsheet::statistics {

/// `n_drawn` of the numbers [0, n), or all where there are fewer, ascending: each set of so many
/// is equally likely. The same for the same seed on every machine. O(n_drawn + n / 64) expected.
///
/// Source: Floyd's algorithm, in Bentley and Floyd (1987), "A sample of brilliance",
/// Communications of the ACM 30(9); numbers of std::mt19937_64, those that would favour some
/// discarded.
///
/// @throws std::invalid_argument  if a number is negative.
[[nodiscard]] std::vector<std::int64_t> sample(std::int64_t n, std::int64_t n_drawn,
                                               std::uint64_t seed);

}  // namespace broadsheet::statistics
