#include "broadsheet/statistics/rake.hpp"

#include <utility>

#include <gtest/gtest.h>

#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

TEST(Rake, GivesThePrintedScoresOfThePrintedAbstract) {
  const KeywordTexts texts({kAbstract});
  const KeywordWords words = texts.words();
  // Source: Rose et al. (2010), figure 1.2, lists the candidates: the others are stop words.
  const auto is_stopword =
      texts.listed({"of", "over", "the", "a", "and", "are", "considered", "for", "all", "types",
                    "given", "these", "can", "be", "used", "construction", "in", "mixed"});
  const std::vector<Keyphrase> phrases = rake(words, is_stopword);
  // The paper has the first two as 8.7 and 8.5. All twenty with these digits are in the README of
  // github.com/L-ear/RAKE, which repeats it.
  const std::vector<std::pair<std::string, double>> printed{{"minimal generating sets", 26 / 3.0},
                                                            {"linear Diophantine equations", 8.5},
                                                            {"minimal supporting set", 23 / 3.0},
                                                            {"minimal set", 14 / 3.0},
                                                            {"linear constraints", 4.5},
                                                            {"natural numbers", 4},
                                                            {"strict inequations", 4},
                                                            {"nonstrict inequations", 4},
                                                            {"Upper bounds", 4},
                                                            {"corresponding algorithms", 3.5},
                                                            {"set", 2},
                                                            {"algorithms", 1.5},
                                                            {"Compatibility", 1},
                                                            {"systems", 1},
                                                            {"Criteria", 1},
                                                            {"system", 1},
                                                            {"components", 1},
                                                            {"solutions", 1},
                                                            {"constructing", 1},
                                                            {"solving", 1}};
  ASSERT_EQ(phrases.size(), printed.size());
  for (std::size_t i = 0; i < printed.size(); ++i) {
    EXPECT_EQ(texts.written(words, phrases[i]), printed[i].first);
    EXPECT_DOUBLE_EQ(phrases[i].score, printed[i].second);
  }
}

TEST(Rake, JoinsCandidatesThatAdjoinTwice) {
  const KeywordTexts texts({"axis of evil, axis of evil, lord of light"});
  const KeywordWords words = texts.words();
  const std::vector<Keyphrase> phrases = rake(words, texts.listed({"of"}));
  ASSERT_EQ(phrases.size(), 5U);
  EXPECT_EQ(phrases.front(), (Keyphrase{0, 3, 2}));
  EXPECT_EQ(texts.written(words, phrases.front()), "axis of evil");
}

TEST(Rake, FindsNothingAmongStopwords) {
  const KeywordTexts texts({"of the"});
  EXPECT_TRUE(rake(texts.words(), texts.listed({"of", "the"})).empty());
}

}  // namespace
}  // namespace broadsheet::statistics
