#include "broadsheet/statistics/textrank.hpp"

#include <map>

#include <gtest/gtest.h>

#include "errors.hpp"
#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

class Textrank : public ::testing::Test {
 protected:
  KeywordTexts texts_{{kAbstract}};
  KeywordWords words_ = texts_.words();
  std::vector<std::uint8_t> is_stopword_ = texts_.listed(
      {"of", "over", "the", "a", "and", "are", "considered", "for", "all", "given", "these", "can",
       "be", "used", "in", "generating", "constructing", "supporting", "solving"});
};

TEST_F(Textrank, ComesToThePrintedScoresOfWords) {
  const std::vector<double> scores = textrank_scores(words_, is_stopword_);
  // Source: Mihalcea and Tarau (2004), figure 2. They stop iterating earlier. Their 1.46 for
  // "numbers" cannot come about: its one neighbour, "natural", has no other, so both have 1.
  const std::map<std::string_view, double> printed{
      {"inequations", 1.45}, {"linear", 1.29}, {"diophantine", 1.28}, {"upper", 0.99},
      {"bounds", 0.99},      {"strict", 0.77}, {"numbers", 1}};
  std::size_t n_found = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const auto found = printed.find(texts_.vocabulary.term(words_.terms[i]));
    if (found == printed.end()) continue;
    ++n_found;
    EXPECT_NEAR(scores[i], found->second, 0.021) << found->first;
  }
  EXPECT_EQ(n_found, 9U);
}

TEST_F(Textrank, SolvesTwoNeighboursByHand) {
  const KeywordTexts texts({"wheat corn wheat, oats"});
  // A pair shares its whole score, so 1 = 0.15 + 0.85; a word alone keeps 0.15.
  EXPECT_EQ(textrank_scores(texts.words(), texts.listed({})), (std::vector<double>{1, 1, 1, 0.15}));
}

TEST_F(Textrank, FindsNothingAmongStopwordsAndOneWordInOne) {
  const KeywordTexts texts({"wheat"});
  EXPECT_TRUE(textrank(texts.words(), texts.listed({"wheat"})).empty());
  EXPECT_EQ(textrank(texts.words(), texts.listed({})), (std::vector<Keyphrase>{{0, 1, 0.15}}));
}

TEST_F(Textrank, RefusesOptionsOutOfRange) {
  EXPECT_EQ(error_of([&] { (void)textrank(words_, is_stopword_, {.window = 1}); }),
            "window must be at least 2, not 1");
  EXPECT_EQ(error_of([&] { (void)textrank(words_, is_stopword_, {.damping = 1}); }),
            "damping must be from 0 to 0.99, not 1");
}

}  // namespace
}  // namespace broadsheet::statistics
