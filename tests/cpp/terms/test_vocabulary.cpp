#include "broadsheet/terms/vocabulary.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

using Words = std::vector<std::string>;

std::string random_word(std::mt19937_64& random) {
  std::string word;
  for (auto length = random() % 24; length > 0; --length) {
    word.push_back(static_cast<char>(random() % 4 == 0 ? random() % 256 : 'a' + random() % 3));
  }
  return word;
}

/// The first words of lower-case letters whose fast hash is `chosen`.
template <typename Predicate>
Words words_where(std::size_t n_words, Predicate chosen) {
  Words words;
  for (std::uint64_t number = 1; words.size() < n_words; ++number) {
    std::string word;
    for (std::uint64_t rest = number; rest > 0; rest /= 26) {
      word.push_back(static_cast<char>('a' + rest % 26));
    }
    if (chosen(fast_hash(word))) words.push_back(word);
  }
  return words;
}

bool starts_with_ten_zeros(std::uint64_t hash) {
  return hash >> 54 == 0;
}

TEST(Vocabulary, NumbersTermsInTheOrderTheyCome) {
  Vocabulary terms;
  EXPECT_EQ(terms.add("moscow"), 0);
  EXPECT_EQ(terms.add("nato"), 1);
  EXPECT_EQ(terms.add("moscow"), 0);
  EXPECT_EQ(terms.size(), 2);
  EXPECT_EQ(terms.term(1), "nato");
  EXPECT_EQ(terms.find("nato"), 1);
  EXPECT_EQ(terms.find("tass"), -1);
  EXPECT_EQ(terms.bytes(), "moscownato");
  EXPECT_EQ(terms.ends(), (std::vector<std::int64_t>{0, 6, 10}));
}

TEST(Vocabulary, AgreesWithAMapOnRandomBytesOfAnyLength) {
  std::mt19937_64 random(1);
  Vocabulary terms;
  std::map<std::string, std::int32_t> expected;
  for (int i = 0; i < 100'000; ++i) {
    const std::string word = random_word(random);
    const auto found = expected.find(word);
    EXPECT_EQ(terms.find(word), found == expected.end() ? -1 : found->second);
    const auto id = expected.emplace(word, static_cast<std::int32_t>(expected.size())).first;
    ASSERT_EQ(terms.add(word), id->second);
  }
  ASSERT_EQ(static_cast<std::size_t>(terms.size()), expected.size());
  for (const auto& [word, id] : expected) ASSERT_EQ(terms.term(id), word);
  EXPECT_FALSE(terms.is_keyed());
}

TEST(Vocabulary, TellsApartTermsThatDifferInNulBytesOnly) {
  Vocabulary terms;
  const std::string nul(1, '\0');
  const Words words{
      "", nul, nul + nul, "a", "a" + nul, nul + "a", std::string(17, '\0'), std::string(18, '\0')};
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(terms.add(words[i]), static_cast<std::int32_t>(i));
  }
}

TEST(Vocabulary, TellsApartLongTermsThatDifferInTheMiddle) {
  Vocabulary terms;
  EXPECT_EQ(terms.add("12345678-left-12345678"), 0);
  EXPECT_EQ(terms.add("12345678-rite-12345678"), 1);
  EXPECT_EQ(terms.find("12345678-mitt-12345678"), -1);
}

TEST(Vocabulary, TellsApartLongTermsOfOneBatch) {
  Words longs;
  for (int i = 100; i < 400; ++i) longs.push_back("12345678-" + std::to_string(i) + "-12345678");
  const std::vector<std::string_view> words(longs.begin(), longs.end());
  std::vector<std::int32_t> ids(words.size());
  Vocabulary terms;
  terms.add_padded(words, ids.data());
  EXPECT_EQ(terms.size(), 300);
  EXPECT_EQ(ids.back(), 299);
}

TEST(Vocabulary, TakesManyPaddedTermsAsTheSameTerms) {
  const std::string text =
      "nato said on friday that it had nothing to say about it" + std::string(16, ' ');
  std::vector<std::string_view> words;
  std::vector<std::int32_t> expected;
  Vocabulary one_by_one;
  for (std::size_t round = 0; round < 3; ++round) {
    for (std::size_t length = 0; length <= 40; ++length) {
      words.push_back(std::string_view(text).substr(round, length));
      expected.push_back(one_by_one.add(words.back()));
    }
  }
  Vocabulary terms;
  std::vector<std::int32_t> ids(words.size());
  terms.add_padded(words, ids.data());
  EXPECT_EQ(ids, expected);
  EXPECT_EQ(terms.bytes(), one_by_one.bytes());
}

TEST(Vocabulary, SortsItsIdsByTheBytesOfTheTerms) {
  std::mt19937_64 random(2);
  Vocabulary terms;
  for (int i = 0; i < 10'000; ++i) terms.add(random_word(random));
  const auto ids = terms.sorted_ids();
  ASSERT_EQ(ids.size(), static_cast<std::size_t>(terms.size()));
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end(), [&](std::int32_t left, std::int32_t right) {
    return terms.term(left) < terms.term(right);
  }));
  EXPECT_TRUE(Vocabulary().sorted_ids().empty());
}

TEST(Vocabulary, SortsMoreIdsThanOneRunOnAnyNumberOfThreads) {
  std::mt19937_64 random(6);
  Vocabulary terms;
  while (terms.size() < 100'000) terms.add(random_word(random) + std::to_string(random() % 1000));
  for (const int n_threads : {1, 2, 8}) {
    const auto ids = terms.sorted_ids({.n_threads = n_threads});
    ASSERT_EQ(ids.size(), 100'000);
    EXPECT_TRUE(std::ranges::is_sorted(ids, {}, [&](std::int32_t id) { return terms.term(id); }));
  }
}

TEST(Vocabulary, KeepsProbesShortWhenWordsAreChosenToCollide) {
  const Words words = words_where(4000, starts_with_ten_zeros);
  Vocabulary terms;
  for (std::size_t i = 0; i < words.size(); ++i) {
    ASSERT_EQ(terms.add(words[i]), static_cast<std::int32_t>(i));
    ASSERT_LE(terms.longest_probe(), 100);
  }
  EXPECT_TRUE(terms.is_keyed());
  for (std::size_t i = 0; i < words.size(); ++i) {
    ASSERT_EQ(terms.find(words[i]), static_cast<std::int32_t>(i));
  }
  EXPECT_EQ(terms.find("not there"), -1);
}

TEST(Vocabulary, NoticesManyRunsNoneOfWhichIsLong) {
  // In the table of 2**13 slots these words have 64 homes, each for about 64 words.
  const auto chosen = [](std::uint64_t hash) { return (hash >> 51) % 128 == 0; };
  Vocabulary terms;
  for (const std::string& word : words_where(4000, chosen)) terms.add(word);
  EXPECT_TRUE(terms.is_keyed());
  EXPECT_LE(terms.longest_probe(), 100);
}

TEST(Vocabulary, NoticesOneLongRunAmongManyWords) {
  Vocabulary terms;
  for (int i = 0; i < 10'000; ++i) terms.add("random" + std::to_string(i));
  EXPECT_FALSE(terms.is_keyed());
  for (const auto& word : words_where(120, [](std::uint64_t hash) { return hash >> 49 == 7; })) {
    terms.add(word);
  }
  EXPECT_TRUE(terms.is_keyed());
}

TEST(Vocabulary, GoesOverToTheKeyAmidABatch) {
  // One word comes again and again, so it is there before and after the change in any batch.
  std::string text = "again ";
  for (const std::string& word : words_where(2000, starts_with_ten_zeros)) text += word + " again ";
  text += std::string(16, ' ');
  std::vector<std::string_view> words;
  for (std::size_t at = 0; text[at] != ' '; at += words.back().size() + 1) {
    words.push_back(std::string_view(text).substr(at, text.find(' ', at) - at));
  }
  Vocabulary terms;
  std::vector<std::int32_t> ids(words.size());
  terms.add_padded(words, ids.data());
  EXPECT_TRUE(terms.is_keyed());
  EXPECT_EQ(terms.size(), 2001);
  for (std::size_t i = 0; i < words.size(); ++i) ASSERT_EQ(terms.term(ids[i]), words[i]);
}

TEST(Vocabulary, GivesTheSameIdsUnderAnyKey) {
  const Words words = words_where(2000, starts_with_ten_zeros);
  Vocabulary first;
  Vocabulary second;
  for (const std::string& word : words) {
    EXPECT_EQ(first.add(word), second.add(word));
  }
  EXPECT_EQ(first.sorted_ids(), second.sorted_ids());
}

TEST(Vocabulary, CopiesWhole) {
  Vocabulary terms;
  terms.add("nato");
  Vocabulary copy = terms;
  copy.add("tass");
  EXPECT_EQ(terms.size(), 1);
  EXPECT_EQ(copy.find("nato"), 0);
}

TEST(Vocabulary, SaysWhatItTakesOfMemory) {
  EXPECT_EQ(Vocabulary::memory(0, 0), 8 + 64 * 32);
  EXPECT_EQ(Vocabulary::memory(32, 100), 100 + 33 * 8 + 64 * 32);
  EXPECT_EQ(Vocabulary::memory(33, 100), 100 + 34 * 8 + 128 * 32);
}

}  // namespace
}  // namespace broadsheet::terms
