#include "broadsheet/statistics/adjustment.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {
namespace {

/// The places of the p-values that are numbers, the smallest first.
std::vector<std::size_t> ranked(std::span<const double> p_values) {
  std::vector<std::size_t> places;
  for (std::size_t row = 0; row < p_values.size(); ++row) {
    const double p = p_values[row];
    require(!(p < 0 || p > 1), "p_values must lie in [0, 1]: row ", row, " is ", p);
    if (!std::isnan(p)) places.push_back(row);
  }
  std::ranges::stable_sort(places, {}, [&](std::size_t row) { return p_values[row]; });
  return places;
}

}  // namespace

std::vector<double> adjusted(std::span<const double> p_values, Adjustment method) {
  std::vector<double> values(p_values.begin(), p_values.end());
  const auto places = ranked(p_values);
  const auto m = static_cast<double>(places.size());
  double bound = method == Adjustment::kHolm ? 0 : 1;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const auto rank = static_cast<double>(i) + 1;
    switch (method) {
      case Adjustment::kBonferroni:
        values[places[i]] = std::min(m * values[places[i]], 1.0);
        break;
      case Adjustment::kHolm:
        bound = std::clamp((m - rank + 1) * values[places[i]], bound, 1.0);
        values[places[i]] = bound;
        break;
      case Adjustment::kBenjaminiHochberg: {
        const std::size_t from_largest = places[places.size() - 1 - i];
        bound = std::min(values[from_largest] * (m / (m - rank + 1)), bound);
        values[from_largest] = bound;
        break;
      }
    }
  }
  return values;
}

}  // namespace broadsheet::statistics
