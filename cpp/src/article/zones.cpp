#include "broadsheet/article/zones.hpp"

#include <algorithm>
#include <cstddef>

#include "broadsheet/article/sentences.hpp"
#include "broadsheet/text/utf8.hpp"
#include "zone_finder.hpp"

namespace broadsheet::article {
namespace {

using text::Span;

Zones with_sentences(std::string_view text, Zones zones) {
  for (const Span paragraph : zones.paragraphs) {
    for (const Span sentence : split_sentences(text::slice(text, paragraph))) {
      zones.sentences.push_back({paragraph.begin + sentence.begin, paragraph.begin + sentence.end});
    }
  }
  return zones;
}

}  // namespace

Zones find_zones(std::string_view text, ZoneDetection detection) {
  return with_sentences(text, find_parts(text, detection));
}

Zones find_zones(std::string_view text, const KnownZones& known) {
  return with_sentences(text, find_parts(text, known));
}

Zones in_code_points(std::string_view text, Zones zones) {
  std::vector<Span*> spans{&zones.headline, &zones.deck, &zones.byline, &zones.body};
  if (zones.dateline) {
    auto& dateline = *zones.dateline;
    spans.insert(spans.end(), {&dateline.whole, &dateline.place, &dateline.region, &dateline.date,
                               &dateline.agency});
  }
  for (Span& paragraph : zones.paragraphs) spans.push_back(&paragraph);
  for (Span& sentence : zones.sentences) spans.push_back(&sentence);
  std::vector<std::int64_t*> places;
  for (Span* span : spans) places.insert(places.end(), {&span->begin, &span->end});
  std::sort(places.begin(), places.end(), [](const auto* a, const auto* b) { return *a < *b; });
  std::vector<std::int64_t> offsets;
  for (const auto* place : places) offsets.push_back(*place);
  text::to_code_points(text, offsets);
  for (std::size_t i = 0; i < places.size(); ++i) *places[i] = offsets[i];
  return zones;
}

std::vector<Span> spans_of(const Zones& zones, Zone zone) {
  const auto one = [](Span span) {
    return span.is_empty() ? std::vector<Span>{} : std::vector<Span>{span};
  };
  switch (zone) {
    case Zone::kHeadline:
      return one(zones.headline);
    case Zone::kDeck:
      return one(zones.deck);
    case Zone::kByline:
      return one(zones.byline);
    case Zone::kDateline:
      return zones.dateline ? one(zones.dateline->whole) : std::vector<Span>{};
    case Zone::kBody:
      return zones.paragraphs;
  }
  return {};
}

}  // namespace broadsheet::article
