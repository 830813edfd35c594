#include "broadsheet/text/sentences.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using Sentences = std::vector<std::string>;

Sentences sentences(const std::string& text) {
  Sentences found;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(text.size());) {
    const std::int64_t end = next_sentence(text, at);
    found.emplace_back(slice(text, {at, end}));
    at = end;
  }
  return found;
}

TEST(Sentences, EndAfterTerminatorsTheirQuotesAndSpaces) {
  EXPECT_EQ(sentences("He left. \"Why?\" She did not. \n\nNext"),
            (Sentences{"He left. ", "\"Why?\" ", "She did not. \n", "\n", "Next"}));
}

TEST(Sentences, GoOnAfterADotWithinNumbersNamesAndBeforeLowerCase) {
  EXPECT_EQ(sentences("It rose 3.4 percent in the U.S. after May."),
            (Sentences{"It rose 3.4 percent in the U.S. after May."}));
  EXPECT_EQ(sentences("etc.) (and so on)"), (Sentences{"etc.) (and so on)"}));
  EXPECT_EQ(sentences("Wait., he said"), (Sentences{"Wait., he said"}));
}

TEST(Sentences, EndWithAnIdeographicFullStop) {
  EXPECT_EQ(sentences(testing::encode(U"\u4E00\u3002\u4E8C")),
            (Sentences{testing::encode(U"\u4E00\u3002"), testing::encode(U"\u4E8C")}));
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_TRUE(sentence_boundaries("").empty());
}

TEST(Sentences, PassEveryLineOfTheConformanceFile) {
  testing::expect_conformance("SentenceBreakTest.txt", 502, sentence_boundaries);
}

TEST(Sentences, TakeLinearTimeOnHostileText) {
  testing::expect_linear(sentence_boundaries, next_sentence);
}

}  // namespace
}  // namespace broadsheet::text
