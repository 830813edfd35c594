#include "broadsheet/statistics/vocabulary_growth.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Values = std::vector<double>;

TEST(VocabularyGrowth, CountsTypesAmongTheFirstTokens) {
  const std::vector<std::int64_t> indptr{0, 3, 6};
  const std::vector<std::int32_t> ids{2, 0, 2, 0, 3, 1};
  const std::vector<std::int64_t> at{0, 1, 3, 3, 5, 6};
  EXPECT_EQ(vocabulary_growth(terms::TokenIdsView{indptr, ids, 5}, at),
            (std::vector<std::int64_t>{0, 1, 2, 2, 3, 4}));
  const std::vector<std::int64_t> beyond{2, 7};
  EXPECT_EQ(error_of([&] { (void)vocabulary_growth(terms::TokenIdsView{indptr, ids, 5}, beyond); }),
            "numbers of tokens must ascend in [0, 6]: 7 comes after 2");
}

TEST(VocabularyGrowth, HeapsLawIsFoundWhereItHolds) {
  Values n_tokens;
  Values n_types;
  for (double n = 10; n < 1e6; n *= 3) {
    n_tokens.push_back(n);
    n_types.push_back(4 * std::pow(n, 0.6));
  }
  const HeapsLaw law = heaps(n_tokens, n_types);
  EXPECT_NEAR(law.k, 4, 1e-12);
  EXPECT_NEAR(law.exponent, 0.6, 1e-14);
  EXPECT_NEAR(law.r_squared, 1, 1e-14);
  // ln V = 0, ln 2, ln 2 at ln N = 0, ln 2, ln 4: slope 1/2, r^2 = 3/4.
  const HeapsLaw by_hand = heaps(Values{1, 2, 4}, Values{1, 2, 2});
  EXPECT_NEAR(by_hand.exponent, 0.5, 1e-15);
  EXPECT_NEAR(by_hand.r_squared, 0.75, 1e-15);
  EXPECT_TRUE(std::isnan(heaps(Values{3, 3}, Values{2, 2}).exponent));
}

TEST(VocabularyGrowth, ZipfsLawIsFoundWhereItHolds) {
  for (const double a : {0.5, 1.0, 1.7}) {
    Values counts{0};
    for (int rank = 500; rank >= 1; --rank) counts.push_back(1e4 * std::pow(rank, -a));
    const ZipfLaw law = zipf(counts);
    EXPECT_NEAR(law.exponent, a, 1e-12);
    EXPECT_NEAR(law.k, 1e4, 1e-6);
  }
  // Two terms: 3 : 1 is 2^-a : 1 for a = log2 3.
  EXPECT_NEAR(zipf(Values{1, 3}).exponent, std::log2(3), 1e-14);
  EXPECT_NEAR(zipf(Values{2, 2, 2}).exponent, 0, 1e-14);
  EXPECT_TRUE(std::isnan(zipf(Values{0, 7}).exponent));
}

TEST(VocabularyGrowth, NamesWhatIsWrong) {
  EXPECT_EQ(error_of([] { (void)heaps(Values{1, 0}, Values{1, 1}); }),
            "n_tokens must be finite and above 0: place 1 is 0");
  EXPECT_EQ(error_of([] { (void)heaps(Values{1, 2}, Values{1}); }),
            "n_types must be one a number of tokens, 2, not 1");
  EXPECT_EQ(error_of([] { (void)zipf(Values{1, -2}); }),
            "counts must be finite and not negative: place 1 is -2");
}

}  // namespace
}  // namespace broadsheet::statistics
