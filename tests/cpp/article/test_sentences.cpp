#include "broadsheet/article/sentences.hpp"

#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "article/junk.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::article {
namespace {

using Strings = std::vector<std::string>;

Strings split(std::string_view paragraph) {
  Strings sentences;
  for (const auto span : split_sentences(paragraph)) {
    sentences.emplace_back(text::slice(paragraph, span));
  }
  return sentences;
}

// Each case is written as its sentences; joined by a space they must come apart again.
class SplitsAsAReader : public testing::TestWithParam<Strings> {};

TEST_P(SplitsAsAReader, Would) {
  std::string paragraph;
  for (const auto& sentence : GetParam()) paragraph += (paragraph.empty() ? "" : " ") + sentence;
  EXPECT_EQ(split(paragraph), GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Titles, SplitsAsAReader,
    testing::Values(Strings{"Mr. Smith met Mrs. Jones and Dr. Lee.", "He left."},
                    Strings{"Sen. Tom Carper, Rep. Jane Doe and Gov. Mike Pence spoke."},
                    Strings{"Lt. Gen. Ricardo Sanchez and Lt. Gov. Smith agreed.", "So did we."},
                    Strings{"The case Roe v. Wade was cited.", "It stands."},
                    Strings{"SEN. SMITH MET GEN. JONES."},
                    Strings{"It is under review by the SEC.", "Companies wait."}));

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, SplitsAsAReader,
    testing::Values(Strings{"Shares of Apple Inc. Chief Tim Cook rose."},
                    Strings{"He works for Acme Corp.", "The company is old."},
                    Strings{"Acme Co. Ltd. sold it to Smith Bros. Holdings."},
                    Strings{"It met on Jan. 5 and on Sept. 11, 2001.", "Nobody came."},
                    Strings{"He came in Nov. from Boston, Mass.", "Smith did not."},
                    Strings{
                        "Sen. Barbara Boxer (D-Calif.) Monday praised Gen. Peake (Ret.) again."}));

INSTANTIATE_TEST_SUITE_P(
    Initialisms, SplitsAsAReader,
    testing::Values(Strings{"He lives in the U.S.", "The law applies."},
                    Strings{"The U.S. Senate and the U.N. Security Council met."},
                    Strings{"Talks with the U.S.", "But Russia refused."},
                    Strings{"J. Smith, George W. Bush and J.P. Morgan met."},
                    Strings{"It is No. 1 in Sec. 5.", "No.", "That is all."},
                    Strings{"He left Washington, D.C.", "\"I am free,\" he said."}));

INSTANTIATE_TEST_SUITE_P(
    Times, SplitsAsAReader,
    testing::Values(Strings{"It began at 5 p.m. Monday and ended at 9 a.m. EST."},
                    Strings{"It began at 8 p.m.", "Officials said nothing."}));

INSTANTIATE_TEST_SUITE_P(
    Quotations, SplitsAsAReader,
    testing::Values(Strings{"\"Stop!\" he said.", "She did."},
                    Strings{"\"Are you mad?\" Smith asked.", "He was."},
                    Strings{"\"Why?\" President Jane Doe said."},
                    Strings{"\"Why?\"", "The room was silent."},
                    Strings{"\"Why?\"", "Mr Blair said he would not say."},
                    Strings{"\"Why?\"", "He said: \"We need it.\""},
                    Strings{"\"I work for Acme Corp.\"", "Smith agreed."},
                    Strings{"He called it \"a victory.\"", "\"We won,\" he said."},
                    Strings{"\u201cWe will win.\u201d", "\u201cWe always do,\u201d he added."},
                    Strings{"It fell (it had risen before.)", "Then it rose."},
                    Strings{"\"We came.", "We saw,\" he said, \"and we won.\""}));

INSTANTIATE_TEST_SUITE_P(Numbers, SplitsAsAReader,
                         testing::Values(Strings{"Output rose 3.9 percent to $3.5 billion.",
                                                 "That is 0.5 more."},
                                         Strings{"1. The first item."},
                                         Strings{"He waited ... and waited.", "Nothing came."},
                                         Strings{"Er kam am 5. Oktober an.", "Dann ging er."}));

INSTANTIATE_TEST_SUITE_P(Names, SplitsAsAReader,
                         testing::Values(Strings{"Yahoo! Inc. fell.", "It rose."},
                                         Strings{"He likes Jay-Z.", "Soul singers do."},
                                         Strings{"It is second after AT&T.",
                                                 "Consolidation goes on."},
                                         Strings{"He sold it!", "iPhone sales rose."}));

INSTANTIATE_TEST_SUITE_P(
    Languages, SplitsAsAReader,
    testing::Values(Strings{"\u041c\u043e\u0441\u043a\u0432\u0430 \u0436\u0434\u0435\u0442.",
                            "\u041e\u0442\u0432\u0435\u0442\u0430 \u043d\u0435\u0442."},
                    Strings{"\u00bfPor qu\u00e9?", "No se sabe."},
                    Strings{"Il est parti.", "Elle est rest\u00e9e."}));

TEST(Sentences, AreNotEndedByTheLineEndsOfAWrappedParagraph) {
  EXPECT_EQ(
      split("Showers continued throughout the week in\nthe Bahia zone. Prices\r\nrose."),
      (Strings{"Showers continued throughout the week in\nthe Bahia zone.", "Prices\r\nrose."}));
}

TEST(Sentences, OfChineseNeedNoSpace) {
  EXPECT_EQ(split("\u4ed6\u6765\u4e86\u3002\u4ed6\u8d70\u4e86\u3002"),
            (Strings{"\u4ed6\u6765\u4e86\u3002", "\u4ed6\u8d70\u4e86\u3002"}));
}

TEST(Sentences, OfNothingAreNone) {
  EXPECT_TRUE(split("").empty());
  EXPECT_TRUE(split(" \n\t\u00a0").empty());
}

TEST(Sentences, CoverAllButWhiteSpaceOfJunk) {
  for (unsigned seed = 0; seed < 3000; ++seed) {
    const auto junk = testing_junk::article(seed);
    std::int64_t end = 0;
    for (const auto span : split_sentences(junk)) {
      EXPECT_LT(span.begin, span.end);
      EXPECT_TRUE(split(junk.substr(static_cast<std::size_t>(end),
                                    static_cast<std::size_t>(span.begin - end)))
                      .empty());
      EXPECT_FALSE(text::find_invalid_utf8(text::slice(junk, span)));
      end = span.end;
    }
    EXPECT_TRUE(split(junk.substr(static_cast<std::size_t>(end))).empty());
  }
}

}  // namespace
}  // namespace broadsheet::article
