#include "broadsheet/statistics/text_counts.hpp"

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using article::ZoneDetection;

TEST(TextCounts, WorkedByHand) {
  // 8 words in 2 sentences; "***" is neither. Wheat ex-ports rose 3.9 per-cent in Chi-ca-go, It
  // fell.
  const std::vector<std::string_view> texts{"Wheat exports rose 3.9% in Chicago. *** It fell!", "",
                                            "Self-evident."};
  const auto counts = text_counts(texts, {.detection = ZoneDetection::kBodyOnly}, {});
  EXPECT_EQ(counts[0], (std::vector<double>{8, 0, 2}));
  EXPECT_EQ(counts[1], (std::vector<double>{2, 0, 1}));
  // wheat 5, exports 7, rose 4, 3.9 2, in 2, Chicago 7, It 2, fell 4.
  EXPECT_EQ(counts[2], (std::vector<double>{33, 0, 11}));
  // 1, 2, 1, 2, 1, 3, 1, 1; self 1, evident 3.
  EXPECT_EQ(counts[3], (std::vector<double>{12, 0, 4}));
  EXPECT_EQ(counts[4], (std::vector<double>{1, 0, 1}));
  EXPECT_EQ(counts[5], (std::vector<double>{2, 0, 1}));
}

TEST(TextCounts, HeadlinesAndDatelinesAreNoSentences) {
  const std::string text = "Wheat falls\nPARIS, March 3 (Reuters) - Wheat fell, traders said.";
  const std::vector<std::string_view> texts{text};
  const auto counts = text_counts(texts, {}, {});
  EXPECT_EQ(counts[0], std::vector<double>{4});
  EXPECT_EQ(counts[1], std::vector<double>{1});
}

TEST(TextCounts, OfAZoneTakeEachPartButTheBodyForOneSentence) {
  const std::vector<std::string_view> texts{
      "Wheat falls\nPARIS, March 3 (Reuters) - Wheat fell, traders said. It rained.\n-30-"};
  const auto counts_in = [&](std::optional<article::Zone> zone) {
    const auto counts = text_counts(texts, {}, {.zone = zone});
    return std::pair(counts[0][0], counts[1][0]);
  };
  EXPECT_EQ(counts_in(article::Zone::kHeadline), std::pair(2.0, 1.0));
  EXPECT_EQ(counts_in(article::Zone::kDateline), std::pair(4.0, 1.0));
  EXPECT_EQ(counts_in(article::Zone::kDeck), std::pair(0.0, 0.0));
  EXPECT_EQ(counts_in(article::Zone::kBody), std::pair(6.0, 2.0));
  // The number that closes it is one too.
  EXPECT_EQ(counts_in(std::nullopt), std::pair(13.0, 5.0));
}

TEST(TextCounts, UnfamiliarWordsAreCountedEachTimeIfThereIsAList) {
  const std::vector<std::string_view> texts{"Wheat fell 3.9%. Exports of wheat fell in Chicago!",
                                            ""};
  FamiliarWords words;
  for (const auto* word : {"fall", "fell", "in", "of", "export"}) words.add(word);
  const auto counts = text_counts(texts, {}, {.familiar_words = &words});
  EXPECT_EQ(counts[6], (std::vector<double>{3, 0}));
  EXPECT_TRUE(text_counts(texts, {}, {})[6].empty());
}

TEST(TextCounts, ThreadsDoNotChangeThem) {
  const std::vector<std::string_view> texts(1000, "Wheat rose. It fell in Paris, traders said.");
  EXPECT_EQ(text_counts(texts, {}, {.loop = {.n_threads = 4}}), text_counts(texts, {}, {}));
}

TEST(TextCounts, KnownZonesAreOneAText) {
  const std::vector<article::RowZones> known(2);
  const std::vector<std::string_view> texts(1, "Wheat rose.");
  EXPECT_EQ(error_of([&] { (void)text_counts(texts, {.rows = known}, {}); }),
            "known zones must be one a text: 1, not 2");
}

}  // namespace
}  // namespace broadsheet::statistics
