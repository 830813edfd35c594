#include "broadsheet/similarity/shingles.hpp"

#include <map>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

using Hashes = std::vector<std::uint64_t>;

/// Documents of words, numbered in the order of `order`.
struct Documents {
  Documents(const std::vector<std::vector<std::string>>& documents,
            const std::vector<std::string>& order) {
    for (const auto& word : order) vocabulary.add(word);
    for (const auto& document : documents) {
      for (const auto& word : document) ids.push_back(vocabulary.find(word));
      indptr.push_back(static_cast<std::int64_t>(ids.size()));
    }
  }

  [[nodiscard]] WordShingles shingles(std::int32_t width, std::uint64_t seed = 0) const {
    return {{indptr, ids, vocabulary.size()}, vocabulary, width, seed};
  }

  terms::Vocabulary vocabulary;
  std::vector<std::int64_t> indptr = {0};
  std::vector<std::int32_t> ids;
};

Hashes read(const Shingles& shingles, std::int64_t document) {
  Hashes hashes = {17, 18, 19};  // What was there before must be lost.
  shingles.read(document, hashes);
  return hashes;
}

TEST(WordShingles, AreRunsOfWordsAndAShortDocumentIsOne) {
  const Documents documents({{"a", "b", "a", "b"}, {"a", "b"}, {"b"}, {}}, {"a", "b"});
  const auto pairs = documents.shingles(2);
  ASSERT_EQ(pairs.n_documents(), 4);
  const Hashes first = read(pairs, 0);  // ab, ba, ab
  ASSERT_EQ(first.size(), 3);
  EXPECT_EQ(first[0], first[2]);
  EXPECT_NE(first[0], first[1]);
  EXPECT_EQ(read(pairs, 1), Hashes{first[0]});
  EXPECT_EQ(read(pairs, 2).size(), 1);
  EXPECT_TRUE(read(pairs, 3).empty());
  EXPECT_EQ(read(documents.shingles(4), 0).size(), 1);
  EXPECT_EQ(read(documents.shingles(64), 0), read(documents.shingles(4), 0));
}

TEST(WordShingles, DependOnWordsNotOnTheirNumbers) {
  const Documents one({{"wheat", "rose", "today"}}, {"wheat", "rose", "today"});
  const Documents other({{"wheat", "rose", "today"}}, {"corn", "today", "rose", "wheat"});
  for (const std::int32_t width : {1, 2, 3}) {
    EXPECT_EQ(read(one.shingles(width), 0), read(other.shingles(width), 0));
    EXPECT_NE(read(one.shingles(width, 1), 0), read(other.shingles(width, 2), 0));
  }
}

TEST(WordShingles, AreEqualExactlyWhereTheWordsAre) {
  std::mt19937 random(3);
  std::vector<std::string> document;
  for (int i = 0; i < 2000; ++i) document.emplace_back(1, "abc"[random() % 3]);
  const Documents documents({document}, {"a", "b", "c"});
  for (const std::size_t width : {1U, 2U, 3U, 5U}) {
    const Hashes hashes = read(documents.shingles(static_cast<std::int32_t>(width)), 0);
    ASSERT_EQ(hashes.size(), document.size() - width + 1);
    std::map<std::string, std::uint64_t> of_run;
    std::map<std::uint64_t, std::string> of_hash;
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      std::string run;
      for (std::size_t j = i; j < i + width; ++j) run += document[j];
      EXPECT_EQ(of_run.try_emplace(run, hashes[i]).first->second, hashes[i]);
      EXPECT_EQ(of_hash.try_emplace(hashes[i], run).first->second, run);
    }
  }
}

TEST(WordShingles, RefusesWidthsAndOtherVocabularies) {
  const Documents documents({{"a"}}, {"a"});
  EXPECT_EQ(error_of([&] { (void)documents.shingles(0); }), "shingle must lie in [1, 64], not 0");
  EXPECT_EQ(error_of([&] { (void)documents.shingles(65); }), "shingle must lie in [1, 64], not 65");
  EXPECT_EQ(error_of([&] {
              const WordShingles wrong({documents.indptr, documents.ids, 2}, documents.vocabulary,
                                       1, 0);
            }),
            "tokens must have the 1 terms of the vocabulary, not 2");
}

TEST(GivenShingles, AreReadAsGiven) {
  const std::vector<std::int64_t> indptr = {0, 2, 2, 3};
  const Hashes hashes = {9, 9, 4};
  const GivenShingles shingles(indptr, hashes);
  ASSERT_EQ(shingles.n_documents(), 3);
  EXPECT_EQ(read(shingles, 0), (Hashes{9, 9}));
  EXPECT_TRUE(read(shingles, 1).empty());
  EXPECT_EQ(read(shingles, 2), Hashes{4});
}

TEST(GivenShingles, RefusesWhatIsNoIndptr) {
  const Hashes hashes = {1, 2, 3};
  const auto message = [&](const std::vector<std::int64_t>& indptr) {
    return error_of([&] { const GivenShingles wrong(indptr, hashes); });
  };
  EXPECT_EQ(message({}), "indptr must begin with 0");
  EXPECT_EQ(message({1, 3}), "indptr must begin with 0");
  EXPECT_EQ(message({0, 2}), "indptr must end with 3, the number of hashes, not 2");
  EXPECT_EQ(message({0, 2, 1, 3}), "indptr must never decrease, but does after entry 1");
}

TEST(JoinedShingles, AreThoseOfOnePartAfterTheOther) {
  const std::vector<std::int64_t> one = {0, 1, 3};
  const std::vector<std::int64_t> none = {0};
  const std::vector<std::int64_t> other = {0, 0, 2};
  const Hashes hashes = {1, 2, 3};
  const JoinedShingles joined({std::make_shared<GivenShingles>(one, hashes),
                               std::make_shared<GivenShingles>(none, Hashes{}),
                               std::make_shared<GivenShingles>(other, std::span(hashes).first(2))});
  ASSERT_EQ(joined.n_documents(), 4);
  EXPECT_EQ(read(joined, 0), Hashes{1});
  EXPECT_EQ(read(joined, 1), (Hashes{2, 3}));
  EXPECT_TRUE(read(joined, 2).empty());
  EXPECT_EQ(read(joined, 3), (Hashes{1, 2}));
}

text::Texts texts_of(const std::vector<std::string>& texts) {
  return {{texts.begin(), texts.end()}, {}};
}

TEST(CharacterShingles, AreRunsOfFoldedCharacters) {
  const std::vector<std::string> texts = {"Aba  b", "ab a\nb", "a", " \n", "b\xC3\xA9"};
  const CharacterShingles pairs(texts_of(texts), {}, 2, 0);
  ASSERT_EQ(pairs.n_documents(), 5);
  const Hashes first = read(pairs, 0);   // "ab", "ba", "a ", " b"
  const Hashes second = read(pairs, 1);  // "ab", "b ", " a", "a ", " b"
  ASSERT_EQ(first.size(), 4);
  ASSERT_EQ(second.size(), 5);
  EXPECT_EQ(first[0], second[0]);
  EXPECT_EQ(first[2], second[3]);
  EXPECT_EQ(first[3], second[4]);
  EXPECT_NE(first[0], first[1]);
  EXPECT_EQ(read(pairs, 2).size(), 1);
  EXPECT_TRUE(read(pairs, 3).empty());
  EXPECT_EQ(read(pairs, 4).size(), 1);
}

TEST(CharacterShingles, HaveOneHashForOneRunOfCharacters) {
  std::mt19937 random(9);
  std::vector<std::string> texts(20);
  for (auto& text : texts) {
    for (int i = 0; i < 60; ++i) text += static_cast<char>('a' + random() % 3);
  }
  for (const std::int32_t width : {1, 3, 7}) {
    const CharacterShingles shingles(texts_of(texts), {}, width, 4);
    std::map<std::string, std::uint64_t> hash_of;
    std::map<std::uint64_t, std::string> of_hash;
    for (std::size_t row = 0; row < texts.size(); ++row) {
      const Hashes hashes = read(shingles, static_cast<std::int64_t>(row));
      ASSERT_EQ(hashes.size(), texts[row].size() + 1 - static_cast<std::size_t>(width));
      for (std::size_t i = 0; i < hashes.size(); ++i) {
        const std::string run = texts[row].substr(i, static_cast<std::size_t>(width));
        EXPECT_EQ(hash_of.emplace(run, hashes[i]).first->second, hashes[i]);
        EXPECT_EQ(of_hash.emplace(hashes[i], run).first->second, run);
      }
    }
  }
}

TEST(CharacterShingles, DependOnSeedAndOptionsAndRefuseWidths) {
  const std::vector<std::string> words = {"Wheat"};
  const auto texts = texts_of(words);
  EXPECT_NE(read(CharacterShingles(texts, {}, 5, 0), 0),
            read(CharacterShingles(texts, {}, 5, 1), 0));
  EXPECT_NE(read(CharacterShingles(texts, {.lowercase = false}, 5, 0), 0),
            read(CharacterShingles(texts, {}, 5, 0), 0));
  EXPECT_EQ(error_of([&] { (void)CharacterShingles(texts, {}, 65, 0); }),
            "shingle must lie in [1, 64], not 65");
}

}  // namespace
}  // namespace broadsheet::similarity
