#include "broadsheet/statistics/sample.hpp"

#include <algorithm>
#include <cstddef>
#include <random>

#include "broadsheet/require.hpp"
#include "draw.hpp"

namespace broadsheet::statistics {
std::vector<std::int64_t> sample(std::int64_t n, std::int64_t n_drawn, std::uint64_t seed) {
  require(n >= 0, "n must not be negative, not ", n);
  require(n_drawn >= 0, "sample must not be negative, not ", n_drawn);
  n_drawn = std::min(n, n_drawn);
  std::mt19937_64 random(seed);
  std::vector<bool> is_drawn(static_cast<std::size_t>(n));
  for (std::int64_t last = n - n_drawn; last < n; ++last) {
    const auto drawn = draw_below(static_cast<std::uint64_t>(last) + 1, random);
    is_drawn[is_drawn[drawn] ? static_cast<std::size_t>(last) : drawn] = true;
  }
  std::vector<std::int64_t> numbers;
  numbers.reserve(static_cast<std::size_t>(n_drawn));
  for (std::int64_t number = 0; number < n; ++number) {
    if (is_drawn[static_cast<std::size_t>(number)]) numbers.push_back(number);
  }
  return numbers;
}

}  // namespace broadsheet::statistics
