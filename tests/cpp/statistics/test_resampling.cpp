#include "broadsheet/statistics/resampling.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::statistics {
namespace {

// Five documents of ten tokens, two of the target, three of the reference; one more of neither.
const std::vector<double> kSizes{10, 10, 10, 10, 10, 10};
const std::vector<std::uint8_t> kSides{1, 1, 2, 2, 2, 0};
const SidesView kDocuments{kSizes, kSides};

// Four terms: 4 and 3 in the target; 1 each; nowhere but in neither; in one of the reference.
const std::vector<std::int64_t> kIndptr{0, 3, 8, 9, 10};
const std::vector<std::int32_t> kIndices{0, 1, 2, 0, 1, 2, 3, 4, 5, 4};
const std::vector<double> kValues{4, 3, 1, 1, 1, 1, 1, 1, 9, 2};
const terms::CsrView<double> kCounts{kIndptr, kIndices, kValues, 6};

TEST(Resampling, PermutationsComeNearTheShareOfAllExchanges) {
  const ResamplingOptions options{.n_samples = 20000, .seed = 1};
  const auto p = permutation_p(kCounts, kDocuments, options, {});
  // Of the 10 pairs of documents, {0, 1} alone differs by as much: 7/20 - 1/30 = 19/60.
  EXPECT_NEAR(p[0], 0.1, 0.01);
  EXPECT_EQ(p[1], 1);
  EXPECT_TRUE(std::isnan(p[2]));
  // Of document 4: 2/30 where it is in the reference, in 6 of 10 pairs, else 2/20.
  EXPECT_EQ(p[3], 1);
}

TEST(Resampling, APermutationIsNeverImpossible) {
  const auto p = permutation_p(kCounts, kDocuments, {.n_samples = 1}, {});
  EXPECT_GE(*std::ranges::min_element(p.begin(), p.begin() + 2), 0.5);
}

TEST(Resampling, BatchesOfExchangesDoNotChangeAByte) {
  const ResamplingOptions whole{.n_samples = 1000, .seed = 3};
  const auto p = permutation_p(kCounts, kDocuments, whole, {});
  for (const std::int64_t batch_bytes : {1, 6, 7 * 6, 999 * 6, 1000 * 6}) {
    ResamplingOptions batched = whole;
    batched.batch_bytes = batch_bytes;
    const auto again = permutation_p(kCounts, kDocuments, batched, {.n_threads = 2});
    for (const std::size_t term : {0, 1, 3}) EXPECT_EQ(again[term], p[term]) << batch_bytes;
    EXPECT_TRUE(std::isnan(again[2]));
  }
}

TEST(Resampling, BatchesOfDrawsDoNotChangeAByte) {
  for (const double alpha : {0.001, 0.05, 0.9}) {
    for (const std::int64_t n_samples : {1, 2, 3, 40, 1000}) {
      const ResamplingOptions whole{.n_samples = n_samples, .seed = 3, .alpha = alpha};
      const auto intervals = bootstrap_log_ratio(kCounts, kDocuments, whole, {});
      // One term and one sample at a time; some samples; some terms.
      for (const std::int64_t batch_bytes :
           std::vector<std::int64_t>{1, 7 * 6, 39 * 6, 16 * n_samples + 16}) {
        ResamplingOptions batched = whole;
        batched.batch_bytes = batch_bytes;
        const auto again = bootstrap_log_ratio(kCounts, kDocuments, batched, {.n_threads = 2});
        for (const std::size_t term : {0, 1, 3}) {
          EXPECT_EQ(again.low[term], intervals.low[term]) << batch_bytes;
          EXPECT_EQ(again.high[term], intervals.high[term]) << batch_bytes;
        }
        EXPECT_TRUE(std::isnan(again.low[2]));
      }
    }
  }
}

TEST(Resampling, OneSampleIsBothEndsOfItsInterval) {
  const auto found = bootstrap_log_ratio(kCounts, kDocuments, {.n_samples = 1}, {});
  EXPECT_EQ(found.low[0], found.high[0]);
}

TEST(Resampling, ADrawWithoutTokensOnEitherSideShowsNoDifference) {
  // Half of all draws of a side are of empty documents alone: a quarter of both sides.
  const std::vector<double> sizes{10, 0, 10, 0};
  const std::vector<std::uint8_t> sides{1, 1, 2, 2};
  const std::vector<std::int64_t> indptr{0, 2};
  const std::vector<std::int32_t> indices{0, 2};
  const std::vector<double> values{4, 4};
  const terms::CsrView<double> counts{indptr, indices, values, 4};
  const auto found =
      bootstrap_log_ratio(counts, {sizes, sides}, {.n_samples = 1000, .alpha = 0.9}, {});
  EXPECT_EQ(found.low[0], 0);
  EXPECT_EQ(found.high[0], 0);
}

TEST(Resampling, BootstrapOfTwoDocumentsWorkedByHand) {
  // Target {4, 3}: sums 8, 7, 7 or 6; reference {2, 0}: 4, 2, 2 or 0, which is taken for 1/2.
  const std::vector<double> sizes{10, 10, 10, 10};
  const std::vector<std::uint8_t> sides{1, 1, 2, 2};
  const std::vector<std::int64_t> indptr{0, 3};
  const std::vector<std::int32_t> indices{0, 1, 2};
  const std::vector<double> values{4, 3, 2};
  const auto found = bootstrap_log_ratio(terms::CsrView<double>{indptr, indices, values, 4},
                                         {sizes, sides}, {.n_samples = 4000, .alpha = 0.02}, {});
  EXPECT_DOUBLE_EQ(found.low[0], std::log2(6.0 / 4));
  EXPECT_DOUBLE_EQ(found.high[0], std::log2(8 / 0.5));
}

TEST(Resampling, WhatIsTheSameInAllDocumentsHasNoInterval) {
  const auto found = bootstrap_log_ratio(kCounts, kDocuments, {.n_samples = 50}, {});
  EXPECT_NEAR(found.low[1], 0, 1e-15);
  EXPECT_NEAR(found.high[1], 0, 1e-15);
  EXPECT_TRUE(std::isnan(found.low[2]));
}

TEST(Resampling, TheSeedDecidesAndThreadsDoNot) {
  const ResamplingOptions options{.n_samples = 199, .seed = 7};
  const auto p = permutation_p(kCounts, kDocuments, options, {});
  const auto again = permutation_p(kCounts, kDocuments, options, {.n_threads = 3});
  EXPECT_EQ(p[0], again[0]);
  const auto intervals = bootstrap_log_ratio(kCounts, kDocuments, options, {});
  const auto repeated = bootstrap_log_ratio(kCounts, kDocuments, options, {.n_threads = 3});
  EXPECT_EQ(intervals.low[0], repeated.low[0]);
  EXPECT_EQ(intervals.high[3], repeated.high[3]);
  const auto other = permutation_p(kCounts, kDocuments, {.n_samples = 199, .seed = 8}, {});
  EXPECT_NE(p[0], other[0]);
}

TEST(Resampling, NamesWhatIsWrong) {
  const std::vector<std::uint8_t> one_side(6, 1);
  EXPECT_EQ(error_of([&] { (void)permutation_p(kCounts, {kSizes, one_side}, {}, {}); }),
            "reference must have tokens");
  EXPECT_EQ(error_of([&] { (void)permutation_p(kCounts, kDocuments, {.n_samples = 0}, {}); }),
            "samples must be at least 1, not 0");
  EXPECT_EQ(error_of([&] { (void)permutation_p(kCounts, kDocuments, {.batch_bytes = 0}, {}); }),
            "batch_bytes must be at least 1, not 0");
  EXPECT_EQ(error_of([&] { (void)bootstrap_log_ratio(kCounts, kDocuments, {.alpha = 1}, {}); }),
            "alpha must lie in (0, 1), not 1");
}

}  // namespace
}  // namespace broadsheet::statistics
