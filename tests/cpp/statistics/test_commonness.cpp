#include "broadsheet/statistics/commonness.hpp"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Places = std::vector<std::int64_t>;

double value(std::string_view name, const Places& places, std::int64_t n_tokens) {
  const Places indptr{0, std::ssize(places)};
  const std::vector<Commonness> measures{find_commonness(name)};
  return commonness({indptr, places, n_tokens}, measures, {})[0][0];
}

TEST(Commonness, AsGriesPrintsIt) {
  // Gries 2008, pp. 406 and 410: the word "a" in 50 tokens.
  constexpr std::string_view kTokens = "bamnibeupkbasatbewqnbcagabestabaghabeaatbahaabeaxa";
  Places places;
  for (std::size_t i = 0; i < kTokens.size(); ++i) {
    if (kTokens[i] == 'a') places.push_back(static_cast<std::int64_t>(i));
  }
  EXPECT_NEAR(value("arf", places, 50), 10.8, 0.05);
  EXPECT_NEAR(value("awt", places, 50), 3.18, 1e-12);
  EXPECT_NEAR(value("ald", places, 50), 0.628, 0.0005);
  EXPECT_NEAR(value("f_awt", places, 50), 9.328, 0.0005);
  EXPECT_NEAR(value("f_ald", places, 50), 11.764, 0.0005);
}

TEST(Commonness, AnEvenWordKeepsItsFrequencyAndABundleIsOne) {
  for (const auto* name : {"arf", "f_awt", "f_ald"}) {
    EXPECT_NEAR(value(name, {0, 4, 8}, 12), 3, 1e-14) << name;
    EXPECT_NEAR(value(name, {7}, 12), 1, 1e-14) << name;
    EXPECT_LT(value(name, {4, 5, 6}, 1200), 1.1) << name;
  }
  EXPECT_DOUBLE_EQ(value("awt", {3}, 12), 6.5);
  EXPECT_DOUBLE_EQ(value("ald", {3}, 12), std::log10(12));
  EXPECT_DOUBLE_EQ(value("awt", {0, 1, 2}, 3), 1);
}

TEST(Commonness, StartsTheRingAnywhere) {
  for (const auto name : commonness_names()) {
    EXPECT_DOUBLE_EQ(value(name, {0, 3, 4}, 10), value(name, {2, 5, 6}, 10)) << name;
  }
}

TEST(Commonness, AWordThatNeverComes) {
  for (const auto* name : {"arf", "f_awt", "f_ald"}) EXPECT_EQ(value(name, {}, 10), 0);
  for (const auto* name : {"awt", "ald"}) EXPECT_TRUE(std::isnan(value(name, {}, 10)));
}

TEST(Commonness, NamesWhatIsWrong) {
  const auto error = [](const Places& places) {
    return error_of([&] {
      const Places indptr{0, 0, std::ssize(places)};
      check(PlacesView{indptr, places, 10});
    });
  };
  EXPECT_EQ(error({0, 9}), "");
  EXPECT_EQ(error({0, 10}), "positions must lie in [0, 10): word 1 has 10");
  EXPECT_EQ(error({-1}), "positions must lie in [0, 10): word 1 has -1");
  EXPECT_EQ(error({3, 3}), "positions must ascend: word 1 has 3 after 3");
  EXPECT_THROW((void)find_commonness("rarity"), std::invalid_argument);
}

TEST(Commonness, PlacesOfTermsAreThoseOfTheirTokens) {
  const std::vector<std::int64_t> indptr{0, 3, 3, 5};
  const std::vector<std::int32_t> ids{2, 0, 2, 0, 2};
  const auto words = places_of(terms::TokenIdsView{indptr, ids, 4});
  EXPECT_EQ(words.indptr, (std::vector<std::int64_t>{0, 2, 2, 5, 5}));
  EXPECT_EQ(words.places, (std::vector<std::int64_t>{1, 3, 0, 2, 4}));
  EXPECT_EQ(words.view().n_tokens, 5);
  EXPECT_NO_THROW(check(words.view()));
}

}  // namespace
}  // namespace broadsheet::statistics
