#include "broadsheet/terms/selection.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

Vocabulary vocabulary_of(std::initializer_list<std::string_view> terms) {
  Vocabulary vocabulary;
  for (const auto term : terms) vocabulary.add(term);
  return vocabulary;
}

TEST(IsNumber, KnowsDigitsWithTheirSignsScalesAndOrders) {
  for (const std::string_view term :
       {"1", "250,000", "3.9%", "$3.5bn", "US$5m", "us$5", "2005-06", "9/11", "10:30", "21st",
        "1990s", "7.30pm", "20\u20AC", "\u00BD", "\u0663"}) {
    EXPECT_TRUE(is_number(term)) << term;
  }
  for (const std::string_view term : {"", "a", "$", "%", "nato", "5km", "10-year", "covid-19",
                                      "g20", "bn", "5bnm", "5b5n", "\u4E00", "usdx$5", "1\u00E9"}) {
    EXPECT_FALSE(is_number(term)) << term;
  }
}

TEST(IsStemmable, IsTrueOfWordsAlone) {
  for (const std::string_view term : {"says", "don't", "long-range", "Zoe\u0308"}) {
    EXPECT_TRUE(is_stemmable(term)) << term;
  }
  for (const std::string_view term : {"u.s.", "@reuters", "#tags", "x@y.org", "1990s", "r&d"}) {
    EXPECT_FALSE(is_stemmable(term)) << term;
  }
}

TEST(Judge, NamesTheFirstReasonAgainstEachTerm) {
  const auto terms = vocabulary_of({"a", "the", "1990", "long\u00E9", "longer", "nato"});
  const auto verdicts = judge(terms, {.min_length = 2, .max_length = 5, .numbers = false},
                              vocabulary_of({"the", "a"}));
  EXPECT_EQ(verdicts,
            (std::vector<Verdict>{Verdict::kTooShort, Verdict::kStopWord, Verdict::kNumber,
                                  Verdict::kKept, Verdict::kTooLong, Verdict::kKept}));
}

TEST(Judge, RejectsLengthsOutOfRange) {
  EXPECT_THROW((void)judge({}, {.min_length = -1}, {}), std::invalid_argument);
  EXPECT_THROW((void)judge({}, {.min_length = 3, .max_length = 2}, {}), std::invalid_argument);
}

TEST(SelectTerms, KeepsTheOrderAndClosesTheGaps) {
  const std::vector<Verdict> verdicts{Verdict::kKept, Verdict::kNumber, Verdict::kKept};
  const Selection selection = select_terms(vocabulary_of({"b", "1", "a"}), verdicts, {});
  EXPECT_EQ(selection.new_ids, (std::vector<std::int32_t>{0, -1, 1}));
  EXPECT_EQ(selection.terms.bytes(), "ba");
}

TEST(SelectTerms, BringsTermsOfOneStemTogether) {
  const std::vector<Verdict> verdicts{Verdict::kKept, Verdict::kKept, Verdict::kStopWord,
                                      Verdict::kKept, Verdict::kKept};
  const std::vector<std::string_view> stems{"sanction", "say", "the", "sanction", ""};
  const Selection selection =
      select_terms(vocabulary_of({"sanctions", "says", "the", "sanction", "x"}), verdicts, stems);
  EXPECT_EQ(selection.new_ids, (std::vector<std::int32_t>{0, 1, -1, 0, -1}));
  EXPECT_EQ(selection.terms.size(), 2);
}

TEST(SelectTerms, RejectsListsOfAnotherLength) {
  const auto terms = vocabulary_of({"a"});
  const std::vector<Verdict> verdicts{Verdict::kKept};
  const std::vector<std::string_view> stems{"a", "b"};
  EXPECT_THROW((void)select_terms(terms, {}, {}), std::invalid_argument);
  EXPECT_THROW((void)select_terms(terms, verdicts, stems), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
