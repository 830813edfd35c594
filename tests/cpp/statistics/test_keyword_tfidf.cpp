#include "broadsheet/statistics/keyword_tfidf.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "errors.hpp"
#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

TEST(KeywordTfidf, WeighsCandidatesWorkedByHand) {
  const KeywordTexts texts({"wheat of Kansas, wheat", "wheat"});
  const KeywordRuns runs = keyword_runs(texts.cut(), texts.ids, {});
  const auto is_stopword = texts.listed({"of"});
  const KeywordTfidf tfidf(runs, texts.vocabulary, is_stopword, {});
  const double rare = std::log(3.0 / 2.0) + 1;
  EXPECT_EQ(tfidf.keyphrases(0, texts.words(0)),
            (std::vector<Keyphrase>{{0, 1, 2}, {2, 1, rare}, {0, 3, rare}}));
  EXPECT_EQ(tfidf.keyphrases(1, texts.words(1)), (std::vector<Keyphrase>{{0, 1, 1}}));
}

TEST(KeywordTfidf, CountsDocumentsFromTheFirstThatItIsTold) {
  const KeywordTexts texts({"wheat fell", "wheat"});
  const KeywordRuns runs = keyword_runs(texts.cut(), texts.ids, {.n_threads = 2, .chunk_size = 1});
  const auto is_stopword = texts.listed({});
  const KeywordTfidf tfidf(runs, texts.vocabulary, is_stopword,
                           {.max_words = 1, .first_document = 1});
  EXPECT_EQ(tfidf.keyphrases(0, texts.words(0)),
            (std::vector<Keyphrase>{{1, 1, std::log(2.0) + 1}, {0, 1, 1}}));
}

TEST(KeywordTfidf, FindsNothingInNothingAndRefusesNoWords) {
  const KeywordTexts texts({""});
  const KeywordRuns runs = keyword_runs(texts.cut(), texts.ids, {});
  EXPECT_TRUE(KeywordTfidf(runs, texts.vocabulary, {}, {}).keyphrases(0, texts.words()).empty());
  EXPECT_EQ(error_of([&] { KeywordTfidf(runs, texts.vocabulary, {}, {.max_words = 0}); }),
            "max_words must be from 1 to 255, not 0");
}

}  // namespace
}  // namespace broadsheet::statistics
