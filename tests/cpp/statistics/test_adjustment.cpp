#include "broadsheet/statistics/adjustment.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Values = std::vector<double>;

void expect_near(const Values& found, const Values& expected) {
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 1e-15) << i;
}

TEST(Adjustment, WorkedByHand) {
  const Values p{0.01, 0.04, 0.03, 0.5};  // Ranks 1, 3, 2, 4.
  expect_near(adjusted(p, Adjustment::kBonferroni), {0.04, 0.16, 0.12, 1});
  expect_near(adjusted(p, Adjustment::kHolm), {0.04, 0.09, 0.09, 0.5});
  expect_near(adjusted(p, Adjustment::kBenjaminiHochberg), {0.04, 0.16 / 3, 0.16 / 3, 0.5});
}

TEST(Adjustment, RejectsAsBenjaminiAndHochbergDo) {
  // Benjamini and Hochberg 1995, section 3.2: 15 p-values, of which at 0.05 their procedure rejects
  // four, Bonferroni's three.
  const Values p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const auto n_rejected = [&](Adjustment method) {
    int n = 0;
    for (const double value : adjusted(p, method)) n += value <= 0.05;
    return n;
  };
  EXPECT_EQ(n_rejected(Adjustment::kBenjaminiHochberg), 4);
  EXPECT_EQ(n_rejected(Adjustment::kBonferroni), 3);
}

TEST(Adjustment, TiesAreEqualAndValuesStayAtMostOne) {
  for (const auto method :
       {Adjustment::kBonferroni, Adjustment::kHolm, Adjustment::kBenjaminiHochberg}) {
    const auto found = adjusted(Values{0.2, 0.9, 0.2, 1, 0.9}, method);
    EXPECT_EQ(found[0], found[2]);
    EXPECT_EQ(found[1], found[4]);
    for (const double value : found) EXPECT_LE(value, 1);
    EXPECT_TRUE(adjusted(Values{}, method).empty());
    EXPECT_EQ(adjusted(Values{0.3}, method)[0], 0.3);
  }
}

TEST(Adjustment, WhatIsNoNumberIsNoComparison) {
  const auto found = adjusted(Values{0.01, std::nan(""), 0.02}, Adjustment::kBonferroni);
  EXPECT_DOUBLE_EQ(found[0], 0.02);
  EXPECT_TRUE(std::isnan(found[1]));
  EXPECT_DOUBLE_EQ(found[2], 0.04);
}

TEST(Adjustment, NamesTheRowThatIsNoProbability) {
  const auto error = [](double p) {
    return error_of([=] { (void)adjusted(Values{0.5, p}, Adjustment::kHolm); });
  };
  EXPECT_EQ(error(1.5), "p_values must lie in [0, 1]: row 1 is 1.5");
  EXPECT_EQ(error(-0.1), "p_values must lie in [0, 1]: row 1 is -0.1");
  EXPECT_EQ(error(std::numeric_limits<double>::infinity()),
            "p_values must lie in [0, 1]: row 1 is inf");
}

}  // namespace
}  // namespace broadsheet::statistics
