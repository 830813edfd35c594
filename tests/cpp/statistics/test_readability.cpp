#include "broadsheet/statistics/readability.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

/// The order is that of TextCount.
std::vector<std::vector<double>> kText{{100}, {5}, {470}, {150}, {12}, {30}, {8}};

TextCountsView view(const std::vector<std::vector<double>>& counts, std::size_t n_texts = 1) {
  TextCountsView texts{.counts = {}, .n_texts = n_texts};
  for (std::size_t i = 0; i < counts.size(); ++i) texts.counts[i] = counts[i];
  return texts;
}

double score(std::string_view name, const std::vector<std::vector<double>>& counts = kText) {
  return readability(view(counts), find_readability(name))[0];
}

TEST(Readability, OfOneTextWorkedByHand) {
  EXPECT_NEAR(score("flesch"), 59.635, 1e-12);
  EXPECT_NEAR(score("flesch_kincaid"), 9.91, 1e-12);
  EXPECT_NEAR(score("fog"), 12.8, 1e-12);
  EXPECT_NEAR(score("smog"), 11.97925, 5e-6);
  EXPECT_NEAR(score("ari"), 10.707, 1e-12);
  EXPECT_NEAR(score("coleman_liau"), 10.356, 1e-12);
  EXPECT_NEAR(score("coleman_liau_cloze"), 141.8401 - 0.21459 * 470 + 1.079812 * 5, 1e-12);
  EXPECT_NEAR(score("coleman_liau_grade"),
              23.06395 - 27.4004 * (141.8401 - 0.21459 * 470 + 1.079812 * 5) / 100, 1e-12);
  EXPECT_NEAR(score("lix"), 50, 1e-12);
  EXPECT_NEAR(score("rix"), 6, 1e-12);
  EXPECT_NEAR(score("dale_chall_1995"), 64 - 0.95 * 8 - 0.69 * 20, 1e-12);
}

TEST(Readability, OfThreePassagesAsDaleAndChallPrintIt) {
  // Dale and Chall 1948, Instructions: the length of sentences and the share of unfamiliar words
  // are rounded before they enter the formula.
  const auto printed = [](double length, double per_cent) {
    return score("dale_chall", {{100}, {100 / length}, {}, {}, {}, {}, {per_cent}});
  };
  EXPECT_NEAR(printed(19, 5), 5.3684, 1e-12);
  EXPECT_NEAR(printed(15, 15), 6.7490, 1e-12);
  EXPECT_NEAR(printed(19, 15), 6.9474, 1e-12);
}

TEST(Readability, TheAdjustedFormulaAddsItsConstantAboveFivePerCent) {
  const auto with = [](std::string_view name, double unfamiliar) {
    return score(name, {{100}, {5}, {}, {}, {}, {}, {unfamiliar}});
  };
  EXPECT_EQ(with("dale_chall_adjusted", 6), with("dale_chall", 6));
  EXPECT_NEAR(with("dale_chall_adjusted", 5), with("dale_chall", 5) - 3.6365, 1e-12);
}

TEST(Readability, ATextOfNothingHasNoScore) {
  for (const auto name : readability_names()) {
    EXPECT_TRUE(std::isnan(score(name, {{0}, {5}, {0}, {0}, {0}, {0}, {0}}))) << name;
    EXPECT_TRUE(std::isnan(score(name, {{9}, {0}, {9}, {9}, {9}, {9}, {9}}))) << name;
    EXPECT_FALSE(std::isnan(score(name))) << name;
  }
}

TEST(Readability, WhatIsNotKnownMakesNoScore) {
  EXPECT_TRUE(std::isnan(score("flesch", {{9}, {2}, {}, {}, {}, {}, {}})));
  EXPECT_FALSE(std::isnan(score("lix", {{9}, {2}, {}, {}, {}, {3}, {}})));
}

TEST(Readability, NamesTheCountThatIsNone) {
  EXPECT_EQ(error_of([] { check(view({{1}, {2}, {}, {-3}})); }),
            "syllables must be finite and not negative: row 0 is -3");
  EXPECT_EQ(error_of([] { check(view({{1, 2}, {2}, {}, {}}, 2)); }),
            "sentences must have 2 rows, not 1");
  EXPECT_EQ(error_of([] { check(view(kText)); }), "");
  EXPECT_THROW((void)find_readability("easy"), std::invalid_argument);
  EXPECT_EQ(text_count_names()[4], "polysyllables");
}

}  // namespace
}  // namespace broadsheet::statistics
