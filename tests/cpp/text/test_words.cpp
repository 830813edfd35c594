#include "broadsheet/text/words.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;

std::vector<std::string> words(const std::string& text) {
  std::vector<std::string> found;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(text.size());) {
    const std::int64_t end = next_word(text, at);
    found.emplace_back(slice(text, {at, end}));
    at = end;
  }
  return found;
}

using Words = std::vector<std::string>;

TEST(Words, KeepLettersAndNumbersThatPunctuationJoins) {
  EXPECT_EQ(words("U.S. can't 3,000.5 a.b,c"),
            (Words{"U.S", ".", " ", "can't", " ", "3,000.5", " ", "a.b", ",", "c"}));
}

TEST(Words, JoinAcrossCombiningMarks) {
  const std::string cafe = encode(U"cafe\u0301");
  EXPECT_EQ(words(cafe + " x"), (Words{cafe, " ", "x"}));
  const std::string marked = encode(U"a\u0308.\u0308b");
  EXPECT_EQ(words(marked), Words{marked});
}

TEST(Words, KeepRunsOfSpaces) {
  EXPECT_EQ(words("a   b"), (Words{"a", "   ", "b"}));
  const std::string wide = encode(U"  \u2003\u2003 ");
  EXPECT_EQ(words(wide + "x"), (Words{wide, "x"}));
  EXPECT_EQ(words(encode(U" \u0308 ")), (Words{encode(U" \u0308"), " "}));
}

TEST(Words, PairRegionalIndicators) {
  const std::string flag = encode(U"\U0001F1E6\U0001F1E7");
  EXPECT_EQ(words(flag + flag + encode(U"\U0001F1E6")), (Words{flag, flag, encode(U"\U0001F1E6")}));
}

TEST(Words, KeepHebrewQuotes) {
  const std::string abbreviation = encode(U"\u05D0\"\u05D1");
  EXPECT_EQ(words(abbreviation), Words{abbreviation});
  EXPECT_EQ(words(encode(U"\u05D0'")), Words{encode(U"\u05D0'")});
  EXPECT_EQ(words(encode(U"\u05D0\"")), (Words{encode(U"\u05D0"), "\""}));
}

TEST(Words, AreMadeOfWhatTheDatabaseSays) {
  EXPECT_EQ(word_break(U'a'), WordBreak::kLetter);
  EXPECT_EQ(word_break(U'\u05D0'), WordBreak::kHebrewLetter);
  EXPECT_EQ(word_break(U'\u0663'), WordBreak::kNumeric);
  EXPECT_EQ(word_break(U'\u2019'), WordBreak::kMidNumLet);
  EXPECT_EQ(word_break(U'\u30AB'), WordBreak::kKatakana);
  EXPECT_EQ(word_break(U'\u4F60'), WordBreak::kOther);
  EXPECT_EQ(word_break(U'\u231A'), WordBreak::kPictographic);
}

TEST(Words, OfNothingAreNone) {
  EXPECT_TRUE(word_boundaries("").empty());
}

TEST(Words, PassEveryLineOfTheConformanceFile) {
  testing::expect_conformance("WordBreakTest.txt", 1823, word_boundaries);
}

TEST(Words, TakeLinearTimeOnHostileText) {
  testing::expect_linear(word_boundaries, next_word);
}

}  // namespace
}  // namespace broadsheet::text
