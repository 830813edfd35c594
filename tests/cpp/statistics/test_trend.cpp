#include "broadsheet/statistics/trend.hpp"

#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

// Five documents: two of the first period, none of the second, three of the third, which has one
// without tokens. Three terms: here and there; in the third period only; nowhere.
const std::vector<std::int64_t> kPeriods{0, 2, 2, 5};
const PeriodsView kView{kPeriods};
const std::vector<std::int64_t> kIndptr{0, 3, 5, 5};
const std::vector<std::int32_t> kIndices{0, 1, 3, 2, 3};
const std::vector<std::int32_t> kValues{4, 2, 1, 3, 3};
const terms::CsrView<std::int32_t> kCounts{kIndptr, kIndices, kValues, 5};
const std::vector<double> kSizes{10, 20, 10, 10, 0};

TEST(Trend, CountsEachPeriod) {
  const auto found = period_counts(kCounts, kView, {});
  EXPECT_EQ(found.counts, (std::vector<double>{6, 0, 1, 0, 0, 6, 0, 0, 0}));
  EXPECT_EQ(found.documents, (std::vector<std::int64_t>{2, 0, 1, 0, 0, 2, 0, 0, 0}));
  const auto again = period_counts(kCounts, kView, {.n_threads = 3});
  EXPECT_EQ(again.counts, found.counts);
}

TEST(Trend, BootstrapOfTwoDocumentsWorkedByHand) {
  // Both documents, either twice: 8 of 20, 6 of 30, 4 of 40.
  const auto found =
      bootstrap_rates(kCounts, kSizes, kView, {.n_samples = 4000, .seed = 1, .alpha = 0.02}, {});
  EXPECT_DOUBLE_EQ(found.low[0], 4.0 / 40);
  EXPECT_DOUBLE_EQ(found.high[0], 8.0 / 20);
  EXPECT_TRUE(std::isnan(found.low[1]));
  EXPECT_TRUE(std::isnan(found.high[4]));
  EXPECT_EQ(found.low[2], 0);
}

TEST(Trend, WhatAllDocumentsOfAPeriodHaveAlikeHasNoIntervalUnlessAllDrawnAreEmpty) {
  // 3 of 10 in both documents with tokens; one in 27 draws has the third alone, which counts 0.
  const auto found = bootstrap_rates(kCounts, kSizes, kView, {.n_samples = 500, .alpha = 0.2}, {});
  EXPECT_DOUBLE_EQ(found.low[5], 0.3);
  EXPECT_DOUBLE_EQ(found.high[5], 0.3);
  const auto wide = bootstrap_rates(kCounts, kSizes, kView, {.n_samples = 500, .alpha = 0.01}, {});
  EXPECT_EQ(wide.low[5], 0);
}

TEST(Trend, ATermThatNoDocumentHasIsNotDrawn) {
  const auto found = bootstrap_rates(kCounts, kSizes, kView, {.n_samples = 10}, {});
  for (const std::size_t cell : {3, 6, 8}) {
    EXPECT_EQ(found.low[cell], 0);
    EXPECT_EQ(found.high[cell], 0);
  }
}

TEST(Trend, TheSeedDecidesAndThreadsDoNot) {
  const std::vector<std::int64_t> one_period{0, 5};
  const auto of = [&](std::uint64_t seed, int n_threads) {
    return bootstrap_rates(kCounts, kSizes, {one_period}, {.n_samples = 99, .seed = seed},
                           {.n_threads = n_threads});
  };
  EXPECT_EQ(of(7, 1).low, of(7, 3).low);
  EXPECT_EQ(of(7, 1).high, of(7, 3).high);
  EXPECT_NE(of(7, 1).high, of(8, 1).high);
}

TEST(Trend, BatchesOfDrawsDoNotChangeAByte) {
  const ResamplingOptions whole{.n_samples = 200, .seed = 2, .alpha = 0.1};
  const auto found = bootstrap_rates(kCounts, kSizes, kView, whole, {});
  for (const std::int64_t batch_bytes : {1, 30, 199 * 3, 200}) {
    ResamplingOptions batched = whole;
    batched.batch_bytes = batch_bytes;
    const auto again = bootstrap_rates(kCounts, kSizes, kView, batched, {.n_threads = 2});
    for (std::size_t cell = 0; cell < found.low.size(); ++cell) {
      if (cell % 3 == 1) continue;  // The period without documents.
      EXPECT_EQ(again.low[cell], found.low[cell]) << batch_bytes;
      EXPECT_EQ(again.high[cell], found.high[cell]) << batch_bytes;
    }
    EXPECT_TRUE(std::isnan(again.low[1]));
  }
}

TEST(Trend, NamesWhatIsWrong) {
  const auto error = [](std::vector<std::int64_t> indptr) {
    return error_of([&] { check(PeriodsView{indptr}, 5); });
  };
  EXPECT_EQ(error({}), "periods must start at 0");
  EXPECT_EQ(error({0, 3, 2, 5}), "periods must not decrease");
  EXPECT_EQ(error({0, 4}), "periods must end at the number of documents, 5, not 4");
  EXPECT_EQ(error({0, 5}), "");
  const std::vector<double> sizes{1, 1, -1, 1, 1};
  EXPECT_EQ(error_of([&] { (void)bootstrap_rates(kCounts, sizes, kView, {}, {}); }),
            "sizes must be finite and not negative: row 2 is -1");
  EXPECT_EQ(error_of([&] { (void)bootstrap_rates(kCounts, {}, kView, {}, {}); }),
            "sizes must be one a document, 5, not 0");
  EXPECT_EQ(error_of([&] { (void)bootstrap_rates(kCounts, kSizes, kView, {.n_samples = 0}, {}); }),
            "samples must be at least 1, not 0");
}

}  // namespace
}  // namespace broadsheet::statistics
