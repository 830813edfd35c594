#include "broadsheet/statistics/cooccurrence.hpp"

#include <map>
#include <numeric>
#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

using Ids = std::vector<std::int32_t>;
using Indptr = std::vector<std::int64_t>;
using Pairs = std::map<std::pair<std::int32_t, std::int32_t>, std::int64_t>;

struct Stretches {
  Indptr indptr;
  Ids ids;
  std::int32_t n_terms;

  [[nodiscard]] terms::TokenIdsView view() const { return {indptr, ids, n_terms}; }
  [[nodiscard]] Ids all() const {
    Ids terms(static_cast<std::size_t>(n_terms));
    std::iota(terms.begin(), terms.end(), 0);
    return terms;
  }
};

PairTotals totals_of(const Stretches& tokens, const Window& window) {
  return pair_totals(tokens.view(), window, {.chunk_size = 2});
}

Pairs count(const Stretches& tokens, const Ids& nodes, const CooccurrenceOptions& options) {
  const auto counts =
      cooccurrences(tokens.view(), nodes, totals_of(tokens, options.window), options);
  Pairs pairs;
  for (std::size_t row = 0; row < nodes.size(); ++row) {
    for (std::int64_t i = counts.indptr[row]; i < counts.indptr[row + 1]; ++i) {
      const auto at = static_cast<std::size_t>(i);
      EXPECT_TRUE(i == counts.indptr[row] || counts.indices[at - 1] < counts.indices[at]);
      pairs[{nodes[row], counts.indices[at]}] = counts.values[at];
    }
  }
  return pairs;
}

/// Every pair of places, the slow way.
Pairs look_everywhere(const Stretches& tokens, const Window& window) {
  Pairs pairs;
  for (std::int64_t row = 0; row < tokens.view().n_documents(); ++row) {
    const auto ids = tokens.view().of(row);
    for (std::int64_t i = 0; i < std::ssize(ids); ++i) {
      for (std::int64_t j = 0; j < std::ssize(ids); ++j) {
        if (i == j || j < i - window.left || j > i + window.right) continue;
        ++pairs[{ids[static_cast<std::size_t>(i)], ids[static_cast<std::size_t>(j)]}];
      }
    }
  }
  return pairs;
}

// a b a | b | c a b: bigrams ab, ba; none; ca, ab.
const Stretches kSmall{{0, 3, 4, 7}, {0, 1, 0, 1, 2, 0, 1}, 3};

TEST(Cooccurrence, CountsBigramsWorkedByHand) {
  EXPECT_EQ(count(kSmall, kSmall.all(), {}), (Pairs{{{0, 1}, 2}, {{1, 0}, 1}, {{2, 0}, 1}}));
  EXPECT_EQ(count(kSmall, {1, 2}, {}), (Pairs{{{1, 0}, 1}, {{2, 0}, 1}}));
}

TEST(Cooccurrence, TotalsOfBigramsAreTheirMargins) {
  const PairTotals totals = totals_of(kSmall, {0, 1});
  EXPECT_EQ(totals.nodes, (Indptr{2, 1, 1}));
  EXPECT_EQ(totals.collocates, (Indptr{2, 2, 0}));
  EXPECT_EQ(totals.n_pairs, 4);
}

TEST(Cooccurrence, TablesWorkedByHand) {
  const PairTotals totals = totals_of(kSmall, {0, 1});
  const Ids nodes{0};
  const auto counts = cooccurrences(kSmall.view(), nodes, totals, {});
  const auto tables = pair_tables(counts.view(), nodes, totals);
  ASSERT_EQ(tables.size(), 1U);
  EXPECT_EQ(tables[0].o11, 2);  // a b
  EXPECT_EQ(tables[0].o12, 0);
  EXPECT_EQ(tables[0].o21, 0);
  EXPECT_EQ(tables[0].o22, 2);  // b a, c a
  EXPECT_EQ(tables[0].expected(), 1);
}

TEST(Cooccurrence, AgreesWithLookingEverywhere) {
  std::mt19937 random(7);
  for (int round = 0; round < 60; ++round) {
    Stretches tokens{{0}, {}, static_cast<std::int32_t>(1 + random() % 6)};
    for (int stretch = 0; stretch < 9; ++stretch) {
      for (auto n = random() % 40; n > 0; --n) {
        tokens.ids.push_back(
            static_cast<std::int32_t>(random() % static_cast<unsigned>(tokens.n_terms)));
      }
      tokens.indptr.push_back(std::ssize(tokens.ids));
    }
    const Window window{static_cast<std::int32_t>(random() % 4),
                        static_cast<std::int32_t>(1 + random() % 4)};
    const Pairs all = look_everywhere(tokens, window);
    const PairTotals totals = totals_of(tokens, window);
    PairTotals summed{Indptr(totals.nodes.size()), Indptr(totals.nodes.size()), 0};
    for (const auto& [pair, n] : all) {
      summed.nodes[static_cast<std::size_t>(pair.first)] += n;
      summed.collocates[static_cast<std::size_t>(pair.second)] += n;
      summed.n_pairs += n;
    }
    EXPECT_EQ(totals.nodes, summed.nodes);
    EXPECT_EQ(totals.collocates, summed.collocates);
    EXPECT_EQ(totals.n_pairs, summed.n_pairs);
    for (const std::int64_t min_count : {1, 4}) {
      for (const bool is_upper : {false, true}) {
        Pairs expected = all;
        std::erase_if(expected, [&](const auto& item) {
          return item.second < min_count || (is_upper && item.first.second < item.first.first);
        });
        EXPECT_EQ(count(tokens, tokens.all(),
                        {.window = window,
                         .min_count = min_count,
                         .is_upper = is_upper,
                         .loop = {.n_threads = 1 + round % 3}}),
                  expected);
      }
    }
  }
}

TEST(Cooccurrence, OfNothingIsNothing) {
  const Stretches empty{{0, 0}, {}, 0};
  EXPECT_TRUE(count(empty, {}, {}).empty());
  EXPECT_EQ(totals_of(empty, {2, 2}).n_pairs, 0);
  const Stretches alone{{0, 1, 2}, {0, 0}, 1};
  EXPECT_TRUE(count(alone, {0}, {.window = {5, 5}}).empty());
}

TEST(Cooccurrence, AWindowMayBeWiderThanAnyDocument) {
  constexpr std::int32_t kMost = std::numeric_limits<std::int32_t>::max();
  EXPECT_EQ(count(kSmall, kSmall.all(), {.window = {kMost, kMost}}),
            look_everywhere(kSmall, {100, 100}));
}

TEST(Cooccurrence, SaysWhatIsWrong) {
  const PairTotals totals = totals_of(kSmall, {});
  const auto of = [&](const Ids& nodes, const CooccurrenceOptions& options) {
    (void)cooccurrences(kSmall.view(), nodes, totals, options);
  };
  EXPECT_THROW(of({0}, {.window = {-1, 1}}), std::invalid_argument);
  EXPECT_THROW(of({0}, {.window = {0, 0}}), std::invalid_argument);
  EXPECT_THROW(of({0}, {.min_count = 0}), std::invalid_argument);
  EXPECT_THROW(of({3}, {}), std::invalid_argument);
  EXPECT_THROW(of({1, 1}, {}), std::invalid_argument);
  EXPECT_THROW((void)cooccurrences(kSmall.view(), Ids{0}, {}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
