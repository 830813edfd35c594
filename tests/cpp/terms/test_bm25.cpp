#include "broadsheet/terms/bm25.hpp"

#include <cmath>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/csr.hpp"

namespace broadsheet::terms {
namespace {

// "a b", "a a", "": df is (2, 1), the mean length 4/3.
const Csr<std::int32_t> kCounts{
    .indptr = {0, 2, 3, 3}, .indices = {0, 1, 0}, .values = {1, 1, 2}, .n_columns = 2};
const std::vector<std::int64_t> kDocuments{2, 1};
constexpr double kMean = 4.0 / 3;

std::vector<double> weigh(const Bm25Options& options, const std::vector<double>& lengths = {}) {
  return weights<double>(kCounts.view(), idf(3, kDocuments, options), lengths, kMean, options, {});
}

TEST(Bm25, IdfOfEachVariantWorkedByHand) {
  const auto of = [](Bm25Variant variant) { return idf(3, kDocuments, {.variant = variant})[0]; };
  EXPECT_DOUBLE_EQ(of(Bm25Variant::kLucene), std::log(1 + 1.5 / 2.5));
  EXPECT_DOUBLE_EQ(of(Bm25Variant::kRobertson), std::log(1.5 / 2.5));
  EXPECT_LT(of(Bm25Variant::kRobertson), 0);  // In two of three documents: as printed.
  EXPECT_DOUBLE_EQ(of(Bm25Variant::kAtire), std::log(3.0 / 2));
  EXPECT_DOUBLE_EQ(of(Bm25Variant::kBm25L), std::log(4 / 2.5));
  EXPECT_DOUBLE_EQ(of(Bm25Variant::kBm25Plus), std::log(4.0 / 2));
}

TEST(Bm25, WeightOfEachVariantWorkedByHand) {
  // Both documents have length 2, so B = 2 / (4/3) = 3/2 at b = 1; k1 = 2.
  const auto tf = [](Bm25Variant variant) {
    const Bm25Options options{.variant = variant, .k1 = 2, .b = 1, .delta = 0.25};
    return weigh(options)[2] / idf(3, kDocuments, options)[0];  // tf is 2.
  };
  EXPECT_DOUBLE_EQ(tf(Bm25Variant::kLucene), 2.0 / 5);
  EXPECT_DOUBLE_EQ(tf(Bm25Variant::kRobertson), 2.0 / 5);
  EXPECT_DOUBLE_EQ(tf(Bm25Variant::kAtire), 6.0 / 5);
  const double c = 2 / 1.5 + 0.25;
  EXPECT_DOUBLE_EQ(tf(Bm25Variant::kBm25L), 3 * c / (2 + c));
  EXPECT_DOUBLE_EQ(tf(Bm25Variant::kBm25Plus), 0.25 + 6.0 / 5);
}

TEST(Bm25, TakesLengthsOfTheWholeDocumentWhereTheyAreGiven) {
  const Bm25Options options{.k1 = 1, .b = 1};
  const auto found = weigh(options, {4, 2, 0});
  EXPECT_DOUBLE_EQ(found[0], std::log(1.6) / (1 + 4 / kMean));
}

TEST(Bm25, AtBZeroLengthDoesNotCountAndAtK1ZeroRepeatsDoNot) {
  const auto flat = weigh({.k1 = 1, .b = 0});
  EXPECT_DOUBLE_EQ(flat[0], std::log(1.6) / 2);
  const auto found = weigh({.k1 = 0});
  EXPECT_DOUBLE_EQ(found[0], found[2]);
}

TEST(Bm25, StaysFiniteAtTheEdges) {
  const std::vector<std::int64_t> none{0, 3};
  for (const auto variant : {Bm25Variant::kLucene, Bm25Variant::kRobertson, Bm25Variant::kAtire,
                             Bm25Variant::kBm25L, Bm25Variant::kBm25Plus}) {
    const Bm25Options options{.variant = variant, .b = 1};
    const auto factors = idf(3, none, options);
    const std::vector<double> no_length(3, 0.0);
    for (const double weight :
         weights<double>(kCounts.view(), factors, no_length, 1, options, {})) {
      EXPECT_TRUE(std::isfinite(weight));
    }
    for (const double weight : weights<double>(kCounts.view(), factors, {}, 0, options, {})) {
      EXPECT_TRUE(std::isfinite(weight));
    }
  }
}

TEST(Bm25, AllDocumentsAreAverageWhereTheMeanIsZero) {
  const Bm25Options options{.b = 1};
  const auto factors = idf(3, kDocuments, options);
  EXPECT_EQ(weights<double>(kCounts.view(), factors, {}, 0, options, {}), weigh({.b = 0}));
}

TEST(Bm25, KnowsTheLowerBoundsThatWerePublished) {
  EXPECT_EQ(published_delta(Bm25Variant::kBm25L), 0.5);
  EXPECT_EQ(published_delta(Bm25Variant::kBm25Plus), 1);
  EXPECT_EQ(published_delta(Bm25Variant::kLucene), 0);
}

std::string error_of(const Bm25Options& options) {
  try {
    check(options);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Bm25, RejectsParametersOutOfRange) {
  EXPECT_EQ(error_of({.k1 = -1}), "k1 must be finite and at least 0, not -1");
  EXPECT_EQ(error_of({.k1 = std::numeric_limits<double>::infinity()}),
            "k1 must be finite and at least 0, not inf");
  EXPECT_EQ(error_of({.b = std::nan("")}), "b must lie in [0, 1], not nan");
  EXPECT_EQ(error_of({.delta = -0.5}), "delta must be finite and at least 0, not -0.5");
  EXPECT_THROW((void)weigh({}, {1, 2}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
