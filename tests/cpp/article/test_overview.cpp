#include "broadsheet/article/overview.hpp"

#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "article/junk.hpp"

namespace broadsheet::article {
namespace {

using text::slice;
using Views = std::vector<std::string_view>;

TEST(Overview, SaysWhatStandsAtTheHeadAndCountsTheRest) {
  const Views texts{
      "Wheat prices fall on good weather\n"
      "By Jane Doe\n"
      "PARIS, March 3 (Reuters) - Wheat fell for a third day. Mr. Smith sold.\n"
      "It rained at last, he said."};
  const auto row = overviews(texts, {}, {})[0];
  EXPECT_EQ(slice(texts[0], row.headline), "Wheat prices fall on good weather");
  EXPECT_TRUE(row.deck.is_empty());
  EXPECT_EQ(slice(texts[0], row.byline), "By Jane Doe");
  EXPECT_EQ(slice(texts[0], row.place), "PARIS");
  EXPECT_TRUE(row.region.is_empty());
  EXPECT_EQ(slice(texts[0], row.date), "March 3");
  EXPECT_EQ(slice(texts[0], row.agency), "Reuters");
  EXPECT_EQ(row.n_paragraphs, 2);
  EXPECT_EQ(row.n_sentences, 3);
}

TEST(Overview, OfPlainTextCountsOnly) {
  const Views texts{"Wheat falls\nPARIS (AP) - It fell."};
  const auto row = overviews(texts, {.detection = ZoneDetection::kBodyOnly}, {})[0];
  EXPECT_EQ(row, (Overview{.n_paragraphs = row.n_paragraphs, .n_sentences = row.n_sentences}));
  EXPECT_EQ(row.n_paragraphs, 2);
}

TEST(Overview, TakesWhatIsKnown) {
  const Views texts{"Wheat fell.\nIt fell in Paris.", "No headline here."};
  const std::vector<RowZones> known{KnownZones{.headline = {0, 11}}, KnownZones{}};
  const auto rows = overviews(texts, {.rows = known}, {});
  EXPECT_EQ(rows[0].headline, (text::Span{0, 11}));
  EXPECT_TRUE(rows[1].headline.is_empty());
  EXPECT_THROW((void)overviews({texts.data(), 1}, {.rows = known}, {}), std::invalid_argument);
}

TEST(Overview, IsTheSameForAnyThreadsAndSplit) {
  std::vector<std::string> junk;
  for (unsigned seed = 0; seed < 200; ++seed) junk.push_back(testing_junk::article(seed));
  const Views texts(junk.begin(), junk.end());
  const auto expected = overviews(texts, {}, {});
  for (const int n_threads : {2, 8}) {
    for (const std::int64_t chunk_size : {1, 7, 1000}) {
      EXPECT_EQ(overviews(texts, {}, {.n_threads = n_threads, .chunk_size = chunk_size}), expected);
    }
  }
}

}  // namespace
}  // namespace broadsheet::article
