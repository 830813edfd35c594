#include "broadsheet/terms/counts.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;
using Longs = std::vector<std::int64_t>;

TEST(Counts, OfThreeDocumentsWorkedByHand) {
  const SampleTokens tokens = tokens_of({"b a b", "", "c b"});  // Ids: b 0, a 1, c 2.
  const Ints columns{1, 0, 2};
  const auto matrix = counts(tokens.view(), columns, 3, {});
  EXPECT_EQ(matrix.indptr, (Longs{0, 2, 2, 4}));
  EXPECT_EQ(matrix.indices, (Ints{0, 1, 1, 2}));
  EXPECT_EQ(matrix.values, (Ints{1, 2, 1, 1}));
  EXPECT_EQ(matrix.n_columns, 3);
}

TEST(Counts, PassOverTermsWithoutAColumnAndAddThoseThatShareOne) {
  const SampleTokens tokens = tokens_of({"b a c b"});
  const Ints columns{2, -1, 2};
  const auto matrix = counts(tokens.view(), columns, 5, {});
  EXPECT_EQ(matrix.indices, Ints{2});
  EXPECT_EQ(matrix.values, Ints{3});
}

TEST(Counts, AgreeWithAMapOnAnyNumberOfThreads) {
  // More columns than the three levels of the ordered set need for one word of their top.
  constexpr std::int32_t kColumns = 700'000;
  const SampleTokens tokens = random_tokens(2, 700, 50, 3000);
  Ints columns;
  for (std::int32_t id = 0; id < tokens.vocabulary.size(); ++id) {
    columns.push_back(static_cast<std::int32_t>((id * 7919LL) % kColumns));
  }
  Csr<std::int32_t> expected;
  for (std::int64_t document = 0; document < tokens.view().n_documents(); ++document) {
    std::map<std::int32_t, std::int32_t> row;
    for (const std::int32_t id : tokens.view().of(document)) {
      ++row[columns[static_cast<std::size_t>(id)]];
    }
    for (const auto& [column, count] : row) {
      expected.indices.push_back(column);
      expected.values.push_back(count);
    }
    expected.indptr.push_back(std::ssize(expected.indices));
  }
  for (const int n_threads : {1, 2, 8}) {
    const auto matrix = counts(tokens.view(), columns, kColumns, {.n_threads = n_threads});
    EXPECT_NO_THROW(check_counts(matrix.view()));
    EXPECT_EQ(matrix.indptr, expected.indptr);
    EXPECT_EQ(matrix.indices, expected.indices);
    EXPECT_EQ(matrix.values, expected.values);
  }
}

TEST(Counts, OfNoDocumentsAndOfNoColumnsAreEmpty) {
  EXPECT_EQ(counts(tokens_of({}).view(), {}, 0, {}).indptr, Longs{0});
  const SampleTokens tokens = tokens_of({"a", "a"});
  EXPECT_EQ(counts(tokens.view(), Ints{-1}, 0, {}).indptr, (Longs{0, 0, 0}));
}

TEST(Counts, ReportDocumentsOfTheWholeCallAndStopWhenTheWatcherThrows) {
  const SampleTokens tokens = random_tokens(3, 300, 5, 5);
  const Ints columns(static_cast<std::size_t>(tokens.vocabulary.size()), 0);
  Longs seen;
  const auto loop = parallel::LoopOptions{.watch = [&](std::int64_t n) { seen.push_back(n); }};
  (void)counts(tokens.view(), columns, 1, loop);
  EXPECT_EQ(seen.back(), 300);
  EXPECT_TRUE(std::ranges::is_sorted(seen));
  const auto stop =
      parallel::LoopOptions{.watch = [](std::int64_t) { throw std::runtime_error("stop"); }};
  EXPECT_THROW((void)counts(tokens.view(), columns, 1, stop), std::runtime_error);
}

TEST(Counts, RejectColumnsThatDoNotFit) {
  const SampleTokens tokens = tokens_of({"a b"});
  EXPECT_THROW((void)counts(tokens.view(), Ints{0}, 1, {}), std::invalid_argument);
  EXPECT_THROW((void)counts(tokens.view(), Ints{0, 1}, 1, {}), std::invalid_argument);
  EXPECT_THROW((void)counts(tokens.view(), Ints{0, -2}, 1, {}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::terms
