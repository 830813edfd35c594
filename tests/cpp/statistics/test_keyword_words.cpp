#include "broadsheet/statistics/keyword_words.hpp"

#include <gtest/gtest.h>

#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

using Indptr = std::vector<std::int32_t>;

TEST(KeywordWords, EndsRunsAtPunctuationAndSentences) {
  const KeywordWords words = KeywordTexts({"It rained, and wheat fell. Corn rose!"}).words();
  EXPECT_EQ(words.run_indptr, (Indptr{0, 2, 5, 7}));
  EXPECT_EQ(words.sentences, (Indptr{0, 0, 1}));
  EXPECT_EQ(words.n_sentences(), 2);
  EXPECT_EQ(words.spans[5], (text::Span{27, 31}));
}

TEST(KeywordWords, KeepsRunsWholeAcrossPossessivesAndBlanks) {
  EXPECT_EQ(KeywordTexts({"Moscow's wheat  exports fell"}).words().run_indptr, (Indptr{0, 4}));
  EXPECT_EQ(KeywordTexts({"Moscow\u2019s wheat \"exports\""}).words().run_indptr,
            (Indptr{0, 2, 3}));
}

TEST(KeywordWords, HasNoRunOfNothing) {
  for (const std::string_view text : {"", "...", " \n"}) {
    const KeywordWords words = KeywordTexts({text}).words();
    EXPECT_EQ(words.run_indptr, Indptr{0});
    EXPECT_EQ(words.n_sentences(), 0);
  }
}

}  // namespace
}  // namespace broadsheet::statistics
