#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "broadsheet/article/dateline.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// The parts of a plain-text article, as spans of its bytes; a part that is not there is empty.
struct Zones {
  text::Span headline;
  text::Span deck;                     ///< The standfirst between headline and story.
  text::Span byline;                   ///< "By Jane Doe, Associated Press Writer".
  std::optional<Dateline> dateline;
  text::Span body;                     ///< From after the dateline to the end of the last paragraph.
  std::vector<text::Span> paragraphs;  ///< Of the body, in order, without the dateline.
  std::vector<text::Span> sentences;   ///< Of the paragraphs, in order; none crosses a paragraph.
};

/// Whether headline, deck and byline are looked for, or all of the text is body.
enum class ZoneDetection { kDetect, kBodyOnly };

/// Takes an article apart. Every span lies within `text`, is free of white space at its edges, and
/// none of headline, deck, byline, dateline and paragraphs overlaps another. O(bytes).
[[nodiscard]] Zones find_zones(std::string_view text,
                               ZoneDetection detection = ZoneDetection::kDetect);

/// A zone by its name.
enum class Zone { kHeadline, kDeck, kByline, kDateline, kBody };

/// The spans of `zone`: one, or none where the article lacks it; of the body, its paragraphs.
[[nodiscard]] std::vector<text::Span> spans_of(const Zones& zones, Zone zone);

}  // namespace broadsheet::article
