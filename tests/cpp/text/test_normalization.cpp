#include "broadsheet/text/normalization.hpp"

#include <random>
#include <string>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;
using enum NormalForm;

std::string normal(std::u32string_view text, NormalForm form) {
  return normalize(encode(text), form).text;
}

TEST(Normalization, BringsTheExamplesOfTheAnnexIntoEachForm) {
  // UAX #15, figures 3 to 6.
  EXPECT_EQ(normal(U"\u212B", kNfc), encode(U"\u00C5"));
  EXPECT_EQ(normal(U"\u212B", kNfd), encode(U"A\u030A"));
  EXPECT_EQ(normal(U"\u2126", kNfc), encode(U"\u03A9"));
  EXPECT_EQ(normal(U"\u1E69", kNfd), encode(U"s\u0323\u0307"));
  EXPECT_EQ(normal(U"\u1E0B\u0323", kNfd), encode(U"d\u0323\u0307"));
  EXPECT_EQ(normal(U"\u1E0B\u0323", kNfc), encode(U"\u1E0D\u0307"));
  EXPECT_EQ(normal(U"\uFB01", kNfc), encode(U"\uFB01"));
  EXPECT_EQ(normal(U"\uFB01", kNfkc), "fi");
  EXPECT_EQ(normal(U"2\u2075", kNfkd), "25");
  EXPECT_EQ(normal(U"\u1E9B\u0323", kNfc), encode(U"\u1E9B\u0323"));
  EXPECT_EQ(normal(U"\u1E9B\u0323", kNfd), encode(U"\u017F\u0323\u0307"));
  EXPECT_EQ(normal(U"\u1E9B\u0323", kNfkc), encode(U"\u1E69"));
  EXPECT_EQ(normal(U"\u1E9B\u0323", kNfkd), encode(U"s\u0323\u0307"));
}

TEST(Normalization, ComposesAndDecomposesHangul) {
  EXPECT_EQ(normal(U"\uD55C", kNfd), encode(U"\u1112\u1161\u11AB"));
  EXPECT_EQ(normal(U"\u1112\u1161\u11AB", kNfc), encode(U"\uD55C"));
  EXPECT_EQ(normal(U"\uD558\u11AB", kNfc), encode(U"\uD55C"));
  EXPECT_EQ(normal(U"\uD55C\u11AB", kNfc), encode(U"\uD55C\u11AB"));
  EXPECT_EQ(normal(U"\uD558\u11A7", kNfc), encode(U"\uD558\u11A7"));
}

TEST(Normalization, LeavesExclusionsAndBlockedMarksApart) {
  EXPECT_EQ(normal(U"\u0958", kNfc), encode(U"\u0915\u093C"));
  EXPECT_EQ(normal(U"a\u05AE\u0300\u0315b", kNfc), encode(U"\u00E0\u05AE\u0315b"));
  EXPECT_EQ(normal(U"a\u0301\u0300", kNfc), encode(U"\u00E1\u0300"));
  EXPECT_EQ(normal(U"a\u0305\u0300", kNfc), encode(U"a\u0305\u0300"));
}

TEST(Normalization, LeavesNormalTextUnmapped) {
  for (const auto form : {kNfc, kNfd, kNfkc, kNfkd}) {
    const MappedText same = normalize("plain ASCII", form);
    EXPECT_EQ(same.text, "plain ASCII");
    EXPECT_TRUE(same.starts.empty());
    EXPECT_EQ(normalize("", form).text, "");
  }
  EXPECT_TRUE(normalize(encode(U"\u00E9t\u00E9"), kNfc).starts.empty());
}

TEST(Normalization, MapsEachSegmentToWhereItStood) {
  const MappedText composed = normalize(encode(U"xe\u0301y"), kNfc);
  EXPECT_EQ(composed.text, encode(U"x\u00E9y"));
  EXPECT_EQ(composed.origin({1, 3}), (Span{1, 4}));
  EXPECT_EQ(composed.origin({3, 4}), (Span{4, 5}));
  const MappedText decomposed = normalize(encode(U"\u4E00\u4E01\u00E9"), kNfd);
  EXPECT_EQ(decomposed.origin({3, 6}), (Span{3, 6}));
  EXPECT_EQ(decomposed.origin({6, 7}), (Span{6, 8}));
}

TEST(Normalization, StripsAccentsButNotStrokes) {
  EXPECT_EQ(strip_accents(encode(U"Zo\u00EB, \u00C5ngstr\u00F6m, S\u00F8ren")).text,
            encode(U"Zoe, Angstrom, S\u00F8ren"));
  EXPECT_EQ(strip_accents(encode(U"a\u0323\u0301b")).text, "ab");
  EXPECT_EQ(strip_accents(encode(U"a\u0301b")).origin({0, 1}), (Span{0, 3}));
  EXPECT_EQ(strip_accents(encode(U"\u0301b")).origin({0, 1}), (Span{0, 3}));
  EXPECT_EQ(strip_accents(encode(U"\u0301")).text, "");
  // What stood apart composes once the mark between is gone.
  EXPECT_EQ(strip_accents(encode(U"\u09C7\u0E31\u09BE")).text, encode(U"\u09CB"));
}

TEST(Normalization, DropsWhatCombinesAfterCompatibilityDecomposition) {
  EXPECT_EQ(strip_combining(encode(U"Zo\u00EB, \uFB01ve, S\u00F8ren")).text,
            encode(U"Zoe, five, S\u00F8ren"));
  // Hangul comes apart; a Thai vowel sign has combining class 0 and stays, a tone mark has 107.
  EXPECT_EQ(strip_combining(encode(U"\uD55C")).text, encode(U"\u1112\u1161\u11AB"));
  EXPECT_EQ(strip_combining(encode(U"\u0E01\u0E34\u0E48")).text, encode(U"\u0E01\u0E34"));
  // NFKD of the cedilla standing alone is a space and a mark.
  EXPECT_EQ(strip_combining(encode(U"a\u00B8b")).text, "a b");
  EXPECT_EQ(strip_combining(encode(U"\u0323\u0301")).text, "");
  EXPECT_EQ(strip_combining(encode(U"\u0301b")).origin({0, 1}), (Span{0, 3}));
  EXPECT_EQ(strip_combining(encode(U"x\uFB01")).origin({1, 3}), (Span{1, 4}));
  EXPECT_EQ(strip_combining("ASCII").text, "ASCII");
}

TEST(Normalization, KeepsTheAsciiOfCompatibilityDecomposition) {
  EXPECT_EQ(keep_ascii(encode(U"Zo\u00EB, \uFB01ve, S\u00F8ren")).text, "Zoe, five, Sren");
  EXPECT_EQ(keep_ascii(encode(U"\u4F60a\u0301\u597D\u00BD")).text, "a12");
  EXPECT_EQ(keep_ascii(encode(U"\u4F60")).text, "");
  EXPECT_EQ(keep_ascii(encode(U"a\u4F60b")).origin({0, 1}), (Span{0, 4}));
  EXPECT_TRUE(keep_ascii("ASCII").starts.empty());
}

TEST(Normalization, KnowsCodePointsOfWhichATextInAFormMayConsist) {
  EXPECT_TRUE(is_inert(U'\u00E9', kNfc));
  EXPECT_FALSE(is_inert(U'\u00E9', kNfd));
  EXPECT_TRUE(is_inert(U'\uFB01', kNfd));
  EXPECT_FALSE(is_inert(U'\uFB01', kNfkd));
  EXPECT_FALSE(is_inert(U'\u212B', kNfc));
  // Neither changes by itself, but both may change places.
  EXPECT_FALSE(is_inert(U'\u0315', kNfc));
  EXPECT_FALSE(is_inert(U'\u064B', kNfkd));
  EXPECT_TRUE(is_inert(U'\u0E34', kNfkd));
}

TEST(Normalization, KnowsWhatIsSurelyNfc) {
  EXPECT_TRUE(is_surely_nfc(""));
  EXPECT_TRUE(is_surely_nfc("plain"));
  EXPECT_TRUE(is_surely_nfc(encode(U"\u00E9\u4E00")));
  EXPECT_FALSE(is_surely_nfc(encode(U"e\u0301")));
  EXPECT_FALSE(is_surely_nfc(encode(U"\u212B")));
  EXPECT_FALSE(is_surely_nfc(encode(U"a\u0315\u05AE")));
}

TEST(Normalization, TakesLinearTimeFromOneChangeToTheNext) {
  const std::u32string far(300'000, U'\u4E00');
  EXPECT_EQ(normal(far + U"\u0438\u0306" + far, kNfc), encode(far + U"\u0439" + far));
}

TEST(Normalization, SortsLongRunsOfMarks) {
  std::mt19937 random(4);
  std::u32string values = U"a";
  for (int i = 0; i < 500'000; ++i) values += random() % 2 == 0 ? U'\u0301' : U'\u0323';
  const std::string text = encode(values);
  for (const auto form : {kNfc, kNfd, kNfkc, kNfkd}) {
    const std::string once = normalize(text, form).text;
    EXPECT_EQ(normalize(once, form).text, once);
  }
  EXPECT_EQ(strip_accents(text).text, "a");
}

}  // namespace
}  // namespace broadsheet::text
