#include "broadsheet/statistics/normal.hpp"

#include <cmath>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

TEST(Normal, PValuesOfEveryTable) {
  EXPECT_NEAR(normal_two_sided(1.959963984540054), 0.05, 1e-15);
  EXPECT_NEAR(normal_two_sided(-1.959963984540054), 0.05, 1e-15);
  EXPECT_EQ(normal_two_sided(0), 1);
  EXPECT_NEAR(chi_squared_above(3.841458820694124), 0.05, 1e-15);
  EXPECT_NEAR(chi_squared_above(6.634896601021213), 0.01, 1e-16);
  EXPECT_EQ(chi_squared_above(0), 1);
}

TEST(Normal, QuantilesOfEveryTable) {
  EXPECT_NEAR(normal_upper_quantile(0.5), 0, 1e-15);
  EXPECT_NEAR(normal_upper_quantile(0.025), 1.959963984540054, 1e-14);
  EXPECT_NEAR(normal_upper_quantile(0.005), 2.5758293035489004, 1e-14);
  EXPECT_NEAR(normal_upper_quantile(1e-9), 5.997807015007687, 1e-13);
}

TEST(Normal, QuantilesAreWhereTheTailIsThatLikely) {
  for (double p = 0.5; p > 1e-290; p /= 7) {
    EXPECT_NEAR(normal_two_sided(normal_upper_quantile(p)) / (2 * p), 1, 1e-11) << p;
  }
}

}  // namespace
}  // namespace broadsheet::statistics
