#pragma once

#include <optional>
#include <string>
#include <vector>

#include "bindings.hpp"
#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/article/zones.hpp"

namespace broadsheet::bindings {

/// Whether the zones of texts are looked for.
inline article::ZoneDetection detection_of(bool detect) {
  return detect ? article::ZoneDetection::kDetect : article::ZoneDetection::kBodyOnly;
}

/// @throws std::invalid_argument  if there is no such zone.
inline article::Zone zone_named(const std::string& name) {
  using article::Zone;
  if (name == "headline") return Zone::kHeadline;
  if (name == "deck") return Zone::kDeck;
  if (name == "byline") return Zone::kByline;
  if (name == "dateline") return Zone::kDateline;
  require(name == "body", "zone must be 'headline', 'deck', 'byline', 'dateline' or 'body', not '",
          name, "'");
  return Zone::kBody;
}

/// Rows of begin and end of headline and deck, in bytes; in place of these kFound where they are
/// looked for, and kBodyOnly where there are none. None where nothing is known of any row.
inline std::vector<article::RowZones> view_known(const std::optional<Array<std::int64_t>>& known) {
  constexpr std::int64_t kFound = -1;
  constexpr std::int64_t kBodyOnly = -2;
  std::vector<article::RowZones> rows;
  if (!known) return rows;
  require(known->ndim() == 2 && known->shape(1) == 4, "known must have 4 columns");
  const auto at = known->unchecked<2>();
  for (py::ssize_t i = 0; i < known->shape(0); ++i) {
    const std::int64_t first = at(i, 0);
    if (first == kFound || first == kBodyOnly) {
      rows.emplace_back(detection_of(first == kFound));
      continue;
    }
    rows.emplace_back(
        article::KnownZones{.headline = {first, at(i, 1)}, .deck = {at(i, 2), at(i, 3)}});
  }
  return rows;
}

}  // namespace broadsheet::bindings
