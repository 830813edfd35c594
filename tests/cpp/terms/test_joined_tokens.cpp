#include "broadsheet/terms/joined_tokens.hpp"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;
using Longs = std::vector<std::int64_t>;

/// Parts that outlive the views of them.
struct Parts {
  std::vector<SampleTokens> samples;

  [[nodiscard]] Tokens join(const parallel::LoopOptions& loop = {}) const {
    std::vector<TokensPart> parts;
    for (const SampleTokens& sample : samples) {
      parts.push_back({sample.view(), std::make_shared<const Vocabulary>(sample.vocabulary)});
    }
    return join_tokens(parts, loop);
  }
};

TEST(JoinedTokens, NumberTermsAsTheyFirstOccurWorkedByHand) {
  const Tokens joined =
      Parts{{tokens_of({"b a", ""}), tokens_of({}), tokens_of({"c a c", "d b"})}}.join();
  EXPECT_EQ(joined.indptr, (Longs{0, 2, 2, 5, 7}));
  EXPECT_EQ(joined.ids, (Ints{0, 1, 2, 1, 2, 3, 0}));
  EXPECT_EQ(joined.vocabulary->bytes(), "bacd");
}

TEST(JoinedTokens, OfOnePartShareItsVocabulary) {
  const SampleTokens tokens = tokens_of({"a b", "a"});
  const auto vocabulary = std::make_shared<const Vocabulary>(tokens.vocabulary);
  const std::vector<TokensPart> parts{{tokens.view(), vocabulary}, {tokens.view(), vocabulary}};
  const Tokens joined = join_tokens(parts, {});
  EXPECT_EQ(joined.vocabulary, vocabulary);
  EXPECT_EQ(joined.ids, (Ints{0, 1, 0, 0, 1, 0}));
}

TEST(JoinedTokens, OfAnySplitAreThoseOfAllDocumentsOnAnyNumberOfThreads) {
  std::mt19937 random(11);
  std::vector<std::string> texts;
  for (int document = 0; document < 5000; ++document) {
    std::string text;
    for (auto left = random() % 6; left > 0; --left) {
      text += (text.empty() ? "w" : " w") + std::to_string(random() % (1 + random() % 900));
    }
    texts.push_back(text);
  }
  const SampleTokens whole = tokens_of(texts);
  for (const std::size_t n_parts : {1, 2, 3, 7, 64}) {
    Parts parts;
    std::size_t begin = 0;
    for (std::size_t part = 0; part < n_parts; ++part) {
      const std::size_t left = texts.size() - begin;
      const std::size_t n = part + 1 == n_parts ? left : random() % (2 * left / (n_parts - part));
      const auto first = texts.begin() + static_cast<std::ptrdiff_t>(begin);
      parts.samples.push_back(tokens_of({first, first + static_cast<std::ptrdiff_t>(n)}));
      begin += n;
    }
    for (const int n_threads : {1, 2, 8}) {
      const Tokens joined = parts.join({.n_threads = n_threads});
      ASSERT_EQ(joined.indptr, whole.indptr);
      ASSERT_EQ(joined.ids, whole.ids);
      ASSERT_EQ(joined.vocabulary->bytes(), whole.vocabulary.bytes());
      ASSERT_EQ(joined.vocabulary->ends(), whole.vocabulary.ends());
    }
  }
}

}  // namespace
}  // namespace broadsheet::terms
