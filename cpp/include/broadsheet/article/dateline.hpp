#pragma once

#include <optional>
#include <string_view>

#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// Where and when a story was filed, and by whom: "MOSCOW, December 23. /TASS/."
///
/// Every part is a span of the text it was found in; a part that is not there is empty.
struct Dateline {
  text::Span whole;   ///< All of it, with its closing dash or stop, without the space after it.
  text::Span place;   ///< "MOSCOW", "SAN FRANCISCO".
  text::Span region;  ///< "Calif." in "SAN FRANCISCO, Calif.".
  text::Span date;    ///< "December 23", "Feb 26", "March 3, 2016".
  text::Span agency;  ///< "TASS", "AP", "Reuters".

  friend bool operator==(const Dateline&, const Dateline&) = default;
};

/// The dateline that `paragraph` opens with, if any. A line that only might be one is none.
[[nodiscard]] std::optional<Dateline> find_dateline(std::string_view paragraph);

}  // namespace broadsheet::article
