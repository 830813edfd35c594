#include "broadsheet/article/zone_spans.hpp"

#include <cstddef>

#include "broadsheet/require.hpp"
#include "zone_finder.hpp"

namespace broadsheet::article {

void check(const ZoneSource& source, std::size_t n_texts) {
  require(source.known.empty() || source.known.size() == n_texts,
          "known zones must be one a text: ", n_texts, ", not ", source.known.size());
}

Zones find_zones(std::string_view text, const ZoneSource& source, std::size_t row) {
  return source.known.empty() ? find_zones(text, source.detection)
                              : find_zones(text, source.known[row]);
}

ZoneSpans zone_spans(std::span<const std::string_view> texts, const ZoneSource& source, Zone zone,
                     const parallel::LoopOptions& loop) {
  check(source, texts.size());
  std::vector<std::vector<text::Span>> rows(texts.size());
  parallel::for_each_chunk(
      static_cast<std::int64_t>(texts.size()), loop, [&](const parallel::Chunk& chunk) {
        const auto end = static_cast<std::size_t>(chunk.end);
        for (auto i = static_cast<std::size_t>(chunk.begin); i < end; ++i) {
          const Zones zones = source.known.empty() ? find_parts(texts[i], source.detection)
                                                   : find_parts(texts[i], source.known[i]);
          rows[i] = spans_of(zones, zone);
        }
      });
  ZoneSpans result;
  result.indptr.reserve(texts.size() + 1);
  result.indptr.push_back(0);
  for (const auto& row : rows) {
    result.spans.insert(result.spans.end(), row.begin(), row.end());
    result.indptr.push_back(static_cast<std::int64_t>(result.spans.size()));
  }
  return result;
}

}  // namespace broadsheet::article
