#pragma once

#include <optional>
#include <vector>

#include "bindings.hpp"
#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/article/zones.hpp"

namespace broadsheet::bindings {

/// Whether the zones of texts are looked for.
inline article::ZoneDetection detection_of(bool detect) {
  return detect ? article::ZoneDetection::kDetect : article::ZoneDetection::kBodyOnly;
}

/// Rows of begin and end of headline and deck, in bytes; none where nothing is known.
inline std::vector<article::KnownZones> view_known(
    const std::optional<Array<std::int64_t>>& known) {
  std::vector<article::KnownZones> rows;
  if (!known) return rows;
  require(known->ndim() == 2 && known->shape(1) == 4, "known must have 4 columns");
  const auto at = known->unchecked<2>();
  for (py::ssize_t i = 0; i < known->shape(0); ++i) {
    rows.push_back({.headline = {at(i, 0), at(i, 1)}, .deck = {at(i, 2), at(i, 3)}});
  }
  return rows;
}

}  // namespace broadsheet::bindings
