#include "broadsheet/article/overview.hpp"

#include <cstddef>

#include "broadsheet/article/zones.hpp"

namespace broadsheet::article {
namespace {

Overview overview_of(const Zones& zones) {
  const Dateline dateline = zones.dateline.value_or(Dateline{});
  return {.headline = zones.headline,
          .deck = zones.deck,
          .byline = zones.byline,
          .place = dateline.place,
          .region = dateline.region,
          .date = dateline.date,
          .agency = dateline.agency,
          .n_paragraphs = static_cast<std::int64_t>(zones.paragraphs.size()),
          .n_sentences = static_cast<std::int64_t>(zones.sentences.size())};
}

}  // namespace

std::vector<Overview> overviews(std::span<const std::string_view> texts, const ZoneSource& source,
                                const parallel::LoopOptions& loop) {
  check(source, texts.size());
  std::vector<Overview> rows(texts.size());
  parallel::for_each_chunk(static_cast<std::int64_t>(texts.size()), loop,
                           [&](const parallel::Chunk& chunk) {
                             const auto end = static_cast<std::size_t>(chunk.end);
                             for (auto i = static_cast<std::size_t>(chunk.begin); i < end; ++i) {
                               rows[i] = overview_of(find_zones(texts[i], source, i));
                             }
                           });
  return rows;
}

}  // namespace broadsheet::article
