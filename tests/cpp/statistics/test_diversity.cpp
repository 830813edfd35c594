#include "broadsheet/statistics/diversity.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

using Ids = std::vector<std::int32_t>;

double value(std::string_view name, const Ids& ids, const DiversityOptions& options = {}) {
  const std::vector<std::int64_t> indptr{0, std::ssize(ids)};
  const std::int32_t n_terms = ids.empty() ? 0 : *std::ranges::max_element(ids) + 1;
  const std::vector<Diversity> measures{find_diversity(name)};
  return diversity({indptr, ids, n_terms}, measures, options, {})[0][0];
}

/// A text whose types come as often as the pairs say: {times, types}.
Ids text_of(const std::vector<std::pair<int, int>>& spectrum) {
  Ids ids;
  std::int32_t type = 0;
  for (const auto& [times, types] : spectrum) {
    for (int i = 0; i < types; ++i, ++type)
      ids.insert(ids.end(), static_cast<std::size_t>(times), type);
  }
  return ids;
}

const Ids kSeven{0, 0, 1, 0, 0, 1, 0};  // one one two one one two one

TEST(Diversity, WorkedByHand) {
  EXPECT_DOUBLE_EQ(value("ttr", kSeven), 2 / 7.0);
  EXPECT_DOUBLE_EQ(value("guiraud", kSeven), 2 / std::sqrt(7));
  EXPECT_DOUBLE_EQ(value("cttr", kSeven), 2 / std::sqrt(14));
  EXPECT_DOUBLE_EQ(value("herdan_c", kSeven), std::log(2) / std::log(7));
  const double a2 = std::log(3.5) / (std::log(7) * std::log(7));
  EXPECT_DOUBLE_EQ(value("maas_a2", kSeven), a2);
  EXPECT_DOUBLE_EQ(value("maas_a", kSeven), std::sqrt(a2));
  const double decimal = std::log10(3.5) / (std::log10(7) * std::log10(7));
  EXPECT_DOUBLE_EQ(value("maas_a2_log10", kSeven), decimal);
  EXPECT_DOUBLE_EQ(value("maas_a_log10", kSeven), std::sqrt(decimal));
  EXPECT_DOUBLE_EQ(value("yule_k", kSeven), 1e4 * (29 - 7) / 49);
  EXPECT_DOUBLE_EQ(value("simpson_d", kSeven), (29 - 7) / 42.0);
  EXPECT_DOUBLE_EQ(value("herdan_vm", kSeven), std::sqrt(29 / 49.0 - 0.5));
}

TEST(Diversity, MovesItsWindowAsWorkedByHandInQuanteda) {
  EXPECT_DOUBLE_EQ(value("mattr", kSeven, {.window = 2}), (0.5 + 1 + 1 + 0.5 + 1 + 1) / 6);
  EXPECT_DOUBLE_EQ(value("mattr", kSeven, {.window = 3}), 2 / 3.0);
  EXPECT_DOUBLE_EQ(value("mattr", kSeven, {.window = 4}), 0.5);
  EXPECT_DOUBLE_EQ(value("mattr", kSeven, {.window = 7}), 2 / 7.0);
  EXPECT_TRUE(std::isnan(value("mattr", kSeven, {.window = 8})));
}

TEST(Diversity, LeavesTheRestOfTheLastSegmentOut) {
  EXPECT_DOUBLE_EQ(value("msttr", kSeven, {.window = 2}), (0.5 + 1 + 0.5 * 2) / 3.0);
  EXPECT_DOUBLE_EQ(value("msttr", kSeven, {.window = 3}), 2 / 3.0);
  EXPECT_TRUE(std::isnan(value("msttr", kSeven, {.window = 8})));
}

TEST(Diversity, OfJohnInLatinBySpectrum) {
  // Miranda-Garcia and Calle-Martin 2005, table 1. Their K of 113.0916 does not follow from it.
  const Ids john = text_of({{1, 212},
                            {2, 51},
                            {3, 26},
                            {4, 13},
                            {5, 6},
                            {6, 6},
                            {7, 3},
                            {8, 4},
                            {10, 1},
                            {11, 1},
                            {13, 3},
                            {16, 1},
                            {17, 1},
                            {19, 1},
                            {21, 1},
                            {59, 1}});
  ASSERT_EQ(john.size(), 755U);
  EXPECT_NEAR(value("ttr", john) * 755, 331, 1e-12);
  EXPECT_NEAR(value("yule_k", john), 112.76698, 5e-6);
  EXPECT_NEAR(value("simpson_d", john), 0.0112917, 5e-8);
}

TEST(Diversity, FishersAlphaOfHisOwnMoths) {
  // Fisher, Corbet and Williams 1943: 15,609 moths of 240 species.
  EXPECT_NEAR(value("fisher_alpha", text_of({{1, 239}, {15609 - 239, 1}})), 40.247, 0.0005);
  EXPECT_EQ(value("fisher_alpha", {0, 1, 2}), std::numeric_limits<double>::infinity());
  const double alpha = value("fisher_alpha", kSeven);
  EXPECT_NEAR(alpha * std::log(1 + 7 / alpha), 2, 1e-14);
}

TEST(Diversity, FactorsOfTextualDiversityWorkedByHand) {
  // "a b c d e" over and over: 5 / 7 is the first ratio below 0.72. 14 factors take 98 of 100.
  Ids hundred(100);
  for (std::size_t i = 0; i < hundred.size(); ++i) hundred[i] = static_cast<std::int32_t>(i % 5);
  EXPECT_DOUBLE_EQ(value("mtld", hundred), 100 / 14.0);
  // No factor is full: 8 types in 10 tokens are 0.2 / 0.28 of one.
  EXPECT_NEAR(value("mtld", {0, 1, 2, 3, 1, 4, 5, 6, 3, 7}), 14, 1e-13);
  // Forward a a | b c, backward c b a a: (1 + 0) and 0.25 / 0.28 factors.
  EXPECT_DOUBLE_EQ(value("mtld", {0, 0, 1, 2}), (4 + 4 * 0.28 / 0.25) / 2);
  EXPECT_EQ(value("mtld", {0, 1, 2}), std::numeric_limits<double>::infinity());
  // At the threshold the run goes on, as 3 / 4 is not below 0.75, to 4 / 5; backward d c c are
  // full.
  EXPECT_NEAR(value("mtld", {0, 1, 2, 2, 3}, {.threshold = 0.75}), (5 / 0.8 + 5) / 2, 1e-13);
}

TEST(Diversity, TypesAmongADrawWorkedByHand) {
  // Draws of 2 of a a b: P(a) = 1, P(b) = 2 / 3.
  EXPECT_DOUBLE_EQ(value("hd_d", {0, 0, 1}, {.sample = 2}), (1 + 2 / 3.0) / 2);
  EXPECT_DOUBLE_EQ(value("hd_d", {0, 0, 1}, {.sample = 1}), 1);
  EXPECT_DOUBLE_EQ(value("hd_d", {0, 0, 1}, {.sample = 3}), value("ttr", {0, 0, 1}));
  EXPECT_TRUE(std::isnan(value("hd_d", {0, 0, 1})));
  Ids different(50);
  std::iota(different.begin(), different.end(), 0);
  EXPECT_NEAR(value("hd_d", different), 1, 1e-14);
}

TEST(Diversity, OfOneTokenAndOfNone) {
  for (const auto name : diversity_names()) {
    EXPECT_TRUE(std::isnan(value(name, {}))) << name;
  }
  EXPECT_EQ(value("ttr", {0}), 1);
  EXPECT_EQ(value("yule_k", {0}), 0);
  EXPECT_EQ(value("herdan_vm", {0}), 0);
  EXPECT_TRUE(std::isnan(value("herdan_c", {0})));
  EXPECT_TRUE(std::isnan(value("simpson_d", {0})));
}

TEST(Diversity, TextsDoNotSeeOneAnotherOnAnyNumberOfThreads) {
  Ids ids;
  std::vector<std::int64_t> indptr{0};
  for (int text = 0; text < 700; ++text) {
    for (int i = 0; i < 20 + text % 60; ++i) ids.push_back((i * (text % 11 + 3) + text) % 37);
    indptr.push_back(std::ssize(ids));
  }
  std::vector<Diversity> all;
  for (const auto name : diversity_names()) all.push_back(find_diversity(name));
  const DiversityOptions options{.window = 10, .sample = 12};
  const terms::TokenIdsView tokens{indptr, ids, 37};
  const auto one = diversity(tokens, all, options, {.n_threads = 1});
  EXPECT_EQ(diversity(tokens, all, options, {.n_threads = 4}), one);
  for (std::size_t text = 0; text < 700; text += 97) {
    const auto of_text = tokens.of(static_cast<std::int64_t>(text));
    for (std::size_t i = 0; i < all.size(); ++i) {
      EXPECT_EQ(one[i][text],
                value(diversity_names()[i], Ids(of_text.begin(), of_text.end()), options));
    }
  }
}

TEST(Diversity, RejectsParametersOutOfRange) {
  const auto error = [](const DiversityOptions& options) {
    return error_of([&] { check(options); });
  };
  EXPECT_EQ(error({}), "");
  EXPECT_EQ(error({.window = 0}), "window must be at least 1, not 0");
  EXPECT_EQ(error({.threshold = 1}), "threshold must lie between 0 and 1, not 1");
  EXPECT_EQ(error({.threshold = std::nan("")}), "threshold must lie between 0 and 1, not nan");
  EXPECT_EQ(error({.sample = 0}), "sample must be at least 1, not 0");
  EXPECT_THROW((void)find_diversity("richness"), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
