#include "broadsheet/statistics/contingency.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

TEST(Contingency, AddsUpItsMargins) {
  const Contingency table{1, 2, 3, 4};
  EXPECT_EQ(table.row_1(), 3);
  EXPECT_EQ(table.row_2(), 7);
  EXPECT_EQ(table.column_1(), 4);
  EXPECT_EQ(table.column_2(), 6);
  EXPECT_EQ(table.total(), 10);
  EXPECT_DOUBLE_EQ(table.expected(), 1.2);
  EXPECT_DOUBLE_EQ(table.difference(), -0.2);
}

TEST(Contingency, DeterminantKeepsItsDigitsWhereProductsCancel) {
  // (2^27 + 1)^2 - 2^27 (2^27 + 2) = 1, of products that a double cannot tell apart.
  const double big = 1 << 27;
  EXPECT_EQ((Contingency{big + 1, big, big + 2, big + 1}.determinant()), 1);
  EXPECT_EQ((Contingency{1, 2, 3, 4}.determinant()), -2);
}

TEST(Contingency, KnowsAnEmptyMarginFromAnEmptyCell) {
  EXPECT_FALSE((Contingency{0, 1, 1, 0}.has_empty_margin()));
  EXPECT_TRUE((Contingency{0, 0, 1, 1}.has_empty_margin()));
  EXPECT_TRUE((Contingency{1, 1, 0, 0}.has_empty_margin()));
  EXPECT_TRUE((Contingency{0, 1, 0, 1}.has_empty_margin()));
  EXPECT_TRUE((Contingency{1, 0, 1, 0}.has_empty_margin()));
  EXPECT_TRUE(Contingency{}.has_empty_margin());
}

TEST(Contingency, KnowsFractions) {
  EXPECT_TRUE((Contingency{0, 1, 2, 1e15}.is_whole()));
  EXPECT_FALSE((Contingency{0, 1, 2, 0.5}.is_whole()));
  EXPECT_FALSE((Contingency{0.5, 1, 2, 3}.is_whole()));
}

std::string complaint(const std::vector<double>& o12, const std::vector<double>& o22) {
  const std::vector<double> two{1, 2};
  return error_of([&] { check(ContingencyView{two, o12, two, o22}); });
}

TEST(Contingency, NamesTheCellThatIsNoCount) {
  EXPECT_EQ(complaint({0, 0.5}, {1, 2}), "");
  EXPECT_EQ(complaint({1, -1}, {1, 2}), "o12 must be finite and not negative: row 1 is -1");
  EXPECT_EQ(complaint({1, 1}, {std::nan(""), 2}),
            "o22 must be finite and not negative: row 0 is nan");
  EXPECT_EQ(complaint({1, 1}, {1, std::numeric_limits<double>::infinity()}),
            "o22 must be finite and not negative: row 1 is inf");
  EXPECT_EQ(complaint({1}, {1, 2}), "o12 must have as many rows as o11, 2, not 1");
}

}  // namespace
}  // namespace broadsheet::statistics
