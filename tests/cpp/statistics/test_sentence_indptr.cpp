#include "broadsheet/statistics/sentence_indptr.hpp"

#include <stdexcept>

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

using Indptr = std::vector<std::int64_t>;

class SentenceIndptr : public ::testing::Test {
 protected:
  [[nodiscard]] Indptr of(const std::vector<std::string_view>& texts, const Indptr& indptr,
                          int n_threads = 1, const article::ZoneSource& source = {}) const {
    const CutTexts cut{.texts = texts,
                       .indptr = indptr,
                       .tokenizer = tokenizer_,
                       .cut_indptr = {},
                       .is_counted = {},
                       .source = source};
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

TEST_F(SentenceIndptr, EndsAHeadlineWhereItIsKnownToEnd) {
  const std::vector<std::string_view> texts{"It rained. Wheat fell.\nIt fell again."};
  EXPECT_EQ(of(texts, {0, 7}), (Indptr{0, 2, 4, 7}));
  const std::vector<article::RowZones> known{article::KnownZones{.headline = {0, 22}}};
  EXPECT_EQ(of(texts, {0, 7}, 1, {.rows = known}), (Indptr{0, 4, 7}));
  const std::vector<article::RowZones> two(2);
  EXPECT_THROW((void)of(texts, {0, 6}, 1, {.rows = two}), std::invalid_argument);
}

TEST_F(SentenceIndptr, TakesAllForBodyWhereNothingIsLookedFor) {
  const std::vector<std::string_view> texts{"Wheat falls\nPARIS, March 3 (Reuters) - It fell."};
  const Indptr found = of(texts, {0, 8});
  const Indptr plain = of(texts, {0, 8}, 1, {.detection = article::ZoneDetection::kBodyOnly});
  EXPECT_EQ(found, (Indptr{0, 2, 6, 8}));
  EXPECT_EQ(plain, (Indptr{0, 2, 8}));
}

TEST_F(SentenceIndptr, RefusesTextsThatAreNotThoseOfTheTokens) {
  EXPECT_THROW((void)of({"It rained."}, {0, 3}), std::invalid_argument);
  EXPECT_THROW((void)of({"It rained."}, {0, 2, 2}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
