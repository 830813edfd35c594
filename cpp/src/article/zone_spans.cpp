#include "broadsheet/article/zone_spans.hpp"

#include <cstddef>

#include "broadsheet/require.hpp"
#include "zone_finder.hpp"

namespace broadsheet::article {
namespace {

/// The same without sentences, which take the most time.
Zones parts_of(std::string_view text, const ZoneSource& source, std::size_t row) {
  if (source.rows.empty()) return find_parts(text, source.detection);
  return std::visit([text](const auto& known) { return find_parts(text, known); },
                    source.rows[row]);
}

}  // namespace

void check(const ZoneSource& source, std::size_t n_texts) {
  require(source.rows.empty() || source.rows.size() == n_texts,
          "known zones must be one a text: ", n_texts, ", not ", source.rows.size());
}

Zones find_zones(std::string_view text, const ZoneSource& source, std::size_t row) {
  if (source.rows.empty()) return find_zones(text, source.detection);
  return std::visit([text](const auto& known) { return find_zones(text, known); },
                    source.rows[row]);
}

ZoneSpans zone_spans(std::span<const std::string_view> texts, const ZoneSource& source, Zone zone,
                     const parallel::LoopOptions& loop) {
  check(source, texts.size());
  std::vector<std::vector<text::Span>> rows(texts.size());
  parallel::for_each_chunk(static_cast<std::int64_t>(texts.size()), loop,
                           [&](const parallel::Chunk& chunk) {
                             const auto end = static_cast<std::size_t>(chunk.end);
                             for (auto i = static_cast<std::size_t>(chunk.begin); i < end; ++i) {
                               rows[i] = spans_of(parts_of(texts[i], source, i), zone);
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
