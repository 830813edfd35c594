#include "broadsheet/statistics/text_counts.hpp"

#include <string>
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

TEST(TextCounts, ThreadsDoNotChangeThem) {
  const std::vector<std::string_view> texts(1000, "Wheat rose. It fell in Paris, traders said.");
  EXPECT_EQ(text_counts(texts, {}, {.n_threads = 4}), text_counts(texts, {}, {}));
}

TEST(TextCounts, KnownZonesAreOneAText) {
  const std::vector<article::RowZones> known(2);
  const std::vector<std::string_view> texts(1, "Wheat rose.");
  EXPECT_EQ(error_of([&] { (void)text_counts(texts, {.rows = known}, {}); }),
            "known zones must be one a text: 1, not 2");
}

}  // namespace
}  // namespace broadsheet::statistics
