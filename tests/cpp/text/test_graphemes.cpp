#include "broadsheet/text/graphemes.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;
using Boundaries = std::vector<std::int64_t>;

TEST(Graphemes, KeepMarksWithTheirLetters) {
  EXPECT_EQ(grapheme_boundaries(encode(U"e\u0301x\r\ny")), (Boundaries{0, 3, 4, 6, 7}));
}

TEST(Graphemes, KeepAFamilyOfEmojiWhole) {
  const std::string family = encode(U"\U0001F468\u200D\U0001F469\u200D\U0001F467");
  EXPECT_EQ(next_grapheme(family + "!", 0), static_cast<std::int64_t>(family.size()));
}

TEST(Graphemes, JoinPicturesOnlyAcrossExtendersAndAJoiner) {
  const std::string extended = encode(U"\U0001F468\U0001F3FD\u200D\U0001F469");
  EXPECT_EQ(grapheme_boundaries(extended), (Boundaries{0, 15}));
  const std::string marked = encode(U"\U0001F468\u0903\u200D\U0001F469");
  EXPECT_EQ(grapheme_boundaries(marked), (Boundaries{0, 10, 14}));
}

TEST(Graphemes, KeepHangulSyllablesWhole) {
  EXPECT_EQ(grapheme_boundaries(encode(U"\u1112\u1161\u11AB\u1100")), (Boundaries{0, 9, 12}));
}

TEST(Graphemes, OfNothingAreNone) {
  EXPECT_TRUE(grapheme_boundaries("").empty());
}

TEST(Graphemes, PassEveryLineOfTheConformanceFile) {
  testing::expect_conformance("GraphemeBreakTest.txt", 602, grapheme_boundaries);
}

TEST(Graphemes, TakeLinearTimeOnHostileText) {
  testing::expect_linear(grapheme_boundaries, next_grapheme);
}

}  // namespace
}  // namespace broadsheet::text
