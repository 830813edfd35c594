#pragma once

#include <string_view>

namespace broadsheet::article {

// Proper names that datelines are made of. Each look-up takes a key as `name_key` makes it.

[[nodiscard]] bool is_month(std::string_view key);    ///< In nine languages, short forms too.
[[nodiscard]] bool is_weekday(std::string_view key);  ///< English.
[[nodiscard]] bool is_region(std::string_view key);   ///< States, provinces, countries.
[[nodiscard]] bool is_city(std::string_view key);     ///< Cities that a dateline names alone.
[[nodiscard]] bool is_agency(std::string_view key);   ///< Agencies, wires and broadcasters.
[[nodiscard]] bool is_leading_agency(std::string_view key);  ///< Known without a bracket.
[[nodiscard]] bool is_particle(std::string_view key);        ///< "de" in "RIO DE JANEIRO".
[[nodiscard]] bool is_no_place(std::string_view key);  ///< Words that begin no name of a place.

}  // namespace broadsheet::article
