#include "broadsheet/statistics/window_hits.hpp"

#include <algorithm>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::statistics {
namespace {

using terms::SampleTokens;
using Ids = std::vector<std::int32_t>;
using Words = std::pair<std::string, std::string>;

std::vector<NodePair> pairs_of(const SampleTokens& tokens, const std::vector<Words>& words) {
  std::vector<NodePair> pairs;
  for (const auto& [node, collocate] : words) {
    pairs.push_back({tokens.vocabulary.find(node), tokens.vocabulary.find(collocate)});
  }
  return pairs;
}

Hits hits_of(const SampleTokens& tokens, const std::vector<Words>& words, const Window& window) {
  return window_hits(tokens.view(), tokens.view().indptr, pairs_of(tokens, words), window, {});
}

TEST(WindowHits, ReachFromTheOneTermToTheOther) {
  const auto tokens = terms::tokens_of({"a x b a", "", "b", "x b b x a"});
  const Hits right = hits_of(tokens, {{"a", "b"}}, {0, 2});
  EXPECT_EQ(right.documents, (Ids{0}));
  EXPECT_EQ(right.positions, (Ids{0}));
  EXPECT_EQ(right.lengths, (Ids{3}));
  const Hits both = hits_of(tokens, {{"a", "b"}}, {2, 2});
  EXPECT_EQ(both.documents, (Ids{0, 0, 3}));
  EXPECT_EQ(both.positions, (Ids{0, 2, 2}));
  EXPECT_EQ(both.lengths, (Ids{3, 2, 3}));
  EXPECT_EQ(both.phrases, (Ids{0, 0, 0}));
}

TEST(WindowHits, OfATermWithItselfComeOnceForEachTwoPlaces) {
  const auto tokens = terms::tokens_of({"a a a"});
  EXPECT_EQ(hits_of(tokens, {{"a", "a"}}, {1, 1}).positions, (Ids{0, 1}));
  EXPECT_EQ(hits_of(tokens, {{"a", "a"}}, {0, 9}).lengths, (Ids{2, 3, 2}));
}

TEST(WindowHits, OfSeveralPairsAreOfTheFirstThatHasTheTokens) {
  const auto tokens = terms::tokens_of({"a b c"});
  const Hits hits = hits_of(tokens, {{"b", "c"}, {"b", "a"}, {"a", "b"}, {"b", "c"}}, {1, 1});
  EXPECT_EQ(hits.positions, (Ids{0, 1}));
  EXPECT_EQ(hits.phrases, (Ids{1, 0}));
}

TEST(WindowHits, DoNotLeaveAStretch) {
  const auto tokens = terms::tokens_of({"a b a b", "", "b a"});
  const std::vector<std::int64_t> stretches{0, 1, 4, 4, 6};
  const auto pairs = pairs_of(tokens, {{"a", "b"}});
  const Hits hits = window_hits(tokens.view(), stretches, pairs, {3, 3}, {});
  EXPECT_EQ(hits.documents, (Ids{0, 0, 2}));
  EXPECT_EQ(hits.positions, (Ids{1, 2, 0}));
}

TEST(WindowHits, NameWhatDoesNotFit) {
  const auto tokens = terms::tokens_of({"a b", "a"});
  const auto view = tokens.view();
  const std::vector<NodePair> pairs{{0, 1}};
  const std::vector<NodePair> unknown{{0, 2}};
  const Window window{1, 1};
  EXPECT_THROW((void)window_hits(view, view.indptr, unknown, window, {}), std::invalid_argument);
  EXPECT_THROW((void)window_hits(view, view.indptr, pairs, {0, 0}, {}), std::invalid_argument);
  EXPECT_THROW((void)window_hits(view, view.indptr, pairs, {-1, 1}, {}), std::invalid_argument);
  for (const std::vector<std::int64_t>& stretches :
       {std::vector<std::int64_t>{}, {0, 2}, {0, 3}, {0, 1, 3}, {1, 2, 3}, {0, 2, 1, 3}}) {
    EXPECT_THROW((void)window_hits(view, stretches, pairs, window, {}), std::invalid_argument);
  }
}

using Place = std::tuple<std::int32_t, std::int32_t, std::int32_t>;  // Document, position, length.

/// The number of the first pair of each place, by looking at every two tokens.
std::map<Place, std::int32_t> find_slowly(const SampleTokens& tokens,
                                          const std::vector<NodePair>& pairs,
                                          const Window& window) {
  std::map<Place, std::int32_t> found;
  for (std::int32_t document = 0; document < tokens.view().n_documents(); ++document) {
    const auto ids = tokens.view().of(document);
    const auto n = static_cast<std::int32_t>(ids.size());
    for (std::int32_t i = 0; i < n; ++i) {
      for (std::int32_t j = 0; j < n; ++j) {
        if (i == j || j < i - window.left || j > i + window.right) continue;
        for (std::size_t p = 0; p < pairs.size(); ++p) {
          if (ids[static_cast<std::size_t>(i)] != pairs[p].node) continue;
          if (ids[static_cast<std::size_t>(j)] != pairs[p].collocate) continue;
          const Place place{document, std::min(i, j), std::max(i, j) - std::min(i, j) + 1};
          const auto number = static_cast<std::int32_t>(p);
          const auto [at, is_new] = found.emplace(place, number);
          if (!is_new) at->second = std::min(at->second, number);
        }
      }
    }
  }
  return found;
}

TEST(WindowHits, AreAllThatLookingAtEveryTwoTokensFinds) {
  std::mt19937 random(1);
  const std::vector<std::string> words{"a", "b", "c", "d", "e", "f"};
  for (int trial = 0; trial < 60; ++trial) {
    std::vector<std::string> texts;
    for (int i = 0; i < 12; ++i) {
      std::string text;
      for (std::size_t n = random() % 20; n > 0; --n) text += words[random() % words.size()] + ' ';
      texts.push_back(text);
    }
    texts.emplace_back("a b c d e f");
    const auto tokens = terms::tokens_of(texts);
    std::vector<NodePair> pairs;
    for (std::size_t n = 1 + random() % 8; n > 0; --n) {
      pairs.push_back(
          {static_cast<std::int32_t>(random() % 6), static_cast<std::int32_t>(random() % 6)});
    }
    Window window{static_cast<std::int32_t>(random() % 4), static_cast<std::int32_t>(random() % 4)};
    if (window.left + window.right == 0) window.right = 1 << 30;
    const auto expected = find_slowly(tokens, pairs, window);
    for (const int n_threads : {1, 3}) {
      for (const std::int64_t chunk_size : {1, 5, 128}) {
        const Hits hits = window_hits(tokens.view(), tokens.view().indptr, pairs, window,
                                      {.n_threads = n_threads, .chunk_size = chunk_size});
        ASSERT_EQ(hits.documents.size(), expected.size());
        std::size_t at = 0;
        for (const auto& [place, number] : expected) {
          ASSERT_EQ(Place(hits.documents[at], hits.positions[at], hits.lengths[at]), place);
          ASSERT_EQ(hits.phrases[at], number);
          ++at;
        }
      }
    }
  }
}

}  // namespace
}  // namespace broadsheet::statistics
