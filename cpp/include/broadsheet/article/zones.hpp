#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "broadsheet/article/dateline.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// The parts of a plain-text article, as spans of its bytes; a part that is not there is empty.
///
/// What stands before the story and is none of these ("FOR IMMEDIATE RELEASE", "September 2,
/// 2005"), and what closes it ("-30-", "###", "Reuter", "Contact: ...") belong to no part.
struct Zones {
  text::Span headline;
  text::Span deck;    ///< The standfirst between headline and story.
  text::Span byline;  ///< "By Jane Doe, Associated Press Writer".
  std::optional<Dateline> dateline;
  text::Span body;  ///< From after the dateline to the end of the last paragraph.
  std::vector<text::Span> paragraphs;  ///< Of the body, in order, without the dateline.
  std::vector<text::Span> sentences;   ///< Of the paragraphs, in order; none crosses a paragraph.

  friend bool operator==(const Zones&, const Zones&) = default;
};

/// Whether headline, deck, byline and dateline are looked for, or all of the text is body.
enum class ZoneDetection { kDetect, kBodyOnly };

/// Headline and deck of a text put together of "headline\ndeck\nbody", where the parts are known.
/// Either may be empty; the body is what follows both.
struct KnownZones {
  text::Span headline = {};
  text::Span deck = {};
};

/// Takes an article of valid UTF-8 apart. O(bytes).
///
/// Paragraphs are lines, or what blank lines or indents set apart where lines are wrapped at some
/// width. A headline is the first line where it has the look of one and a story follows; without
/// that a text has none. Every span lies within `text` and is free of white space at its edges;
/// none of headline, deck, byline, dateline and paragraphs overlaps another.
[[nodiscard]] Zones find_zones(std::string_view text,
                               ZoneDetection detection = ZoneDetection::kDetect);

/// The same, with headline and deck given, so that only byline, dateline and body are looked for.
/// @throws std::out_of_range  if a known span does not lie within `text`, or begins or ends within
///         a code point.
[[nodiscard]] Zones find_zones(std::string_view text, const KnownZones& known);

/// The same parts, with offsets that count code points of `text`. O(bytes).
[[nodiscard]] Zones in_code_points(std::string_view text, Zones zones);

/// A zone by its name.
enum class Zone { kHeadline, kDeck, kByline, kDateline, kBody };

/// The spans of `zone`: one, or none where the article lacks it; of the body, its paragraphs.
[[nodiscard]] std::vector<text::Span> spans_of(const Zones& zones, Zone zone);

}  // namespace broadsheet::article
