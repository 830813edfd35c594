#include "broadsheet/terms/expected_size.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "broadsheet/terms/labels.hpp"
#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

/// What counting makes of the tokens.
ExpectedSize size_of(const SampleTokens& tokens, const NgramOptions& options) {
  const auto counted = count_ngrams(tokens.view(), tokens.vocabulary.sorted_ids(), options);
  return {static_cast<double>(counted.counts.n_columns),
          static_cast<double>(counted.counts.values.size()),
          static_cast<double>(labels(counted.columns, tokens.vocabulary).bytes.size())};
}

ExpectedSize expect(const SampleTokens& tokens, const NgramOptions& options,
                    std::int64_t most_occurrences = 1 << 21) {
  return expect_size(tokens.view(), tokens.vocabulary, options, most_occurrences);
}

std::string error_of(const NgramOptions& options) {
  try {
    (void)expect(tokens_of({"a"}), options);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(ExpectedSize, OfFewTokensIsWhatTheyBecomeWorkedByHand) {
  const SampleTokens tokens = tokens_of({"to be or", "", "to be to be"});
  const auto words = expect(tokens, {});
  EXPECT_EQ(words.n_columns, 3);
  EXPECT_EQ(words.n_values, 5);
  EXPECT_EQ(words.label_bytes, 6);
  EXPECT_EQ(words.n_found, 3);
  EXPECT_EQ(words.share, 1);
  const auto pairs = expect(tokens, {.lo = 2, .hi = 2});  // "to be", "be or", "be to".
  EXPECT_EQ(pairs.n_columns, 3);
  EXPECT_EQ(pairs.n_values, 4);
  EXPECT_EQ(pairs.label_bytes, 15);
  const auto often = expect(tokens, {.lo = 2, .hi = 2, .trim = {.min_documents = 2}});
  EXPECT_EQ(often.n_columns, 1);
  EXPECT_EQ(often.n_found, 3);
  EXPECT_EQ(expect(tokens_of({}), {.hi = 3}).n_columns, 0);
}

TEST(ExpectedSize, AgreesWithCountingUnderAnyBounds) {
  const SampleTokens tokens = random_tokens(3, 300, 40, 200);
  for (const NgramOptions& options :
       {NgramOptions{}, NgramOptions{.hi = 2}, NgramOptions{.lo = 2, .hi = 4},
        NgramOptions{.hi = 3, .trim = {.min_documents = 2}},
        NgramOptions{.hi = 2, .trim = {.min_documents = 3, .max_documents = 40.5}},
        NgramOptions{.trim = {.max_terms = 50}}, NgramOptions{.hi = 2, .trim = {.max_terms = 1}}}) {
    const auto expected = expect(tokens, options);
    const auto counted = size_of(tokens, options);
    EXPECT_EQ(expected.n_columns, counted.n_columns);
    if (options.trim.max_terms < 1000) continue;  // Ties may be broken otherwise.
    EXPECT_EQ(expected.n_values, counted.n_values);
    EXPECT_EQ(expected.label_bytes, counted.label_bytes);
  }
}

TEST(ExpectedSize, OfManyTokensIsCloseAndTheSameForAnyThreads) {
  const SampleTokens tokens = random_tokens(4, 3000, 60, 3000);
  for (const NgramOptions& options : {NgramOptions{.hi = 2}, NgramOptions{.lo = 2, .hi = 2},
                                      NgramOptions{.hi = 3, .trim = {.min_documents = 2}},
                                      NgramOptions{.hi = 2, .trim = {.max_terms = 20'000}}}) {
    const auto counted = size_of(tokens, options);
    const auto expected = expect(tokens, options, 5000);
    EXPECT_LT(expected.share, 0.1);
    EXPECT_NEAR(expected.n_columns / counted.n_columns, 1, 0.15);
    EXPECT_NEAR(expected.n_values / counted.n_values, 1, 0.15);
    EXPECT_NEAR(expected.label_bytes / counted.label_bytes, 1, 0.15);
    for (const int n_threads : {2, 8}) {
      NgramOptions threaded = options;
      threaded.loop.n_threads = n_threads;
      const auto again = expect(tokens, threaded, 5000);
      EXPECT_EQ(again.n_columns, expected.n_columns);
      EXPECT_EQ(again.n_values, expected.n_values);
      EXPECT_EQ(again.label_bytes, expected.label_bytes);
    }
  }
}

TEST(ExpectedSize, RefusesWhatCountingRefuses) {
  EXPECT_EQ(error_of({.lo = 0}), "ngrams must be (lo, hi) with 1 <= lo <= hi <= 255, not (0, 1)");
  EXPECT_EQ(error_of({.hi = 256}),
            "ngrams must be (lo, hi) with 1 <= lo <= hi <= 255, not (1, 256)");
  EXPECT_EQ(error_of({.trim = {.min_documents = -1}}), "min_df must not be negative, not -1");
}

}  // namespace
}  // namespace broadsheet::terms
