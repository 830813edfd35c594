#include "broadsheet/statistics/hit_terms.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

#include "statistics/found_hits.hpp"
#include "terms/token_samples.hpp"

namespace broadsheet::statistics {
namespace {

using Ids = std::vector<std::int32_t>;

class HitTerms : public ::testing::Test {
 protected:
  // b c in the first document, c in the second, d in the third.
  void SetUp() override {
    hits_.add(0, 1, 1);
    hits_.add(1, 0);
    hits_.add(2, 0);
  }
  terms::SampleTokens tokens_ = terms::tokens_of({"a b c d", "c b", "d"});
  FoundHits hits_{.hits = {}, .lengths = {1, 2}};
};

TEST_F(HitTerms, AreThoseBesideAndWithinTheNode) {
  const auto at = [&](Side side, std::int32_t distance) {
    return terms_at(tokens_.view(), hits_.view(), {side, distance});
  };
  EXPECT_EQ(at(Side::kLeft, 1), (Ids{0, -1, -1}));
  EXPECT_EQ(at(Side::kLeft, 2), (Ids{-1, -1, -1}));
  EXPECT_EQ(at(Side::kNode, 1), (Ids{1, 2, 3}));
  EXPECT_EQ(at(Side::kNode, 2), (Ids{2, -1, -1}));
  EXPECT_EQ(at(Side::kRight, 1), (Ids{3, 1, -1}));
  EXPECT_THROW((void)at(Side::kRight, 0), std::invalid_argument);
}

TEST_F(HitTerms, GroupHitsByTheirNode) {
  hits_.add(0, 1, 1);
  const auto found = group_hits(tokens_.view(), hits_.view(), {});
  EXPECT_EQ(found.groups, (Ids{0, 1, 2, 0}));
  EXPECT_EQ(found.terms.indptr, (std::vector<std::int64_t>{0, 2, 3, 4}));
  EXPECT_EQ(found.terms.words, (Ids{1, 2, 2, 3}));
}

TEST_F(HitTerms, GroupHitsByWhatStandsBeside) {
  hits_.add(0, 2);
  const auto found = group_hits(tokens_.view(), hits_.view(), {Side::kRight, 1});
  EXPECT_EQ(found.groups, (Ids{0, 1, -1, 0}));
  EXPECT_EQ(found.terms.words, (Ids{3, 1}));
}

}  // namespace
}  // namespace broadsheet::statistics
