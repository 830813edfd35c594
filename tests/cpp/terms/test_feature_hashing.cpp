#include "broadsheet/terms/feature_hashing.hpp"

#include <algorithm>
#include <cstdlib>
#include <limits>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "terms/text_samples.hpp"
#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Row = std::map<std::int64_t, double>;

std::vector<Row> read(const Csr<double>& matrix) {
  std::vector<Row> rows(matrix.indptr.size() - 1);
  for (std::size_t row = 0; row < rows.size(); ++row) {
    std::int32_t last = -1;
    for (auto at = matrix.indptr[row]; at < matrix.indptr[row + 1]; ++at) {
      const std::int32_t column = matrix.indices[static_cast<std::size_t>(at)];
      EXPECT_GT(column, last);
      EXPECT_LT(column, matrix.n_columns);
      last = column;
      rows[row][column] = matrix.values[static_cast<std::size_t>(at)];
    }
  }
  return rows;
}

/// The slow twin: each n-gram a string, hashed on its own.
Row hash_slowly(const std::vector<std::string>& terms, const FeatureHashingOptions& options) {
  Row row;
  for (const std::string& term : terms) {
    const std::int64_t hash = murmur_hash_3(term);
    row[std::abs(hash) % options.n_features] += options.alternate_sign && hash < 0 ? -1 : 1;
  }
  return row;
}

std::vector<std::string> word_ngrams(const SampleTokens& tokens, std::int64_t document,
                                     std::size_t lo, std::size_t hi) {
  std::vector<std::string> ngrams;
  const auto ids = tokens.view().of(document);
  for (std::size_t i = 0; i < ids.size(); ++i) {
    std::string ngram;
    for (std::size_t n = 1; n <= hi && i + n <= ids.size(); ++n) {
      ngram += (n == 1 ? "" : " ") + std::string(tokens.vocabulary.term(ids[i + n - 1]));
      if (n >= lo) ngrams.push_back(ngram);
    }
  }
  return ngrams;
}

TEST(FeatureHashing, HasTheVerificationValueOfItsSource) {
  // As SMHasher does it: hash {}, {0}, {0, 1}, ... with seeds 256, 255, ..., then the hashes.
  std::string key;
  std::string hashes;
  for (std::uint32_t i = 0; i < 256; ++i) {
    const auto hash = static_cast<std::uint32_t>(murmur_hash_3(key, 256 - i));
    for (int shift = 0; shift < 32; shift += 8) hashes += static_cast<char>(hash >> shift);
    key += static_cast<char>(i);
  }
  EXPECT_EQ(static_cast<std::uint32_t>(murmur_hash_3(hashes)), 0xB0F57EE3);
}

TEST(FeatureHashing, SumsWordsWorkedByHand) {
  // The hashes are those of scikit-learn's murmurhash3_32; the columns are modulo 8.
  EXPECT_EQ(murmur_hash_3("wheat"), -1632890379);     // 3
  EXPECT_EQ(murmur_hash_3("rose"), -1139389964);      // 4
  EXPECT_EQ(murmur_hash_3("wheat rose"), 288008850);  // 2
  EXPECT_EQ(murmur_hash_3("rose wheat"), 445477973);  // 5
  const SampleTokens tokens = tokens_of({"wheat rose wheat", "", "rose"});
  const FeatureHashingOptions options{.n_features = 8};
  auto rows = read(hash_words(tokens.view(), tokens.vocabulary, 1, 1, options));
  EXPECT_EQ(rows, (std::vector<Row>{{{3, -2}, {4, -1}}, {}, {{4, -1}}}));
  rows = read(hash_words(tokens.view(), tokens.vocabulary, 1, 2, options));
  EXPECT_EQ(rows[0], (Row{{2, 1}, {3, -2}, {4, -1}, {5, 1}}));
}

TEST(FeatureHashing, PutsTheSmallestHashWhereItsMagnitudeBelongs) {
  const std::string word = "akqlrggi";
  EXPECT_EQ(murmur_hash_3(word), std::numeric_limits<std::int32_t>::min());
  const SampleTokens tokens = tokens_of({word});
  const auto rows = read(hash_words(tokens.view(), tokens.vocabulary, 1, 1, {.n_features = 1000}));
  EXPECT_EQ(rows[0], (Row{{648, -1}}));  // Of 2147483648.
}

TEST(FeatureHashing, OfWordsAgreesWithHashingStrings) {
  for (unsigned seed = 0; seed < 3; ++seed) {
    const SampleTokens tokens = random_tokens(seed, 400, 40, 300);
    for (const auto& [lo, hi] : {std::pair{1, 1}, {1, 2}, {2, 4}}) {
      for (const FeatureHashingOptions& options :
           {FeatureHashingOptions{}, FeatureHashingOptions{.n_features = 7},
            FeatureHashingOptions{.n_features = 101, .alternate_sign = false},
            FeatureHashingOptions{.n_features = 2147483647},
            FeatureHashingOptions{.n_features = 1 << 10, .loop = {.n_threads = 3}}}) {
        const auto rows = read(hash_words(tokens.view(), tokens.vocabulary, lo, hi, options));
        ASSERT_EQ(rows.size(), 400U);
        for (std::int64_t document = 0; document < 400; ++document) {
          const auto expected =
              hash_slowly(word_ngrams(tokens, document, static_cast<std::size_t>(lo),
                                      static_cast<std::size_t>(hi)),
                          options);
          ASSERT_EQ(rows[static_cast<std::size_t>(document)], expected) << options.n_features;
        }
      }
    }
  }
}

TEST(FeatureHashing, OfCharactersIsOfTheNgramsThatAreCounted) {
  const auto texts = texts_of(random_strings(
      3, 300, 40,
      {"a", " ", "the ", "\xC3\xA9", "B", "wheat", "\n", "\xE4\xBD\xA0", "longer.word"}));
  for (const bool within_words : {false, true}) {
    for (const auto& [lo, hi] : {std::pair{3, 3}, {1, 4}, {2, 9}}) {
      const CharacterNgramRules rules{.lo = lo, .hi = hi, .within_words = within_words};
      const auto [counts, labels] = count_character_ngrams(texts, rules, {}, {});
      for (const std::int32_t n_features : {5, 1 << 20, 2147483647}) {
        const FeatureHashingOptions options{.n_features = n_features, .loop = {.n_threads = 2}};
        const auto rows = read(hash_character_ngrams(texts, rules, options));
        for (std::size_t row = 0; row < rows.size(); ++row) {
          std::vector<std::string> ngrams;
          for (auto at = counts.indptr[row]; at < counts.indptr[row + 1]; ++at) {
            const auto place = static_cast<std::size_t>(at);
            for (int i = 0; i < counts.values[place]; ++i) {
              ngrams.emplace_back(labels.at(counts.indices[place]));
            }
          }
          ASSERT_EQ(rows[row], hash_slowly(ngrams, options));
        }
      }
    }
  }
}

TEST(FeatureHashing, StoresCellsThatCancelOut) {
  // Two words of the same column and other signs.
  SampleTokens tokens;
  for (int i = 0; tokens.ids.size() < 2; ++i) {
    const std::string word = std::to_string(i);
    if ((murmur_hash_3(word) < 0) == (tokens.ids.size() == 0)) tokens.add(word);
  }
  tokens.indptr = {0, 2};
  const auto rows = read(hash_words(tokens.view(), tokens.vocabulary, 1, 1, {.n_features = 1}));
  EXPECT_EQ(rows[0], (Row{{0, 0.0}}));
}

TEST(FeatureHashing, SaysWhatIsWrong) {
  const SampleTokens tokens = tokens_of({"a"});
  EXPECT_THROW((void)hash_words(tokens.view(), tokens.vocabulary, 1, 1, {.n_features = 0}),
               std::invalid_argument);
  EXPECT_THROW((void)hash_words(tokens.view(), tokens.vocabulary, 2, 1, {}), std::invalid_argument);
  EXPECT_THROW((void)hash_character_ngrams(texts_of({"a"}), {.lo = 0}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
