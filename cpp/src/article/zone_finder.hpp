#pragma once

#include <string_view>

#include "broadsheet/article/zones.hpp"

namespace broadsheet::article {

// As `find_zones`, without the sentences.
[[nodiscard]] Zones find_parts(std::string_view text, ZoneDetection detection);
[[nodiscard]] Zones find_parts(std::string_view text, const KnownZones& known);

}  // namespace broadsheet::article
