#include "broadsheet/statistics/concordance.hpp"

#include <random>
#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::statistics {
namespace {

using terms::SampleTokens;
using Ids = std::vector<std::int32_t>;

/// A phrase of words, "*" for any.
Phrase phrase_of(const SampleTokens& tokens, const std::vector<std::string>& words) {
  Phrase phrase;
  for (const auto& word : words) {
    if (word == "*") {
      phrase.push_back({.is_any = true});
      continue;
    }
    const std::int32_t id = tokens.vocabulary.find(word);
    phrase.push_back({.terms = id < 0 ? Ids{} : Ids{id}});
  }
  return phrase;
}

Hits hits_of(const SampleTokens& tokens, const std::vector<Phrase>& phrases) {
  return find_hits(tokens.view(), phrases, {});
}

TEST(FindHits, OfAWordAreItsPlacesByDocument) {
  const auto tokens = terms::tokens_of({"a b a", "", "b", "c a"});
  const Hits hits = hits_of(tokens, {phrase_of(tokens, {"a"})});
  EXPECT_EQ(hits.documents, (Ids{0, 0, 3}));
  EXPECT_EQ(hits.positions, (Ids{0, 2, 1}));
  EXPECT_EQ(hits.phrases, (Ids{0, 0, 0}));
}

TEST(FindHits, OfAPhraseMayOverlapAndCrossNoDocument) {
  const auto tokens = terms::tokens_of({"a a a", "a", "a b"});
  EXPECT_EQ(hits_of(tokens, {phrase_of(tokens, {"a", "a"})}).positions, (Ids{0, 1}));
  const Hits ends = hits_of(tokens, {phrase_of(tokens, {"*", "a"}), phrase_of(tokens, {"a", "*"})});
  EXPECT_EQ(ends.documents, (Ids{0, 0, 2}));
  EXPECT_EQ(ends.positions, (Ids{0, 1, 0}));
}

TEST(FindHits, OfSeveralPhrasesStandByPositionAndLengthEachTokensOnce) {
  const auto tokens = terms::tokens_of({"prime minister of", "minister"});
  const Hits hits =
      hits_of(tokens, {phrase_of(tokens, {"minister"}), phrase_of(tokens, {"prime", "minister"}),
                       phrase_of(tokens, {"*", "minister"}), phrase_of(tokens, {"prime"})});
  EXPECT_EQ(hits.documents, (Ids{0, 0, 0, 1}));
  EXPECT_EQ(hits.positions, (Ids{0, 0, 1, 0}));
  EXPECT_EQ(hits.lengths, (Ids{1, 2, 1, 1}));
  EXPECT_EQ(hits.phrases, (Ids{3, 1, 0, 0}));
}

TEST(FindHits, OfATermThatIsNotThereAreNone) {
  const auto tokens = terms::tokens_of({"a b"});
  EXPECT_TRUE(hits_of(tokens, {phrase_of(tokens, {"c"})}).documents.empty());
  EXPECT_TRUE(hits_of(tokens, {phrase_of(tokens, {"a", "c"})}).documents.empty());
  EXPECT_TRUE(hits_of(tokens, {}).documents.empty());
  EXPECT_TRUE(hits_of(terms::tokens_of({}), {Phrase{{.terms = {}}}}).documents.empty());
}

TEST(FindHits, RejectsPhrasesThatSayNothingOrTooMuch) {
  const auto tokens = terms::tokens_of({"a b"});
  EXPECT_THROW((void)hits_of(tokens, {Phrase{}}), std::invalid_argument);
  EXPECT_THROW((void)hits_of(tokens, {Phrase{{.is_any = true}}}), std::invalid_argument);
  for (const std::int32_t term : {-1, 2}) {
    EXPECT_THROW((void)hits_of(tokens, {Phrase{{.terms = {term}}}}), std::invalid_argument);
  }
}

// Each phrase at each token, as the words say.
Hits find_slowly(const SampleTokens& tokens, const std::vector<Phrase>& phrases,
                 std::size_t longest) {
  Hits hits;
  for (std::size_t document = 0; document + 1 < tokens.indptr.size(); ++document) {
    const auto ids = tokens.view().of(static_cast<std::int64_t>(document));
    for (std::size_t position = 0; position < ids.size(); ++position) {
      for (std::size_t length = 1; length <= longest && position + length <= ids.size(); ++length) {
        for (std::size_t number = 0; number < phrases.size(); ++number) {
          const Phrase& phrase = phrases[number];
          bool stands = phrase.size() == length;
          for (std::size_t at = 0; stands && at < length; ++at) {
            const auto& [is_any, terms] = phrase[at];
            stands = is_any || std::ranges::count(terms, ids[position + at]) > 0;
          }
          if (!stands) continue;
          hits.documents.push_back(static_cast<std::int32_t>(document));
          hits.positions.push_back(static_cast<std::int32_t>(position));
          hits.phrases.push_back(static_cast<std::int32_t>(number));
          break;
        }
      }
    }
  }
  return hits;
}

TEST(FindHits, AgreeWithLookingEverywhere) {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    const auto tokens =
        terms::random_tokens(static_cast<unsigned>(random()), 40, round % 3 == 0 ? 300 : 12, 25);
    const auto n_terms = static_cast<unsigned>(tokens.vocabulary.size());
    std::vector<Phrase> phrases(1 + random() % 4);
    for (Phrase& phrase : phrases) {
      phrase.resize(1 + random() % 3);
      for (PhrasePlace& place : phrase) {
        place.is_any = random() % 4 == 0;
        for (auto n = random() % 9; n > 0; --n) {
          place.terms.push_back(static_cast<std::int32_t>(random() % n_terms));
        }
      }
      phrase[random() % phrase.size()].is_any = false;
    }
    const Hits expected = find_slowly(tokens, phrases, 3);
    for (const int n_threads : {1, 3}) {
      for (const std::int64_t chunk_size : {1, 7, 128}) {
        const Hits hits =
            find_hits(tokens.view(), phrases, {.n_threads = n_threads, .chunk_size = chunk_size});
        ASSERT_EQ(hits.documents, expected.documents);
        ASSERT_EQ(hits.positions, expected.positions);
        ASSERT_EQ(hits.phrases, expected.phrases);
      }
    }
  }
}

TEST(CheckHits, NamesWhatDoesNotFit) {
  const std::vector<std::int64_t> indptr{0, 3, 4};
  const auto check_one = [&](std::int32_t document, std::int32_t position, std::int32_t length) {
    const Ids documents{document};
    const Ids positions{position};
    const Ids lengths{length};
    check({documents, positions, lengths}, indptr);
  };
  EXPECT_NO_THROW(check_one(0, 1, 2));
  EXPECT_NO_THROW(check_one(1, 0, 1));
  EXPECT_THROW(check_one(0, 2, 2), std::invalid_argument);
  EXPECT_THROW(check_one(1, 1, 1), std::invalid_argument);
  EXPECT_THROW(check_one(0, -1, 1), std::invalid_argument);
  EXPECT_THROW(check_one(2, 0, 1), std::invalid_argument);
  EXPECT_THROW(check_one(-1, 0, 1), std::invalid_argument);
  EXPECT_THROW(check_one(0, 0, 0), std::invalid_argument);
  EXPECT_THROW(check_one(0, 0, -1), std::invalid_argument);
  const Ids one{0};
  EXPECT_THROW(check({one, {}, one}, indptr), std::invalid_argument);
  EXPECT_THROW(check({one, one, {}}, indptr), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
