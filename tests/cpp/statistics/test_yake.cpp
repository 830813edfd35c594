#include "broadsheet/statistics/yake.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "errors.hpp"
#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

TEST(Yake, WeighsWordsByFiveFeaturesWorkedByHand) {
  const KeywordTexts texts({"wheat fell"});
  const YakeTerms terms = yake_terms(texts.vocabulary, {});
  const KeywordWords words = texts.words();
  const auto phrases = yake(words, texts.texts[0], terms, texts.vocabulary);
  // Both come once, in sentence 0 of 1, beside one neighbour: TCase 0, TPos ln(ln 3),
  // TFNorm 1 / (1 + 0), TRel 1 + 1 * 1 / 1 = 2, TSent 1, S = 2 TPos / (1 / 2 + 1 / 2).
  const double s = 2 * std::log(std::log(3.0));
  ASSERT_EQ(phrases.size(), 3U);
  EXPECT_EQ(phrases[0].size, 2);
  EXPECT_DOUBLE_EQ(phrases[0].score, s * s / (1 + 2 * s));
  EXPECT_DOUBLE_EQ(phrases[1].score, s / (1 + s));
  EXPECT_EQ(phrases[1].begin, 0);
}

TEST(Yake, TakesFormsThatDifferByAFinalSAsOneAndShortWordsAsStopwords) {
  terms::Vocabulary vocabulary;
  for (const char* term : {"prices", "price", "gas", "us", "the"}) vocabulary.add(term);
  terms::Vocabulary stopwords;
  stopwords.add("the");
  const YakeTerms terms = yake_terms(vocabulary, stopwords);
  EXPECT_EQ(terms.stems, (std::vector<std::int32_t>{0, 0, 1, 2, 3}));
  EXPECT_EQ(terms.is_stopword, (std::vector<std::uint8_t>{0, 0, 0, 1, 1}));
}

TEST(Yake, LeavesOutNearCopiesAndNumbers) {
  const KeywordTexts texts({"international markets, international market, 2010"});
  const YakeTerms terms = yake_terms(texts.vocabulary, {});
  const KeywordWords words = texts.words();
  const auto count = [&](double dedup) {
    return yake(words, texts.texts[0], terms, texts.vocabulary, {.dedup = dedup}).size();
  };
  EXPECT_EQ(count(1), 5U);
  EXPECT_EQ(count(0.9), 4U);
}

TEST(Yake, RefusesOptionsOutOfRange) {
  EXPECT_EQ(error_of([] { check(YakeOptions{.window = 0}); }), "window must be at least 1, not 0");
  EXPECT_EQ(error_of([] { check(YakeOptions{.dedup = 2}); }), "dedup must be from 0 to 1, not 2");
}

}  // namespace
}  // namespace broadsheet::statistics
