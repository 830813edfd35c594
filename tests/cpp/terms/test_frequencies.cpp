#include "broadsheet/terms/frequencies.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/terms/counts.hpp"
#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Longs = std::vector<std::int64_t>;

TEST(Frequencies, OfTokensWorkedByHand) {
  const SampleTokens tokens = tokens_of({"a b a", "", "b c b b"});
  const auto found = frequencies(tokens.view(), {});
  EXPECT_EQ(found.totals, (Longs{2, 4, 1}));
  EXPECT_EQ(found.documents, (Longs{1, 2, 1}));
  Longs n_distinct(3, -1);
  EXPECT_EQ(frequencies(tokens.view(), {}, n_distinct).totals, found.totals);
  EXPECT_EQ(n_distinct, (Longs{2, 0, 2}));
}

TEST(Frequencies, OfAMatrixCountOnlyCellsAboveZero) {
  const std::vector<std::int64_t> indptr{0, 2, 4};
  const std::vector<std::int32_t> indices{0, 2, 0, 1};
  const std::vector<double> values{1.5, 0, 2, 1};
  const auto found = frequencies(CsrView<double>{indptr, indices, values, 3});
  EXPECT_EQ(found.totals, (std::vector<double>{3.5, 1, 0}));
  EXPECT_EQ(found.documents, (Longs{2, 1, 0}));
}

TEST(Frequencies, OfSomeRowsAreThoseOfTheirMatrix) {
  const std::vector<std::int64_t> indptr{0, 2, 4, 5};
  const std::vector<std::int32_t> indices{0, 2, 0, 1, 1};
  const std::vector<std::int32_t> values{1, 5, 2, 1, 7};
  const CsrView<std::int32_t> counts{indptr, indices, values, 3};
  const auto found = frequencies(counts, Longs{2, 0});
  EXPECT_EQ(found.totals, (std::vector<double>{1, 7, 5}));
  EXPECT_EQ(found.documents, (Longs{1, 1, 1}));
  EXPECT_EQ(frequencies(counts, Longs{}).totals, std::vector<double>(3));
  EXPECT_EQ(frequencies(counts, Longs{0, 1, 2}).totals, frequencies(counts).totals);
  EXPECT_THROW((void)frequencies(counts, Longs{3}), std::invalid_argument);
}

TEST(Frequencies, OfTokensAreThoseOfTheirMatrixOnAnyNumberOfThreads) {
  const SampleTokens tokens = random_tokens(1, 500, 40, 60);
  const auto n = static_cast<std::size_t>(tokens.vocabulary.size());
  std::vector<std::int32_t> same(n);
  for (std::size_t id = 0; id < n; ++id) same[id] = static_cast<std::int32_t>(id);
  const auto of_matrix =
      frequencies(counts(tokens.view(), same, tokens.vocabulary.size(), {}).view());
  for (const int n_threads : {1, 2, 8}) {
    const auto of_tokens = frequencies(tokens.view(), {.n_threads = n_threads, .chunk_size = 13});
    EXPECT_EQ(of_tokens.documents, of_matrix.documents);
    EXPECT_EQ(std::vector<double>(of_tokens.totals.begin(), of_tokens.totals.end()),
              of_matrix.totals);
  }
}

}  // namespace
}  // namespace broadsheet::terms
