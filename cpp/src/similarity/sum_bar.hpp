#pragma once

#include <algorithm>

#include "broadsheet/similarity/measure.hpp"

namespace broadsheet::similarity {

/// LeastSum in float, a little lower: the bar that a sum must reach for its row to be scored.
struct SumBar {
  float constant = 0;
  float per_mass = 0;
  float per_lesser = 0;
  float mass = 0;  ///< Of the query.

  /// @param share  Just below 1: what rounding may take from sums and masses, as a share of them.
  /// @param room   And as a number.
  SumBar(const LeastSum& least, double query_mass, double share, double room)
      : constant(static_cast<float>(least.constant * share - room)),
        per_mass(static_cast<float>(least.per_mass * share)),
        per_lesser(static_cast<float>(least.per_lesser * share)),
        mass(static_cast<float>(query_mass)) {}

  [[nodiscard]] float operator()(float other_mass) const {
    return constant + per_mass * other_mass + per_lesser * std::min(mass, other_mass);
  }
};

}  // namespace broadsheet::similarity
