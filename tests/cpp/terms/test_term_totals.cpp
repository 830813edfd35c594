#include "broadsheet/terms/term_totals.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Longs = std::vector<std::int64_t>;
using Strings = std::vector<std::string>;

constexpr std::int64_t kMost = std::numeric_limits<std::int64_t>::max();

Labels labels_of(const Strings& strings) {
  Labels labels;
  for (const std::string& string : strings) {
    labels.bytes += string;
    labels.offsets.push_back(static_cast<std::int64_t>(labels.bytes.size()));
  }
  return labels;
}

Strings strings_of(const Labels& labels) {
  Strings strings;
  for (std::int64_t i = 0; i < labels.size(); ++i) strings.emplace_back(labels.at(i));
  return strings;
}

/// The totals of some documents of single letters or words, as a part adds them.
TermTotals totals_of(const Strings& texts) {
  const SampleTokens tokens = tokens_of(texts);
  Labels labels{tokens.vocabulary.ends(), std::string(tokens.vocabulary.bytes())};
  TermTotals totals;
  totals.add(labels, frequencies(tokens.view(), {}), static_cast<std::int64_t>(texts.size()),
             static_cast<std::int64_t>(tokens.ids.size()));
  return totals;
}

void expect_equal(const TermTotals& left, const TermTotals& right) {
  const SortedTotals a = left.sorted();
  const SortedTotals b = right.sorted();
  EXPECT_EQ(a.labels.bytes, b.labels.bytes);
  EXPECT_EQ(a.labels.offsets, b.labels.offsets);
  EXPECT_EQ(a.frequencies.totals, b.frequencies.totals);
  EXPECT_EQ(a.frequencies.documents, b.frequencies.documents);
  EXPECT_EQ(left.n_documents(), right.n_documents());
  EXPECT_EQ(left.n_terms(), right.n_terms());
  EXPECT_EQ(left.length(), right.length());
}

template <typename Call>
std::string error_of(const Call& call) {
  try {
    call();
  } catch (const std::exception& error) {
    return error.what();
  }
  return "";
}

TEST(TermTotals, AddUpWorkedByHand) {
  TermTotals totals;
  totals.add(labels_of({"nato", "eu"}), {{3, 1}, {2, 1}}, 2, 4);
  totals.add(labels_of({"eu", "moscow"}), {{5, 1}, {1, 1}}, 3, 7);
  const SortedTotals sorted = totals.sorted();
  EXPECT_EQ(strings_of(sorted.labels), (Strings{"eu", "moscow", "nato"}));
  EXPECT_EQ(sorted.frequencies.totals, (Longs{6, 1, 3}));
  EXPECT_EQ(sorted.frequencies.documents, (Longs{2, 1, 2}));
  EXPECT_EQ(totals.n_documents(), 5);
  EXPECT_EQ(totals.n_terms(), 3);
  EXPECT_EQ(totals.length(), 11);
}

TEST(TermTotals, OfNothingAreNothing) {
  TermTotals totals;
  EXPECT_EQ(totals.sorted().labels.size(), 0);
  totals.merge(TermTotals());
  totals.add(Labels(), {}, 2, 0);
  EXPECT_EQ(totals.n_documents(), 2);
  EXPECT_EQ(totals.n_terms(), 0);
}

TEST(TermTotals, PassOverTermsThatNoDocumentHolds) {
  TermTotals totals;
  totals.add(labels_of({"a", "b", ""}), {{0, 2, 1}, {0, 1, 1}}, 1, 3);
  EXPECT_EQ(strings_of(totals.sorted().labels), (Strings{"", "b"}));
  EXPECT_EQ(totals.n_terms(), 2);
}

TEST(TermTotals, KeepWhatTrimmingAllDocumentsAtOnceKeeps) {
  TermTotals totals = totals_of({"a b", "b"});
  totals.merge(totals_of({"b c c c", "a"}));
  EXPECT_EQ(strings_of(totals.kept({.min_documents = 2}).labels), (Strings{"a", "b"}));
  EXPECT_EQ(strings_of(totals.kept({.max_documents = 2}).labels), (Strings{"a", "c"}));
  const SortedTotals first = totals.kept({.max_terms = 1});  // "b" and "c" occur 3 times each.
  EXPECT_EQ(strings_of(first.labels), Strings{"b"});
  EXPECT_EQ(first.frequencies.totals, Longs{3});
  EXPECT_EQ(first.frequencies.documents, Longs{3});
  EXPECT_EQ(error_of([&] { (void)totals.kept({.min_documents = 4}); }),
            "no term is left of 4 documents: 3 in fewer than 4 (min_df); lower min_df");
}

TEST(TermTotals, CanBeMergedWithThemselves) {
  TermTotals twice = totals_of({"a b", "b"});
  TermTotals expected = twice;
  expected.merge(totals_of({"a b", "b"}));
  twice.merge(twice);
  expect_equal(twice, expected);
}

TEST(TermTotals, OfAnySplitMergedInAnyOrderAreThoseOfOnePass) {
  std::mt19937 random(7);
  Strings texts;
  for (int document = 0; document < 120; ++document) {
    std::string text;
    for (auto left = random() % 30; left > 0; --left) {
      // Short and long terms, some of them beginnings of others.
      text += std::string(1 + random() % 24, static_cast<char>('a' + random() % 3)) + ' ';
    }
    if (!text.empty()) text.pop_back();
    texts.push_back(text);
  }
  const TermTotals whole = totals_of(texts);
  for (int repeat = 0; repeat < 30; ++repeat) {
    std::vector<Strings> parts(1 + random() % 9);
    for (const std::string& text : texts) parts[random() % parts.size()].push_back(text);
    std::vector<TermTotals> totals;
    for (const Strings& part : parts) totals.push_back(totals_of(part));
    while (totals.size() > 1) {  // Merge any two until one is left.
      std::swap(totals.back(), totals[random() % totals.size()]);
      const TermTotals last = totals.back();
      totals.pop_back();
      totals[random() % totals.size()].merge(last);
    }
    expect_equal(totals.front(), whole);
  }
}

TEST(TermTotals, RefuseWhatCannotBeAndStayAsTheyWere) {
  TermTotals totals = totals_of({"a"});
  const auto add = [&](Frequencies<std::int64_t> part, std::int64_t n_documents) {
    return error_of([&] { totals.add(labels_of({"a", "b"}), part, n_documents, 5); });
  };
  EXPECT_EQ(add({{1}, {1, 1}}, 2), "totals and documents must be of 2 labels, not of 1 and 2");
  EXPECT_EQ(add({{4, 4}, {1, 3}}, 2), "documents must lie in [0, 2], not be 3 as of 'b'");
  EXPECT_EQ(add({{4, 4}, {-1, 3}}, 2), "documents must lie in [0, 2], not be -1 as of 'a'");
  EXPECT_EQ(add({{1, 1}, {2, 1}}, 2),
            "a term in so many documents must occur as often: 'a' is in 2 and occurs 1 times");
  EXPECT_EQ(add({{1, 0}, {0, 0}}, 2),
            "a term in so many documents must occur as often: 'a' is in 0 and occurs 1 times");
  EXPECT_EQ(add({{1, 1}, {1, 1}}, -1), "n_documents must not be negative, not -1");
  EXPECT_EQ(error_of([&] { totals.add(Labels(), {}, 1, -1); }),
            "length must not be negative, not -1");
  expect_equal(totals, totals_of({"a"}));
}

TEST(TermTotals, RefuseSumsThatDoNotFitAndStayAsTheyWere) {
  TermTotals totals;
  totals.add(labels_of({"a"}), {{kMost - 2}, {2}}, kMost - 1, kMost - 3);
  const TermTotals before = totals;
  EXPECT_EQ(error_of([&] { totals.add(labels_of({"b"}), {{3}, {1}}, 1, 1); }),
            "the number of occurrences must stay below 2**63: it is 9223372036854775805, and 3 "
            "come to it");
  EXPECT_THROW(totals.add(Labels(), {}, 2, 0), std::overflow_error);
  EXPECT_THROW(totals.add(Labels(), {}, 0, 4), std::overflow_error);
  EXPECT_THROW(totals.add(labels_of({"b", "c"}), {{kMost, 1}, {1, 1}}, 1, 0), std::overflow_error);
  EXPECT_THROW(totals.merge(before), std::overflow_error);
  expect_equal(totals, before);
  totals.add(labels_of({"b"}), {{2}, {1}}, 1, 3);
  EXPECT_EQ(totals.sorted().frequencies.totals, (Longs{kMost - 2, 2}));
}

}  // namespace
}  // namespace broadsheet::terms
