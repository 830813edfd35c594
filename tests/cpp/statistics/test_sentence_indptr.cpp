#include "broadsheet/statistics/sentence_indptr.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

using Indptr = std::vector<std::int64_t>;

class SentenceIndptr : public ::testing::Test {
 protected:
  [[nodiscard]] Indptr of(const std::vector<std::string_view>& texts, const Indptr& indptr,
                          int n_threads = 1) const {
    const CutTexts cut{.texts = texts,
                       .indptr = indptr,
                       .tokenizer = tokenizer_,
                       .cut_indptr = {},
                       .is_counted = {}};
    return sentence_indptr(cut, {.n_threads = n_threads, .chunk_size = 1});
  }

  terms::Tokenizer tokenizer_;
};

TEST_F(SentenceIndptr, BeginsAtEachSentenceAndEachDocument) {
  const std::vector<std::string_view> texts{"It rained. Wheat fell again.", "", "He met NATO."};
  for (const int n_threads : {1, 3}) {
    EXPECT_EQ(of(texts, {0, 5, 5, 8}, n_threads), (Indptr{0, 2, 5, 8}));
  }
}

TEST_F(SentenceIndptr, HasNoSentenceWithoutTokens) {
  EXPECT_EQ(of({"It rained. ... !!! Wheat fell."}, {0, 4}), (Indptr{0, 2, 4}));
  EXPECT_EQ(of({"", "..."}, {0, 0, 0}), (Indptr{0}));
  EXPECT_EQ(of({}, {0}), (Indptr{0}));
}

TEST_F(SentenceIndptr, RefusesTextsThatAreNotThoseOfTheTokens) {
  EXPECT_THROW((void)of({"It rained."}, {0, 3}), std::invalid_argument);
  EXPECT_THROW((void)of({"It rained."}, {0, 2, 2}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
