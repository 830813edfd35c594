#include "broadsheet/terms/token_ids.hpp"

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

std::string error_of(const TokenIdsView& tokens) {
  try {
    check(tokens);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(TokenIds, GiveTheIdsOfEachDocument) {
  const std::vector<std::int64_t> indptr{0, 2, 2, 3};
  const std::vector<std::int32_t> ids{1, 0, 1};
  const TokenIdsView tokens{indptr, ids, 2};
  EXPECT_EQ(tokens.n_documents(), 3);
  EXPECT_EQ(tokens.n_tokens(), 3);
  EXPECT_EQ(tokens.of(0).size(), 2);
  EXPECT_TRUE(tokens.of(1).empty());
  EXPECT_EQ(tokens.of(2)[0], 1);
  EXPECT_EQ(error_of(tokens), "");
}

TEST(TokenIds, SayWhichPromiseIsBroken) {
  const std::vector<std::int32_t> ids{1, 0, 1};
  const auto of = [&](const std::vector<std::int64_t>& indptr, std::int32_t n_terms) {
    return error_of({indptr, ids, n_terms});
  };
  EXPECT_EQ(of({}, 2), "indptr must have one place more than there are documents");
  EXPECT_EQ(of({1, 3}, 2), "indptr must start at 0, not 1");
  EXPECT_EQ(of({0, 2, 1, 3}, 2), "indptr must not decrease");
  EXPECT_EQ(of({0, 2}, 2), "indptr must end at the number of ids, 3, not 2");
  EXPECT_EQ(of({0, 2, 3}, -1), "n_terms must not be negative, not -1");
  EXPECT_EQ(of({0, 2, 3}, 1), "ids must lie in [0, 1): document 0 has 1");
}

TEST(TokenIds, NameTheFirstDocumentThatBreaksAPromiseOnAnyNumberOfThreads) {
  std::vector<std::int64_t> indptr;
  for (std::int64_t i = 0; i <= 10'000; ++i) indptr.push_back(i);
  std::vector<std::int32_t> ids(10'000, 3);
  ids[9000] = 4;
  ids[5001] = -1;
  ids[5000] = std::numeric_limits<std::int32_t>::min();
  for (const int n_threads : {1, 8}) {
    try {
      check({indptr, ids, 4}, {.n_threads = n_threads});
      FAIL();
    } catch (const std::invalid_argument& error) {
      EXPECT_STREQ(error.what(), "ids must lie in [0, 4): document 5000 has -2147483648");
    }
  }
  std::ranges::fill(ids, 0);
  EXPECT_THROW(check({indptr, ids, 0}), std::invalid_argument);
  EXPECT_NO_THROW(check({indptr, ids, 1}));
}

}  // namespace
}  // namespace broadsheet::terms
