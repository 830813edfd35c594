#include "broadsheet/text/case.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;

TEST(Case, LowersAsciiInPlace) {
  const MappedText lower = to_lower("NATO @[Az`{ 7");
  EXPECT_EQ(lower.text, "nato @[az`{ 7");
  EXPECT_TRUE(lower.starts.empty());
}

TEST(Case, LowersLettersThatKeepOrChangeTheirLength) {
  EXPECT_EQ(to_lower(encode(U"\u00C9T\u00C9 \u041C\u0418\u0420")).text,
            encode(U"\u00E9t\u00E9 \u043C\u0438\u0440"));
  const MappedText kelvin = to_lower(encode(U"5 \u212A."));  // Kelvin sign to k.
  EXPECT_EQ(kelvin.text, "5 k.");
  EXPECT_EQ(kelvin.origin({2, 3}), (Span{2, 5}));
  EXPECT_EQ(kelvin.origin({3, 4}), (Span{5, 6}));
}

TEST(Case, LowersDottedCapitalIToTwoCodePoints) {
  const MappedText lower = to_lower(encode(U"\u0130x"));
  EXPECT_EQ(lower.text, encode(U"i\u0307x"));
  EXPECT_EQ(lower.origin({0, 1}), (Span{0, 2}));
  EXPECT_EQ(lower.origin({0, 3}), (Span{0, 2}));
  EXPECT_EQ(lower.origin({3, 4}), (Span{2, 3}));
}

TEST(Case, WritesAFinalSigmaAfterALetterAtTheEndOfAWord) {
  EXPECT_EQ(to_lower(encode(U"\u039F\u03A3 \u03A3\u039F \u03A3")).text,
            encode(U"\u03BF\u03C2 \u03C3\u03BF \u03C3"));
  EXPECT_EQ(to_lower(encode(U"a\u0301\u03A3'\u0301!")).text, encode(U"a\u0301\u03C2'\u0301!"));
  EXPECT_EQ(to_lower(encode(U"a\u03A3.b")).text, encode(U"a\u03C3.b"));
}

TEST(Case, FoldsMoreThanItLowers) {
  EXPECT_EQ(fold_case(encode(U"Stra\u00DFe")).text, "strasse");
  EXPECT_EQ(fold_case(encode(U"\u00DF")).origin({0, 1}), (Span{0, 2}));
  EXPECT_EQ(fold_case(encode(U"\u03C2\u03A3")).text, encode(U"\u03C3\u03C3"));
  EXPECT_EQ(fold_case(encode(U"\uFB03")).text, "ffi");
  EXPECT_EQ(fold_case(encode(U"\u1E9E")).text, "ss");
  EXPECT_EQ(fold_case(encode(U"\u13A0\uAB70")).text, encode(U"\u13A0\u13A0"));  // Cherokee.
}

TEST(Case, LowersWhatDoesNotDependOnItsNeighbours) {
  EXPECT_EQ(lower_alone(U'A'), U'a');
  EXPECT_EQ(lower_alone(U'1'), U'1');
  EXPECT_EQ(lower_alone(U'\u0416'), U'\u0436');
  EXPECT_EQ(lower_alone(U'\u212A'), U'k');  // The sign of the kelvin.
  EXPECT_EQ(lower_alone(U'\u0130'), std::nullopt);
  EXPECT_EQ(lower_alone(U'\u03A3'), std::nullopt);
}

TEST(Case, AppendsLowerCase) {
  std::string text = "A";
  append_lower(text, encode(U"B\u00C9"));
  EXPECT_EQ(text, encode(U"Ab\u00E9"));
}

TEST(Case, TakesLinearTimeOnRunsOfSigmasAndMarks) {
  std::u32string values(200'000, U'\u03A3');
  EXPECT_EQ(to_lower(encode(values)).text.size(), 2 * values.size());
  values.append(1'000'000, U'\u0301');
  EXPECT_EQ(to_lower(encode(values + U"\u03A3")).text.size(), 2 * values.size() + 2);
}

TEST(Case, OfNothingIsNothing) {
  EXPECT_EQ(to_lower("").text, "");
  EXPECT_EQ(fold_case("").text, "");
}

}  // namespace
}  // namespace broadsheet::text
