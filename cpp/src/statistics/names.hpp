#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {

/// The names of a table of measures, in its order.
template <typename Entry, std::size_t kN>
[[nodiscard]] constexpr std::array<std::string_view, kN> names_of(
    const std::array<Entry, kN>& entries) {
  std::array<std::string_view, kN> names;
  for (std::size_t i = 0; i < kN; ++i) names[i] = entries[i].name;
  return names;
}

/// The measure that stands where its name does.
/// @throws std::invalid_argument  if there is no such name.
template <typename Measure, std::size_t kN>
[[nodiscard]] Measure find_name(const std::array<std::string_view, kN>& names,
                                std::string_view name, std::string_view family) {
  const auto* const found = std::ranges::find(names, name);
  require(found != names.end(), "there is no measure of ", family, " named ", name);
  return static_cast<Measure>(found - names.begin());
}

}  // namespace broadsheet::statistics
