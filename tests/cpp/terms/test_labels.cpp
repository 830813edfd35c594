#include "broadsheet/terms/labels.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

Labels labels_of(const std::vector<std::string>& texts) {
  Labels result;
  for (const std::string& text : texts) {
    result.bytes += text;
    result.offsets.push_back(std::ssize(result.bytes));
  }
  return result;
}

TEST(Labels, JoinWordsByASpace) {
  const SampleTokens tokens = tokens_of({"prime minister caf\xC3\xA9"});
  const ColumnWords columns{{0, 1, 3, 6}, {2, 0, 1, 0, 1, 2}};
  const Labels found = labels(columns, tokens.vocabulary);
  ASSERT_EQ(found.size(), 3);
  EXPECT_EQ(found.at(0), "caf\xC3\xA9");
  EXPECT_EQ(found.at(1), "prime minister");
  EXPECT_EQ(found.at(2), "prime minister caf\xC3\xA9");
}

TEST(Labels, OfManyColumnsAreTheSameForAnyThreads) {
  SampleTokens tokens;
  ColumnWords columns;
  Labels expected;
  for (std::int32_t i = 0; i < 1000; ++i) {
    tokens.vocabulary.add(std::to_string(i * i));
    for (std::int32_t word = i % 3; word >= 0; --word) {
      columns.words.push_back(i - word);
      expected.bytes += std::to_string((i - word) * (i - word)) + (word > 0 ? " " : "");
    }
    columns.indptr.push_back(std::ssize(columns.words));
    expected.offsets.push_back(std::ssize(expected.bytes));
  }
  for (const int n_threads : {1, 2, 8}) {
    const Labels found =
        labels(columns, tokens.vocabulary, {.n_threads = n_threads, .chunk_size = 7});
    EXPECT_EQ(found.offsets, expected.offsets);
    EXPECT_EQ(found.bytes, expected.bytes);
  }
  EXPECT_EQ(labels({}, tokens.vocabulary).size(), 0);
}

TEST(Labels, AreReadBackWithUnknownWordsMarked) {
  const SampleTokens tokens = tokens_of({"prime minister"});
  const auto read = read_labels(labels_of({"minister", "prime minister", "prime number", ""}),
                                tokens.vocabulary, 1, 2);
  EXPECT_EQ(read.indptr, (std::vector<std::int64_t>{0, 1, 3, 5, 6}));
  EXPECT_EQ(read.words, (std::vector<std::int32_t>{1, 0, 1, 0, -1, -1}));
}

TEST(Labels, OfSingleWordsMayHoldSpacesAsTermsMay) {
  SampleTokens tokens;
  tokens.vocabulary.add("New York");
  EXPECT_EQ(read_labels(labels_of({"New York"}), tokens.vocabulary, 1, 1).words,
            std::vector<std::int32_t>{0});
  EXPECT_THROW((void)read_labels(labels_of({"York New"}), tokens.vocabulary, 1, 1),
               std::invalid_argument);
}

TEST(Labels, OfMoreOrFewerWordsThanCountedAreRefused) {
  const SampleTokens tokens = tokens_of({"a b c"});
  try {
    (void)read_labels(labels_of({"a b", "c"}), tokens.vocabulary, 2, 2);
    FAIL();
  } catch (const std::invalid_argument& error) {
    EXPECT_STREQ(error.what(), "term 1 has 1 words: 'c', but ngrams is (2, 2)");
  }
  EXPECT_THROW((void)read_labels(labels_of({"a b c"}), tokens.vocabulary, 1, 2),
               std::invalid_argument);
}

TEST(Joinable, WordsHoldNoSpaceAndNoControlCharacter) {
  SampleTokens tokens = tokens_of({"a caf\xC3\xA9"});
  EXPECT_NO_THROW(require_joinable(tokens.vocabulary));
  tokens.vocabulary.add("New York");
  EXPECT_THROW(require_joinable(tokens.vocabulary), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
