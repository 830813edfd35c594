#include "sentence_edges.hpp"

#include <algorithm>

#include "broadsheet/text/span.hpp"

namespace broadsheet::statistics {

using text::Span;

std::vector<std::int64_t> sentence_edges(const article::Zones& zones) {
  std::vector<Span> parts = zones.sentences;
  parts.insert(parts.end(), {zones.headline, zones.deck, zones.byline});
  if (zones.dateline) parts.push_back(zones.dateline->whole);
  std::vector<std::int64_t> edges;
  for (const Span part : parts) {
    if (!part.is_empty()) edges.insert(edges.end(), {part.begin, part.end});
  }
  std::ranges::sort(edges);
  return edges;
}

}  // namespace broadsheet::statistics
