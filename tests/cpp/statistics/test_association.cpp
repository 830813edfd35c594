#include "broadsheet/statistics/association.hpp"

#include <cmath>
#include <limits>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

double value(Association measure, const Contingency& table,
             const AssociationOptions& options = {}) {
  const std::vector<double> o11{table.o11};
  const std::vector<double> o12{table.o12};
  const std::vector<double> o21{table.o21};
  const std::vector<double> o22{table.o22};
  const std::vector<Association> measures{measure};
  return association({o11, o12, o21, o22}, measures, options, {})[0][0];
}

double value(std::string_view name, const Contingency& table,
             const AssociationOptions& options = {}) {
  return value(find_association(name), table, options);
}

/// Whether `found` is `printed` to its last decimal.
void expect_printed(double found, double printed, double last_place) {
  EXPECT_NEAR(found, printed, last_place / 2);
}

TEST(Association, SignificanceAsPublished) {
  // Dunning 1993, p. 72 and p. 73.
  expect_printed(value("log_likelihood", {10, 0, 3, 31764}), 167.23, 0.01);
  expect_printed(value("chi_squared", {3, 0, 0, 31774}), 31777, 1);
  // Pedersen 1996, p. 10.
  const Contingency pedersen{1, 3, 3, 1};
  EXPECT_DOUBLE_EQ(value("chi_squared_yates", pedersen), 0.5);
  expect_printed(value("chi_squared_yates_p", pedersen), 0.48, 0.01);
  expect_printed(value("fisher", pedersen), 0.486, 0.001);
  expect_printed(value("fisher_less", pedersen), 0.243, 0.001);
  expect_printed(value("fisher_greater", pedersen), 0.986, 0.001);
  // Manning and Schuetze 1999, pp. 164-165.
  expect_printed(value("t_score", {8, 15820, 4667, 14287173}), 0.999932, 1e-6);
  // The same word at 5 % and 3 % of 100,000: with two cells, and with four.
  expect_printed(value("log_likelihood_2", {5000, 3000, 95000, 97000}), 505.34, 0.01);
  expect_printed(value("log_likelihood", {5000, 3000, 95000, 97000}), 526.18, 0.01);
}

TEST(Association, EffectSizesAsPublished) {
  // Church and Hanks 1990, p. 24.
  expect_printed(value("mi", {8, 1097, 36, 14998859}), 11.3, 0.1);
  // Bouma 2009, p. 36.
  EXPECT_DOUBLE_EQ(value("npmi", {10, 0, 0, 90}), 1);
  EXPECT_NEAR(value("npmi", {1, 9, 9, 81}), 0, 1e-15);
  EXPECT_EQ(value("npmi", {0, 10, 10, 80}), -1);
  // Smadja, McKeown and Hatzivassiloglou 1996, p. 13.
  expect_printed(value("dice", {130, 2991, 13, 1e6}), 0.08, 0.01);
  // Gries 2013, p. 144.
  expect_printed(value("delta_p", {5610, 168938, 2257, 10233063}), 0.032, 0.001);
  expect_printed(value("delta_p_backward", {5610, 168938, 2257, 10233063}), 0.697, 0.001);
  // Pojanapunya and Todd 2016, p. 154.
  expect_printed(value("odds_ratio", {16217, 735, 2780721, 2087211}), 16.6, 0.1);
  // Kilgarriff 2009.
  expect_printed(value("simple_maths", {35, 263, 112289741, 1559716716}), 1.1224, 0.0001);
  // Hofland and Johansson 1982, p. 471.
  expect_printed(value("difference_coefficient", {18, 35, 999982, 999965}), -0.32, 0.01);
  // Gabrielatos and Marchi 2011, p. 18.
  expect_printed(value("percent_diff", {206523, 178174, 753118, 1384184}), 88.7, 0.1);
  // Pedersen and Bruce 1996, p. 12.
  expect_printed(value("min_sensitivity", {17, 240, 1001, 1298742}), 0.016699, 1e-6);
  // Church and Gale 1991, p. 12.
  expect_printed(value("phi_squared", {31950, 12004, 4793, 848330}), 0.62, 0.01);
}

TEST(Association, WorkedByHand) {
  const Contingency table{8, 2, 4, 6};  // E11 = 10 * 12 / 20 = 6, d = 2, N = 20.
  EXPECT_DOUBLE_EQ(value("chi_squared", table), 20 * 40.0 * 40 / (10 * 10 * 12 * 8));
  EXPECT_DOUBLE_EQ(value("chi_squared_yates", table), 20 * 30.0 * 30 / (10 * 10 * 12 * 8));
  const double g2 = 2 * (8 * std::log(8 / 6.0) + 2 * std::log(2 / 4.0) + 4 * std::log(4 / 6.0) +
                         6 * std::log(6 / 4.0));
  EXPECT_DOUBLE_EQ(value("log_likelihood", table), g2);
  EXPECT_DOUBLE_EQ(value("bic", table), g2 - std::log(20));
  EXPECT_DOUBLE_EQ(value("log_likelihood_2", table),
                   2 * (8 * std::log(8 / 6.0) + 2 * std::log(2 / 4.0)));
  EXPECT_DOUBLE_EQ(value("simple_ll", table), 2 * (8 * std::log(8 / 6.0) - 2));
  EXPECT_DOUBLE_EQ(value("t_score", table), 2 / std::sqrt(8));
  EXPECT_DOUBLE_EQ(value("z_score", table), 2 / std::sqrt(6));
  EXPECT_DOUBLE_EQ(value("z_score_corrected", table), 1.5 / std::sqrt(6));
  EXPECT_DOUBLE_EQ(value("poisson_stirling", table), 8 * (std::log(8 / 6.0) - 1) / std::log(10));
  EXPECT_DOUBLE_EQ(value("lambda", table), std::log(8.5 * 6.5 / (2.5 * 4.5)));
  EXPECT_DOUBLE_EQ(value("lambda_z", table), std::log(8.5 * 6.5 / (2.5 * 4.5)) /
                                                 std::sqrt(1 / 8.5 + 1 / 6.5 + 1 / 2.5 + 1 / 4.5));
  EXPECT_DOUBLE_EQ(value("log_ratio", table), std::log2(8 / 12.0 / (2 / 8.0)));
  EXPECT_DOUBLE_EQ(value("log_odds_ratio", table), std::log(6));
  EXPECT_DOUBLE_EQ(value("mi2", table), std::log2(64 / 6.0));
  EXPECT_DOUBLE_EQ(value("mi3", table), std::log2(512 / 6.0));
  EXPECT_DOUBLE_EQ(value("mi_log_f", table), std::log2(8 / 6.0) * std::log(9));
  EXPECT_DOUBLE_EQ(value("local_mi", table), 8 * std::log2(8 / 6.0));
  EXPECT_DOUBLE_EQ(value("log_dice", table), 14 + std::log2(16 / 22.0));
  EXPECT_DOUBLE_EQ(value("jaccard", table), 8 / 14.0);
  EXPECT_DOUBLE_EQ(value("gmean", table), 8 / std::sqrt(120));
}

TEST(Association, SignFollowsTheDifferenceWhereItIsAskedFor) {
  const AssociationOptions with_sign{.is_signed = true};
  for (const auto* name :
       {"log_likelihood", "log_likelihood_2", "chi_squared", "chi_squared_yates", "simple_ll"}) {
    const double unsigned_value = value(name, {2, 8, 6, 4});
    EXPECT_GT(unsigned_value, 0);
    EXPECT_EQ(value(name, {2, 8, 6, 4}, with_sign), -unsigned_value);
    EXPECT_EQ(value(name, {8, 2, 4, 6}, with_sign), value(name, {8, 2, 4, 6}));
    EXPECT_EQ(value(name, {1, 2, 3, 6}, with_sign), 0);
  }
  EXPECT_EQ(value("chi_squared_p", {2, 8, 6, 4}, with_sign), value("chi_squared_p", {2, 8, 6, 4}));
}

TEST(Association, AWordOfOneCorpusHasTheLimitsOfTheFormulas) {
  constexpr double kInfinity = std::numeric_limits<double>::infinity();
  const Contingency only_reference{0, 5, 10, 20};
  for (const auto* name : {"mi", "mi2", "mi3", "t_score", "log_dice", "log_odds_ratio",
                           "log_ratio_conservative_positive"}) {
    EXPECT_EQ(value(name, only_reference), -kInfinity) << name;
  }
  for (const auto* name :
       {"mi_log_f", "local_mi", "poisson_stirling", "dice", "jaccard", "min_sensitivity", "gmean",
        "odds_ratio", "fisher_score", "poisson_score"}) {
    EXPECT_EQ(value(name, only_reference), 0) << name;
    EXPECT_FALSE(std::signbit(value(name, only_reference))) << name;
  }
  EXPECT_EQ(value("percent_diff", only_reference), -100);
  EXPECT_EQ(value("difference_coefficient", only_reference), -1);
  EXPECT_DOUBLE_EQ(value("log_ratio", only_reference), std::log2(0.5 / 10 / (5 / 25.0)));
  const Contingency only_target{5, 0, 20, 10};
  EXPECT_EQ(value("percent_diff", only_target), kInfinity);
  EXPECT_EQ(value("odds_ratio", only_target), kInfinity);
  EXPECT_EQ(value("difference_coefficient", only_target), 1);
}

TEST(Association, AnEmptyMarginLeavesNothingToExpect) {
  const std::set<std::string_view> need_no_second_row{"log_ratio",
                                                      "log_ratio_conservative",
                                                      "log_ratio_conservative_normal",
                                                      "log_ratio_conservative_positive",
                                                      "percent_diff",
                                                      "difference_coefficient",
                                                      "simple_maths",
                                                      "log_likelihood_2",
                                                      "log_likelihood_2_p"};
  const std::set<std::string_view> need_one_cell{"dice", "log_dice", "jaccard", "min_sensitivity",
                                                 "gmean"};
  for (const auto name : association_names()) {
    const bool is_coefficient = need_one_cell.contains(name);
    EXPECT_TRUE(std::isnan(value(name, {}))) << name;
    EXPECT_EQ(std::isnan(value(name, {3, 0, 5, 0})), !is_coefficient) << name;
    EXPECT_EQ(std::isnan(value(name, {3, 5, 0, 0})),
              !is_coefficient && !need_no_second_row.contains(name))
        << name;
    EXPECT_EQ(std::isnan(value(name, {0, 0, 3, 5})),
              name != "simple_maths" && (!is_coefficient || name == "gmean"))
        << name;
  }
  EXPECT_EQ(value("simple_maths", {0, 0, 3, 5}), 1);
}

TEST(Association, OnlyTheExactTestAsksForWholeCounts) {
  for (const auto name : association_names()) {
    EXPECT_EQ(std::isnan(value(name, {2.5, 3, 4, 5})), name.starts_with("fisher")) << name;
  }
}

TEST(Association, BoundsOfIntervalsLieBetweenZeroAndTheLogRatio) {
  for (const Contingency table : {Contingency{30, 3, 970, 997}, Contingency{3, 30, 997, 970},
                                  Contingency{5, 4, 995, 996}, Contingency{9, 0, 991, 1000}}) {
    const double ratio = value("log_ratio", table);
    for (const auto* name : {"log_ratio_conservative", "log_ratio_conservative_normal"}) {
      const double bound = value(name, table);
      EXPECT_LE(std::abs(bound), std::abs(ratio));
      EXPECT_GE(bound * ratio, 0);
      EXPECT_LE(std::abs(value(name, table, {.n_comparisons = 1000})), std::abs(bound));
      EXPECT_GE(std::abs(value(name, table, {.alpha = 0.5})), std::abs(bound));
    }
  }
  EXPECT_EQ(value("log_ratio_conservative", {5, 4, 995, 996}), 0);
}

TEST(Association, HasANameForEachMeasure) {
  EXPECT_EQ(association_names()[0], "log_likelihood");
  EXPECT_EQ(find_association("fisher"), Association::kFisher);
  EXPECT_EQ(find_association("log_ratio"), Association::kLogRatio);
  EXPECT_EQ(find_association("odds_ratio"), Association::kOddsRatio);
  EXPECT_EQ(find_association("mi3"), Association::kMi3);
  EXPECT_EQ(find_association("gmean"), Association::kGmean);
  EXPECT_THROW((void)find_association("g2"), std::invalid_argument);
}

TEST(Association, ThreadsDoNotChangeABit) {
  std::vector<double> o11;
  std::vector<double> rest;
  for (int i = 0; i < 5000; ++i) {
    o11.push_back(i % 97);
    rest.push_back(1 + i % 89);
  }
  std::vector<Association> all;
  for (const auto name : association_names()) all.push_back(find_association(name));
  const ContingencyView tables{o11, rest, rest, rest};
  const auto one = association(tables, all, {}, {.n_threads = 1});
  const auto four = association(tables, all, {}, {.n_threads = 4});
  ASSERT_EQ(one.size(), all.size());
  EXPECT_EQ(one, four);  // No value is NaN: no margin is empty.
}

std::string complaint(const AssociationOptions& options) {
  return error_of([&] { check(options); });
}

TEST(Association, RejectsParametersOutOfRange) {
  EXPECT_EQ(complaint({}), "");
  EXPECT_EQ(complaint({.alpha = 0}), "alpha must lie between 0 and 1, not 0");
  EXPECT_EQ(complaint({.alpha = std::nan("")}), "alpha must lie between 0 and 1, not nan");
  EXPECT_EQ(complaint({.n_comparisons = 0}), "n_comparisons must be finite and at least 1, not 0");
  EXPECT_EQ(complaint({.alpha = 1e-199, .n_comparisons = 100}),
            "alpha / n_comparisons must be at least 1e-200, not 1e-201");
  EXPECT_EQ(complaint({.k = 0}), "k must be finite and above 0, not 0");
}

}  // namespace
}  // namespace broadsheet::statistics
