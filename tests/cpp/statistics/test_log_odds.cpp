#include "broadsheet/statistics/log_odds.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Values = std::vector<double>;

TEST(LogOdds, WorkedByHand) {
  // y = (2, 0), n = (6, 6), a = 0.01 and a0 = 0.08, of the formulas of Monroe et al. 2008.
  const Values prior(8, 0.01);
  const auto found =
      log_odds(Values{2, 1, 1, 1, 1, 0, 0, 0}, Values{0, 6, 0, 0, 0, 0, 0, 0}, prior);
  EXPECT_NEAR(found.log_odds[0], 5.70302, 5e-6);
  EXPECT_NEAR(found.z_scores[0], 0.568889, 5e-7);
  const double delta = std::log(2.01 / (6.08 - 2.01)) - std::log(0.01 / (6.08 - 0.01));
  EXPECT_DOUBLE_EQ(found.log_odds[0], delta);
  EXPECT_DOUBLE_EQ(found.z_scores[0], delta / std::sqrt(1 / 2.01 + 1 / 0.01));
  EXPECT_EQ(found.log_odds[7], 0);
}

TEST(LogOdds, ExchangingTheCorporaTurnsSignsAround) {
  const Values one{5, 0, 9};
  const Values other{2, 7, 1};
  const Values prior{1, 2, 0.5};
  const auto found = log_odds(one, other, prior);
  const auto turned = log_odds(other, one, prior);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_DOUBLE_EQ(found.log_odds[i], -turned.log_odds[i]);
    EXPECT_DOUBLE_EQ(found.z_scores[i], -turned.z_scores[i]);
  }
}

TEST(LogOdds, AWordThatNothingHasIsUndefined) {
  const auto found = log_odds(Values{0, 3}, Values{0, 5}, Values{0, 1});
  EXPECT_TRUE(std::isnan(found.log_odds[0]));
  EXPECT_TRUE(std::isnan(found.z_scores[0]));
}

TEST(LogOdds, NamesTheCountThatIsNone) {
  EXPECT_EQ(error_of([] { (void)log_odds(Values{1, 2}, Values{1, -2}, Values{1, 1}); }),
            "reference must be finite and not negative: row 1 is -2");
  EXPECT_EQ(error_of([] { (void)log_odds(Values{1, 2}, Values{1, 2}, Values{1}); }),
            "prior must have as many rows as target, 2, not 1");
}

}  // namespace
}  // namespace broadsheet::statistics
