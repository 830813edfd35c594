#include "broadsheet/article/zone_spans.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "article/junk.hpp"

namespace broadsheet::article {
namespace {

using text::Span;
using Views = std::vector<std::string_view>;

TEST(ZoneSpans, AreThoseOfEachTextInTurn) {
  const Views texts{"Wheat falls\nPARIS (AP) - Wheat fell in Paris, traders said today.\nIt did.",
                    "", "One paragraph."};
  const auto bodies = zone_spans(texts, {}, Zone::kBody, {});
  EXPECT_EQ(bodies.indptr, (std::vector<std::int64_t>{0, 2, 2, 3}));
  EXPECT_EQ(bodies.spans, (std::vector<Span>{{25, 65}, {66, 73}, {0, 14}}));
  const auto datelines = zone_spans(texts, {}, Zone::kDateline, {});
  EXPECT_EQ(datelines.indptr, (std::vector<std::int64_t>{0, 1, 1, 1}));
  EXPECT_EQ(datelines.spans, (std::vector<Span>{{12, 24}}));
}

TEST(ZoneSpans, TakeWhatIsKnown) {
  const Views texts{"Wheat fell.\nIt fell in Paris.", "No headline here."};
  const std::vector<RowZones> rows{KnownZones{.headline = {0, 11}}, KnownZones{}};
  const auto headlines = zone_spans(texts, {.rows = rows}, Zone::kHeadline, {});
  EXPECT_EQ(headlines.indptr, (std::vector<std::int64_t>{0, 1, 1}));
  EXPECT_EQ(headlines.spans, (std::vector<Span>{{0, 11}}));
  EXPECT_THROW((void)zone_spans({texts.data(), 1}, {.rows = rows}, Zone::kBody, {}),
               std::invalid_argument);
}

TEST(ZoneSpans, ComeAboutInEachTextAsItsRowSays) {
  const std::string_view text = "Wheat falls\n\nPARIS, March 3 (Reuters) - Wheat fell.";
  const Views texts{text, text, text};
  const std::vector<RowZones> rows{ZoneDetection::kBodyOnly, KnownZones{.headline = {0, 5}},
                                   ZoneDetection::kDetect};
  const auto headlines = zone_spans(texts, {.rows = rows}, Zone::kHeadline, {});
  EXPECT_EQ(headlines.indptr, (std::vector<std::int64_t>{0, 0, 1, 2}));
  EXPECT_EQ(headlines.spans, (std::vector<Span>{{0, 5}, {0, 11}}));
  EXPECT_EQ(find_zones(text, {.rows = rows}, 1), find_zones(text, KnownZones{.headline = {0, 5}}));
}

TEST(ZoneSpans, AreTheSameForAnyThreadsAndSplit) {
  std::vector<std::string> junk;
  for (unsigned seed = 0; seed < 200; ++seed) junk.push_back(testing_junk::article(seed));
  const Views texts(junk.begin(), junk.end());
  const auto expected = zone_spans(texts, {}, Zone::kBody, {});
  for (const int n_threads : {1, 2, 8}) {
    for (const std::int64_t chunk_size : {1, 7, 1000}) {
      const auto spans =
          zone_spans(texts, {}, Zone::kBody, {.n_threads = n_threads, .chunk_size = chunk_size});
      EXPECT_EQ(spans.indptr, expected.indptr);
      EXPECT_EQ(spans.spans, expected.spans);
    }
  }
}

TEST(ZoneSpans, AgreeWithTheZonesOfEachText) {
  for (unsigned seed = 0; seed < 300; ++seed) {
    const auto junk = testing_junk::article(seed);
    const Views texts{junk};
    for (const Zone zone : {Zone::kHeadline, Zone::kDeck, Zone::kByline, Zone::kBody}) {
      EXPECT_EQ(zone_spans(texts, {}, zone, {}).spans, spans_of(find_zones(junk), zone));
    }
  }
}

}  // namespace
}  // namespace broadsheet::article
