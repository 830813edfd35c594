#include "broadsheet/terms/given_terms.hpp"

#include <stdexcept>
#include <vector>

#include <gtest/gtest.h>

#include "terms/token_samples.hpp"

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;
using Longs = std::vector<std::int64_t>;

TEST(GivenTerms, AreCountedInTheOrderGivenWorkedByHand) {
  const SampleTokens tokens = tokens_of({"a b a b a", "b b", "c"});
  // "b", "a b a", "a b", a word that no document has, "c c".
  const ColumnWords columns{{0, 1, 4, 6, 7, 9}, {1, 0, 1, 0, 0, 1, -1, 2, 2}};
  const auto matrix = count_given(tokens.view(), columns, {});
  EXPECT_EQ(matrix.n_columns, 5);
  EXPECT_EQ(matrix.indptr, (Longs{0, 3, 4, 4}));
  EXPECT_EQ(matrix.indices, (Ints{0, 1, 2, 0}));
  EXPECT_EQ(matrix.values, (Ints{2, 2, 2, 2}));
}

TEST(GivenTerms, NeverCrossTheEndOfADocument) {
  const SampleTokens tokens = tokens_of({"a", "b"});
  EXPECT_TRUE(count_given(tokens.view(), {{0, 2}, {0, 1}}, {}).indices.empty());
}

TEST(GivenTerms, MayBeginWithOneAnother) {
  const SampleTokens tokens = tokens_of({"a a a a"});
  const auto matrix = count_given(tokens.view(), {{0, 3, 4, 6}, {0, 0, 0, 0, 0, 0}}, {});
  EXPECT_EQ(matrix.values, (Ints{2, 4, 3}));
}

TEST(GivenTerms, RejectColumnsThatMakeNoSense) {
  const SampleTokens tokens = tokens_of({"a b"});
  const auto given = [&](const ColumnWords& columns) {
    (void)count_given(tokens.view(), columns, {});
  };
  EXPECT_THROW(given({{0, 0}, {}}), std::invalid_argument);
  EXPECT_THROW(given({{0, 1}, {2}}), std::invalid_argument);
  EXPECT_THROW(given({{0, 2, 4}, {0, 1, 0, 1}}), std::invalid_argument);
  EXPECT_NO_THROW(given({{0, 2, 4}, {0, -1, 0, -1}}));
}

}  // namespace
}  // namespace broadsheet::terms
