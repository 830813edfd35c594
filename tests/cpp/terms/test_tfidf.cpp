#include "broadsheet/terms/tfidf.hpp"

#include <cmath>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/csr.hpp"

namespace broadsheet::terms {
namespace {

// Four documents over three terms: (2, 1, 0), (0, 1, 0), nothing, (0, 3, 4); df is (1, 3, 1).
const Csr<std::int32_t> kCounts{.indptr = {0, 2, 3, 3, 5},
                                .indices = {0, 1, 1, 1, 2},
                                .values = {2, 1, 1, 3, 4},
                                .n_columns = 3};
const std::vector<std::int64_t> kDocuments{1, 3, 1};

std::vector<double> weigh(const TfidfOptions& options, int n_threads = 1) {
  return weights<double>(kCounts.view(), idf(4, kDocuments, options), options,
                         {.n_threads = n_threads});
}

TEST(Tfidf, IdfIsThatOfScikitLearnWorkedByHand) {
  const auto smooth = idf(4, kDocuments, TfidfOptions{});
  EXPECT_DOUBLE_EQ(smooth[0], std::log(5.0 / 2) + 1);
  EXPECT_DOUBLE_EQ(smooth[1], std::log(5.0 / 4) + 1);
  EXPECT_DOUBLE_EQ(idf(4, kDocuments, TfidfOptions{.smooth_idf = false})[1], std::log(4.0 / 3) + 1);
  EXPECT_EQ(idf(4, kDocuments, TfidfOptions{.use_idf = false}), std::vector<double>(3, 1.0));
}

TEST(Tfidf, WeighsATermOfTwoInOneOfFourDocumentsAsScikitLearnDoes) {
  // 3.833 is what scikit-learn gives for tf 2, df 1, N 4 without a norm.
  EXPECT_NEAR(weigh({.norm = Norm::kNone})[0], 3.833, 5e-4);
}

TEST(Tfidf, DividesByTheNormOfTheRow) {
  const TfidfOptions plain{.use_idf = false};
  const auto l2 = weigh(plain);
  EXPECT_DOUBLE_EQ(l2[0], 2 / std::sqrt(5.0));
  EXPECT_DOUBLE_EQ(l2[3], 0.6);
  EXPECT_DOUBLE_EQ(l2[4], 0.8);
  const auto l1 = weigh({.use_idf = false, .norm = Norm::kL1});
  EXPECT_DOUBLE_EQ(l1[0], 2.0 / 3);
  EXPECT_DOUBLE_EQ(l1[4], 4.0 / 7);
}

TEST(Tfidf, SublinearCountsGrowWithTheLogarithm) {
  const auto found = weigh({.use_idf = false, .sublinear_tf = true, .norm = Norm::kNone});
  EXPECT_DOUBLE_EQ(found[0], 1 + std::log(2.0));
  EXPECT_DOUBLE_EQ(found[1], 1);
}

TEST(Tfidf, OfATermThatNoDocumentHoldsIsZeroUnlessSmoothed) {
  const std::vector<std::int64_t> none{0};
  EXPECT_EQ(idf(4, none, TfidfOptions{.smooth_idf = false})[0], 0);
  EXPECT_DOUBLE_EQ(idf(4, none, TfidfOptions{})[0], std::log(5.0) + 1);
}

TEST(Tfidf, RoundsOnceToFloatAndIsTheSameForAnyThreads) {
  const TfidfOptions options;
  const auto factors = idf(4, kDocuments, options);
  const auto exact = weigh(options);
  const auto rounded = weights<float>(kCounts.view(), factors, options, {.n_threads = 2});
  for (std::size_t i = 0; i < exact.size(); ++i) {
    EXPECT_EQ(rounded[i], static_cast<float>(exact[i]));
  }
  EXPECT_EQ(weigh(options, 8), exact);
}

TEST(Tfidf, LeavesARowOfZerosAsItIs) {
  const Csr<double> zero{.indptr = {0, 1}, .indices = {0}, .values = {0}, .n_columns = 1};
  const std::vector<double> one{1};
  EXPECT_EQ(weights<double>(zero.view(), one, TfidfOptions{}, {})[0], 0);
}

TEST(Tfidf, RejectsAnotherNumberOfColumns) {
  const std::vector<double> two(2, 1.0);
  EXPECT_THROW((void)weights<double>(kCounts.view(), two, TfidfOptions{}, {}),
               std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
