#include "broadsheet/terms/ngrams.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Strings = std::vector<std::string>;

/// A matrix as its labels, and its rows from label to count.
struct Counted {
  Strings labels;
  std::vector<std::map<std::string, std::int32_t>> rows;

  bool operator==(const Counted&) const = default;
};

Counted count(const SampleTokens& tokens, const NgramOptions& options) {
  const auto result = count_ngrams(tokens.view(), tokens.vocabulary.sorted_ids(), options);
  check_counts(result.counts.view());
  const Labels found = labels(result.columns, tokens.vocabulary);
  Counted counted;
  for (std::int64_t i = 0; i < found.size(); ++i) counted.labels.emplace_back(found.at(i));
  const auto view = result.counts.view();
  for (std::int64_t row = 0; row < view.n_rows(); ++row) {
    auto& cells = counted.rows.emplace_back();
    for (auto place = static_cast<std::size_t>(view.begin(row));
         place < static_cast<std::size_t>(view.end(row)); ++place) {
      cells[counted.labels[static_cast<std::size_t>(view.indices[place])]] = view.values[place];
    }
  }
  return counted;
}

/// The same with strings and maps: everything is counted, and dropped after.
Counted count_slowly(const SampleTokens& tokens, const NgramOptions& options) {
  Counted counted;
  std::map<std::string, std::int64_t> documents;
  std::map<std::string, std::int64_t> totals;
  for (std::int64_t document = 0; document < tokens.view().n_documents(); ++document) {
    auto& cells = counted.rows.emplace_back();
    const auto ids = tokens.view().of(document);
    for (std::size_t begin = 0; begin < ids.size(); ++begin) {
      std::string label;
      for (std::size_t n = 1; n <= static_cast<std::size_t>(options.hi); ++n) {
        if (begin + n > ids.size()) break;
        label += (n == 1 ? "" : " ") + std::string(tokens.vocabulary.term(ids[begin + n - 1]));
        if (n >= static_cast<std::size_t>(options.lo)) ++cells[label];
      }
    }
    for (const auto& [label, n] : cells) {
      ++documents[label];
      totals[label] += n;
    }
  }
  std::set<std::pair<std::int64_t, std::string>> kept;  // Most frequent first, then by label.
  for (const auto& [label, n] : documents) {
    const auto df = static_cast<double>(n);
    if (df >= options.trim.min_documents && df <= options.trim.max_documents) {
      kept.emplace(-totals[label], label);
    }
  }
  while (std::ssize(kept) > options.trim.max_terms) kept.erase(std::prev(kept.end()));
  for (const auto& [total, label] : kept) counted.labels.push_back(label);
  std::ranges::sort(counted.labels);
  for (auto& cells : counted.rows) {
    std::erase_if(cells, [&](const auto& cell) {
      return !std::ranges::binary_search(counted.labels, cell.first);
    });
  }
  return counted;
}

std::string error_of(const SampleTokens& tokens, const NgramOptions& options) {
  try {
    (void)count(tokens, options);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(Ngrams, OfOneAndTwoWordsWorkedByHand) {
  const SampleTokens tokens = tokens_of({"b a b a", "", "a a", "b"});
  const Counted counted = count(tokens, {.lo = 1, .hi = 2});
  EXPECT_EQ(counted.labels, (Strings{"a", "a a", "a b", "b", "b a"}));
  EXPECT_EQ(counted.rows[0],
            (std::map<std::string, std::int32_t>{{"a", 2}, {"a b", 1}, {"b", 2}, {"b a", 2}}));
  EXPECT_TRUE(counted.rows[1].empty());
  EXPECT_EQ(counted.rows[2], (std::map<std::string, std::int32_t>{{"a", 2}, {"a a", 1}}));
  EXPECT_EQ(counted.rows[3], (std::map<std::string, std::int32_t>{{"b", 1}}));
}

TEST(Ngrams, AreInTheOrderOfTheirBytesAcrossLengths) {
  // The space sorts before what may stand in a word: "a b" before "a!" before "aa".
  const SampleTokens tokens = tokens_of({"aa a! a b a\xC3\xA9 a z"});
  Strings sorted = count(tokens, {.lo = 1, .hi = 3}).labels;
  EXPECT_TRUE(std::ranges::is_sorted(sorted));
  EXPECT_EQ(sorted.size(), 6 + 6 + 5);
}

TEST(Ngrams, AgreeWithCountingEverythingAndDroppingAfter) {
  for (unsigned seed = 0; seed < 6; ++seed) {
    const SampleTokens tokens = random_tokens(seed, 60, 30, 12);
    for (const auto& [lo, hi] : {std::pair{1, 1}, {1, 2}, {2, 2}, {1, 3}, {3, 4}, {2, 5}}) {
      for (const TrimOptions& trim :
           {TrimOptions{}, TrimOptions{.min_documents = 2}, TrimOptions{.min_documents = 3.5},
            TrimOptions{.min_documents = 2, .max_documents = 20}, TrimOptions{.max_terms = 17},
            TrimOptions{.min_documents = 2, .max_documents = 30.5, .max_terms = 5}}) {
        const NgramOptions options{.lo = lo, .hi = hi, .trim = trim};
        EXPECT_EQ(count(tokens, options), count_slowly(tokens, options))
            << seed << ": (" << lo << ", " << hi << ")";
      }
    }
  }
}

TEST(Ngrams, OfHundredsOfThousandsOfColumnsAgreeToo) {
  // More columns than a thread counts one by one, in texts of few words and of many.
  SampleTokens tokens = random_tokens(3, 500, 1600, 1500);
  const NgramOptions options{.lo = 2, .hi = 3, .loop = {.n_threads = 3}};
  const Counted counted = count(tokens, options);
  EXPECT_GT(counted.labels.size(), std::size_t{1} << 18);
  EXPECT_EQ(counted, count_slowly(tokens, options));
}

TEST(Ngrams, AreTheSameForAnyNumberOfThreads) {
  const SampleTokens tokens = random_tokens(9, 3000, 300, 2000);
  const auto sorted = tokens.vocabulary.sorted_ids();
  for (const std::int32_t hi : {1, 2, 3}) {
    const auto expected = count_ngrams(tokens.view(), sorted, {.hi = hi, .trim = {2}});
    for (const int n_threads : {2, 8}) {
      const auto found = count_ngrams(tokens.view(), sorted,
                                      {.hi = hi, .trim = {2}, .loop = {.n_threads = n_threads}});
      EXPECT_EQ(found.counts.indptr, expected.counts.indptr);
      EXPECT_EQ(found.counts.indices, expected.counts.indices);
      EXPECT_EQ(found.counts.values, expected.counts.values);
      EXPECT_EQ(found.columns.words, expected.columns.words);
      EXPECT_EQ(found.columns.indptr, expected.columns.indptr);
    }
  }
}

TEST(Ngrams, LeaveOutTermsOfTheVocabularyThatDoNotOccur) {
  SampleTokens tokens = tokens_of({"b a"});
  tokens.vocabulary.add("aa");
  EXPECT_EQ(count(tokens, {}).labels, (Strings{"a", "b"}));
  EXPECT_EQ(count(tokens, {.hi = 2}).labels, (Strings{"a", "b", "b a"}));
}

TEST(Ngrams, LongerThanEveryDocumentAreNone) {
  const SampleTokens tokens = tokens_of({"a b", "c"});
  EXPECT_EQ(error_of(tokens, {.lo = 3, .hi = 3}),
            "no term in 2 documents: look at the tokenizer, its stop words, the zone and the "
            "n-gram range");
}

TEST(Ngrams, ReportDocumentsOfTheWholeCall) {
  const SampleTokens tokens = random_tokens(3, 300, 5, 5);
  for (const std::int32_t hi : {1, 2}) {
    std::vector<std::int64_t> seen;
    NgramOptions options{.hi = hi};
    options.loop.watch = [&](std::int64_t n_done) { seen.push_back(n_done); };
    (void)count(tokens, options);
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    EXPECT_EQ(seen.back(), 300);
  }
}

TEST(Ngrams, SayWhatIsWrongWithTheirRange) {
  const SampleTokens tokens = tokens_of({"a b", "c"});
  EXPECT_EQ(error_of(tokens, {.lo = 0}),
            "ngrams must be (lo, hi) with 1 <= lo <= hi <= 255, not (0, 1)");
  EXPECT_EQ(error_of(tokens, {.lo = 3, .hi = 2}),
            "ngrams must be (lo, hi) with 1 <= lo <= hi <= 255, not (3, 2)");
  EXPECT_EQ(error_of(tokens, {.hi = 2, .trim = {.min_documents = 2}}),
            "no term is left of 2 documents: 3 in fewer than 2 (min_df); lower min_df");
  EXPECT_THROW((void)count_ngrams(tokens.view(), {}, {}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
