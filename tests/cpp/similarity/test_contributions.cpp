#include "broadsheet/similarity/contributions.hpp"

#include <cmath>
#include <numeric>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

TEST(Contributions, AreTheSharedTermsWorkedByHand) {
  const auto matrix = matrix_of<float>({{3, 0, 4, 0}, {2, 1, 2, 0}});
  const auto why = contributions(matrix.view(), 0, matrix.view(), 1, Measure::kCosine);
  EXPECT_EQ(why.columns, (std::vector<std::int32_t>{2, 0}));
  EXPECT_EQ(why.left_weights, (std::vector<double>{4, 3}));
  EXPECT_EQ(why.right_weights, (std::vector<double>{2, 2}));
  EXPECT_DOUBLE_EQ(why.contributions[0], 8.0 / 15);
  EXPECT_DOUBLE_EQ(why.contributions[1], 6.0 / 15);
  EXPECT_DOUBLE_EQ(why.score, 14.0 / 15);
}

TEST(Contributions, OfADotProductMayTakeAway) {
  const auto left = matrix_of<double>({{1, -2, 3}});
  const auto right = matrix_of<double>({{5, 5, 5}, {0, 0, 0}});
  const auto why = contributions(left.view(), 0, right.view(), 0, Measure::kDot);
  EXPECT_EQ(why.columns, (std::vector<std::int32_t>{2, 0, 1}));
  EXPECT_EQ(why.contributions, (std::vector<double>{15, 5, -10}));
  EXPECT_EQ(why.score, 10);
  const auto none = contributions(left.view(), 0, right.view(), 1, Measure::kCosine);
  EXPECT_TRUE(none.columns.empty());
  EXPECT_EQ(none.score, 0);
}

TEST(Contributions, OfSetsAreOneOverTheTermsOfEither) {
  const auto matrix = matrix_of<double>({{3, 0, 4, 2}, {0, 1, 2, 2}});
  const auto of = [&](Measure measure) {
    const auto why = contributions(matrix.view(), 0, matrix.view(), 1, measure);
    EXPECT_EQ(why.left_weights, (std::vector<double>{4, 2}));
    return why.contributions;
  };
  EXPECT_EQ(of(Measure::kJaccard), (std::vector<double>{0.25, 0.25}));
  EXPECT_EQ(of(Measure::kDice), (std::vector<double>{1.0 / 3, 1.0 / 3}));
  EXPECT_EQ(of(Measure::kOverlap), (std::vector<double>{1.0 / 3, 1.0 / 3}));
  EXPECT_EQ(of(Measure::kContainment), (std::vector<double>{1.0 / 3, 1.0 / 3}));
  // Lesser weights 2 and 2 of greater ones 3 + 1 + 4 + 2.
  EXPECT_EQ(of(Measure::kGeneralizedJaccard), (std::vector<double>{0.2, 0.2}));
}

TEST(Contributions, AreNotOfStoredZerosAndTieByTheSmallerColumn) {
  Matrix<float> matrix{.n_columns = 4};
  matrix.add_row({{0, 1.0F}, {1, 0.0F}, {2, 1.0F}, {3, 1.0F}});
  const auto why = contributions(matrix.view(), 0, matrix.view(), 0, Measure::kDot);
  EXPECT_EQ(why.columns, (std::vector<std::int32_t>{0, 2, 3}));
}

TEST(Contributions, SumToTheScoreAndAreTheSameFromEitherSide) {
  std::mt19937_64 random(3);
  for (const auto measure : kMeasures) {
    const auto matrix = random_matrix<float>({.n_rows = 30,
                                              .n_columns = 50,
                                              .density = 0.8,
                                              .is_signed = part_of(measure) == Part::kProduct},
                                             random);
    for (std::int64_t i = 0; i < 30; ++i) {
      for (std::int64_t j = 0; j < 30; ++j) {
        const auto why = contributions(matrix.view(), i, matrix.view(), j, measure);
        const auto back = contributions(matrix.view(), j, matrix.view(), i, measure);
        EXPECT_NEAR(std::accumulate(why.contributions.begin(), why.contributions.end(), 0.0),
                    why.score, 1e-13);
        if (measure == Measure::kContainment) continue;
        EXPECT_EQ(why.score, back.score);
        EXPECT_EQ(why.columns, back.columns);
        EXPECT_EQ(why.left_weights, back.right_weights);
      }
    }
  }
}

TEST(Contributions, SayWhatIsWrong) {
  const auto matrix = matrix_of<float>({{1, 2}});
  const auto wider = matrix_of<float>({{1, 2, 3}});
  EXPECT_THROW((void)contributions(matrix.view(), 0, wider.view(), 0, Measure::kDot),
               std::invalid_argument);
  EXPECT_THROW((void)contributions(matrix.view(), 1, matrix.view(), 0, Measure::kDot),
               std::out_of_range);
  EXPECT_THROW((void)contributions(matrix.view(), 0, matrix.view(), -1, Measure::kDot),
               std::out_of_range);
}

}  // namespace
}  // namespace broadsheet::similarity
