#include "broadsheet/terms/tokens.hpp"

#include <random>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "terms/tokenizing.hpp"

namespace broadsheet::terms {
namespace {

text::Texts make_texts(const std::vector<std::string>& strings) {
  const auto owner = std::make_shared<const std::vector<std::string>>(strings);
  return {{owner->begin(), owner->end()}, {owner}};
}

std::vector<std::string> random_strings(std::size_t n_strings) {
  std::mt19937_64 random(4);
  std::vector<std::string> strings(n_strings);
  for (std::string& string : strings) {
    for (auto n_words = random() % 30; n_words > 0; --n_words) {
      string += "w" + std::to_string(random() % 500 * (random() % 500)) + " ";
    }
  }
  return strings;
}

TEST(Tokenize, NumbersTermsInTheOrderTheyFirstOccur) {
  const Tokens tokens = tokenize(make_texts({"b a", "", "a c b"}), Tokenizer(), nullptr, {});
  EXPECT_EQ(tokens.indptr, (std::vector<std::int64_t>{0, 2, 2, 5}));
  EXPECT_EQ(tokens.ids, (std::vector<std::int32_t>{0, 1, 1, 2, 0}));
  EXPECT_EQ(tokens.vocabulary->term(2), "c");
}

TEST(Tokenize, GivesTheSameForAnyThreadsAndChunks) {
  const text::Texts texts = make_texts(random_strings(1000));
  const Tokens expected = tokenize(texts, Tokenizer(), nullptr, {.chunk_size = 1000});
  for (const int n_threads : {1, 2, 8}) {
    for (const std::int64_t chunk_size : {1, 7, 128}) {
      const Tokens tokens =
          tokenize(texts, Tokenizer(), nullptr, {.n_threads = n_threads, .chunk_size = chunk_size});
      ASSERT_EQ(tokens.indptr, expected.indptr);
      ASSERT_EQ(tokens.ids, expected.ids);
      ASSERT_EQ(tokens.vocabulary->bytes(), expected.vocabulary->bytes());
      ASSERT_EQ(tokens.vocabulary->ends(), expected.vocabulary->ends());
    }
  }
}

TEST(Tokenize, HasRoomForMoreTokensThanNewsHas) {
  // Every other byte is a token, and texts differ much in length, so that chunks wait for turns.
  std::mt19937_64 random(7);
  std::vector<std::string> strings(300);
  for (std::string& string : strings) {
    for (auto n_words = random() % 100 * (random() % 100); n_words > 0; --n_words) {
      string += {static_cast<char>('a' + random() % 26), ' '};
    }
  }
  const text::Texts texts = make_texts(strings);
  const Tokenizer tokenizer({.preset = Preset::kUnicode});
  const Tokens expected = tokenize(texts, tokenizer, nullptr, {});
  for (const int n_threads : {2, 5}) {
    const Tokens tokens =
        tokenize(texts, tokenizer, nullptr, {.n_threads = n_threads, .chunk_size = 3});
    ASSERT_EQ(tokens.ids, expected.ids);
    ASSERT_EQ(tokens.indptr, expected.indptr);
    ASSERT_EQ(tokens.vocabulary->bytes(), expected.vocabulary->bytes());
  }
}

TEST(Tokenize, StopsWhenTheWatcherThrows) {
  const text::Texts texts = make_texts(random_strings(1000));
  for (const int n_threads : {1, 2}) {
    const parallel::LoopOptions loop{
        .n_threads = n_threads, .watch = [](std::int64_t) { throw std::runtime_error("stop"); }};
    EXPECT_THROW((void)tokenize(texts, Tokenizer(), nullptr, loop), std::runtime_error);
  }
}

TEST(Tokenize, KeepsToTheZonesAndLetsNoTokenCrossOne) {
  const text::Texts texts = make_texts({"one two", "three", "four"});
  const std::vector<std::int64_t> indptr{0, 2, 2, 3};
  const std::vector<text::Span> spans{{0, 5}, {5, 7}, {0, 4}};
  const SpansView zones{indptr, spans};
  for (const int n_threads : {1, 2}) {
    const Tokens tokens = tokenize(texts, Tokenizer(), &zones, {.n_threads = n_threads});
    EXPECT_EQ(tokens.indptr, (std::vector<std::int64_t>{0, 3, 3, 4}));
    EXPECT_EQ(tokens.vocabulary->bytes(), "onetwofour");
    EXPECT_EQ(tokens.vocabulary->term(1), "t");
  }
}

TEST(Tokenize, OfNoTextsIsEmpty) {
  const Tokens tokens = tokenize({}, Tokenizer(), nullptr, {.n_threads = 2});
  EXPECT_EQ(tokens.indptr, std::vector<std::int64_t>{0});
  EXPECT_EQ(tokens.vocabulary->size(), 0);
}

TEST(Tokenize, RejectsZonesThatDoNotFit) {
  const text::Texts texts = make_texts({"one"});
  const std::vector<std::int64_t> indptr{0, 1};
  const auto cut = [&](std::vector<std::int64_t> of_texts, std::vector<text::Span> spans) {
    const SpansView zones{of_texts, spans};
    return tokenize(texts, Tokenizer(), &zones, {});
  };
  EXPECT_NO_THROW(cut({0, 1}, {{0, 3}}));
  EXPECT_THROW(cut({0}, {{0, 3}}), std::invalid_argument);
  EXPECT_THROW(cut({0, 2}, {{0, 3}}), std::invalid_argument);
  EXPECT_THROW(cut({-1, 1}, {{0, 3}}), std::invalid_argument);
  EXPECT_THROW(cut({1, 0}, {{0, 3}}), std::invalid_argument);
  EXPECT_THROW(cut({0, 1}, {{0, 4}}), std::invalid_argument);
  EXPECT_THROW(cut({0, 1}, {{2, 1}}), std::invalid_argument);
}

TEST(Relabel, DropsMergesAndRenumbers) {
  const Tokens tokens = tokenize(make_texts({"a b c", "c a"}), Tokenizer(), nullptr, {});
  const auto vocabulary = std::make_shared<Vocabulary>();
  vocabulary->add("x");
  const Tokens relabelled = relabel(tokens.view(), std::vector<std::int32_t>{0, -1, 0}, vocabulary);
  EXPECT_EQ(relabelled.indptr, (std::vector<std::int64_t>{0, 2, 4}));
  EXPECT_EQ(relabelled.ids, (std::vector<std::int32_t>{0, 0, 0, 0}));
  EXPECT_EQ(relabelled.vocabulary->term(0), "x");
}

TEST(Relabel, RejectsIdsThatAreNotThere) {
  const Tokens tokens = tokenize(make_texts({"a b"}), Tokenizer(), nullptr, {});
  const auto vocabulary = std::make_shared<const Vocabulary>();
  EXPECT_THROW((void)relabel(tokens.view(), std::vector<std::int32_t>{-1}, vocabulary),
               std::invalid_argument);
  EXPECT_THROW((void)relabel(tokens.view(), std::vector<std::int32_t>{-1, 0}, vocabulary),
               std::invalid_argument);
  EXPECT_THROW((void)relabel(tokens.view(), std::vector<std::int32_t>{-1, -2}, vocabulary),
               std::invalid_argument);
}

TEST(SelectRows, GathersRowsInAnyOrderAndAgain) {
  const Tokens tokens = tokenize(make_texts({"a b", "", "c a"}), Tokenizer(), nullptr, {});
  const Tokens selected =
      select_rows(tokens.view(), std::vector<std::int64_t>{2, 0, 1, 2}, tokens.vocabulary);
  EXPECT_EQ(selected.indptr, (std::vector<std::int64_t>{0, 2, 4, 4, 6}));
  EXPECT_EQ(selected.ids, (std::vector<std::int32_t>{2, 0, 0, 1, 2, 0}));
  EXPECT_EQ(selected.vocabulary, tokens.vocabulary);
  for (const std::int64_t row : {-1, 3}) {
    EXPECT_THROW((void)select_rows(tokens.view(), std::vector{row}, tokens.vocabulary),
                 std::out_of_range);
  }
}

}  // namespace
}  // namespace broadsheet::terms
