#include "broadsheet/statistics/keyphrases.hpp"

#include <gtest/gtest.h>

#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

TEST(Keyphrases, AreRankedByScoreThenByTheirEndThenTheShorter) {
  std::vector<Keyphrase> phrases{{4, 1, 1.0}, {0, 2, 2.0}, {1, 1, 2.0}, {0, 1, 2.0}};
  rank(phrases, BestScore::kHighest);
  EXPECT_EQ(phrases, (std::vector<Keyphrase>{{0, 1, 2.0}, {1, 1, 2.0}, {0, 2, 2.0}, {4, 1, 1.0}}));
  rank(phrases, BestScore::kLowest);
  EXPECT_EQ(phrases.front(), (Keyphrase{4, 1, 1.0}));
}

TEST(Keyphrases, StandInEveryPlaceWithinARun) {
  const KeywordTexts texts({"wheat prices fell, wheat and wheat prices, prices"});
  const std::vector<Keyphrase> phrases{{0, 2, 0}, {1, 1, 0}, {0, 1, 0}};
  using Places = std::vector<std::vector<std::int32_t>>;
  EXPECT_EQ(places(texts.words(), phrases), (Places{{0, 5}, {1, 6, 7}, {0, 3, 5}}));
}

}  // namespace
}  // namespace broadsheet::statistics
