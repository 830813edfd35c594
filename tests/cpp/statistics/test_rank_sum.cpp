#include "broadsheet/statistics/rank_sum.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/statistics/normal.hpp"
#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Values = std::vector<double>;

TEST(RankSum, AsKilgarriffPrintsIt) {
  // Kilgarriff 2001: a word in five samples of LOB and of Brown. LOB ranks 3, 5, 6, 7 and 10.
  const auto found = rank_sum(Values{12, 15, 18, 24, 88}, Values{3, 3, 13, 27, 33});
  EXPECT_EQ(found.rank_sum, 31);
  EXPECT_EQ(found.u, 16);
  // U - 25/2 - 1/2 over the root of 25/12 (11 - 6/90), for one tie of two.
  EXPECT_DOUBLE_EQ(found.z, 3 / std::sqrt(25 / 12.0 * (11 - 6 / 90.0)));
  EXPECT_DOUBLE_EQ(found.p, normal_two_sided(found.z));
}

TEST(RankSum, TiesShareTheMeanOfTheirRanks) {
  const auto found = rank_sum(Values{1, 2, 2}, Values{2, 3});  // Ranks 1, 3, 3, 3, 5.
  EXPECT_EQ(found.rank_sum, 7);
  EXPECT_EQ(found.u, 1);
}

TEST(RankSum, NothingDiffersWhereAllIsEqual) {
  const auto found = rank_sum(Values(5, 0), Values(5, 0));
  EXPECT_EQ(found.u, 12.5);
  EXPECT_TRUE(std::isnan(found.z));
  EXPECT_TRUE(std::isnan(found.p));
  EXPECT_TRUE(std::isnan(rank_sum(Values{}, Values{1, 2}).p));
  EXPECT_EQ(rank_sum(Values{1, 3}, Values{0, 4}).p, 1);
}

TEST(RankSum, OfManyWordsIsThatOfEach) {
  Values target;
  Values reference;
  for (int i = 0; i < 200 * 6; ++i) target.push_back(i * 7 % 11);
  for (int i = 0; i < 200 * 4; ++i) reference.push_back(i * 5 % 13);
  const auto found = rank_sums(target, reference, 200, {.n_threads = 3});
  for (std::size_t word = 0; word < 200; word += 11) {
    const auto alone =
        rank_sum(std::span(target).subspan(word * 6, 6), std::span(reference).subspan(word * 4, 4));
    EXPECT_EQ(found.rank_sum[word], alone.rank_sum);
    EXPECT_EQ(found.u[word], alone.u);
    EXPECT_EQ(found.z[word], alone.z);
    EXPECT_EQ(found.p[word], alone.p);
  }
  EXPECT_TRUE(rank_sums({}, {}, 0, {}).p.empty());
}

TEST(RankSum, NamesTheValueThatIsNone) {
  EXPECT_EQ(error_of([] { (void)rank_sums(Values{1, 2}, Values{1, std::nan("")}, 2, {}); }),
            "reference must be finite: row 1 holds nan");
}

}  // namespace
}  // namespace broadsheet::statistics
