#include "broadsheet/statistics/hit_order.hpp"

#include <algorithm>
#include <numeric>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "statistics/found_hits.hpp"
#include "terms/token_samples.hpp"

namespace broadsheet::statistics {
namespace {

using Order = std::vector<std::int64_t>;

constexpr HitPlace kLeft{Side::kLeft, 1};
constexpr HitPlace kRight{Side::kRight, 1};

Order order_of(const terms::SampleTokens& tokens, const FoundHits& hits,
               const std::vector<SortKey>& keys) {
  return hit_order(tokens.view(), tokens.vocabulary, hits.view(), keys);
}

TEST(HitOrder, IsThatOfTheTermsNotOfTheirIds) {
  const auto tokens = terms::tokens_of({"x z", "y x a", "x", "x \u00E9", "x b"});
  FoundHits hits{.hits = {}, .lengths = {1}};
  hits.add(0, 0);
  hits.add(1, 1);
  hits.add(2, 0);
  hits.add(3, 0);
  hits.add(4, 0);
  EXPECT_EQ(order_of(tokens, hits, {kRight}), (Order{2, 1, 4, 0, 3}));
  EXPECT_EQ(order_of(tokens, hits, {kLeft}), (Order{0, 2, 3, 4, 1}));
  EXPECT_EQ(order_of(tokens, hits, {}), (Order{0, 1, 2, 3, 4}));
  EXPECT_EQ(order_of(tokens, {}, {kRight, ByNode{}}), Order{});
}

TEST(HitOrder, OfEqualsIsThatOfDocumentsWhateverTheOrderBefore) {
  const auto tokens = terms::tokens_of({"a a a", "a a"});
  FoundHits hits{.hits = {}, .lengths = {2, 1}};
  hits.add(1, 0);
  hits.add(0, 1, 1);
  hits.add(0, 1, 0);
  hits.add(0, 0, 0);
  EXPECT_EQ(order_of(tokens, hits, {}), (Order{3, 1, 2, 0}));
  EXPECT_EQ(order_of(tokens, hits, {ByDocument{}}), (Order{3, 1, 2, 0}));
  EXPECT_EQ(order_of(tokens, hits, {ByNode{}}), (Order{1, 3, 2, 0}));
}

TEST(HitOrder, AgreesWithSortingTheWords) {
  std::mt19937 random(11);
  for (int round = 0; round < 100; ++round) {
    const auto tokens = terms::random_tokens(static_cast<unsigned>(random()), 20, 20, 8);
    const auto view = tokens.view();
    FoundHits hits{.hits = {}, .lengths = {1, 3}};
    for (int i = 0; i < 60; ++i) {
      const auto document = static_cast<std::int32_t>(random() % 20);
      const auto phrase = static_cast<std::int32_t>(random() % 2);
      const auto size = static_cast<std::int32_t>(view.of(document).size());
      const std::int32_t length = hits.lengths[static_cast<std::size_t>(phrase)];
      if (size < length) continue;
      hits.add(
          document,
          static_cast<std::int32_t>(random() % static_cast<unsigned>(size)) % (size - length + 1),
          phrase);
    }
    const auto word = [&](std::int64_t hit, std::int64_t offset) -> std::string {
      const auto at = static_cast<std::size_t>(hit);
      const auto ids = view.of(hits.hits.documents[at]);
      const std::int64_t place = hits.hits.positions[at] + offset;
      if (place < 0 || place >= std::ssize(ids)) return "";
      return std::string(tokens.vocabulary.term(ids[static_cast<std::size_t>(place)]));
    };
    const auto key = [&](std::int64_t hit) {
      const auto at = static_cast<std::size_t>(hit);
      const std::int32_t length = hits.view().lengths[at];
      std::vector<std::string> words{word(hit, length + 1)};
      for (std::int32_t i = 0; i < 3; ++i) words.push_back(i < length ? word(hit, i) : "");
      words.push_back(word(hit, -1));
      return std::tuple(words, hits.hits.documents[at], hits.hits.positions[at], length, hit);
    };
    Order expected(hits.hits.documents.size());
    std::iota(expected.begin(), expected.end(), std::int64_t{0});
    std::ranges::sort(expected, {}, key);
    ASSERT_EQ(order_of(tokens, hits, {HitPlace{Side::kRight, 2}, ByNode{}, kLeft}), expected);
  }
}

}  // namespace
}  // namespace broadsheet::statistics
