#include "broadsheet/terms/trim.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;

// Five terms, of which the last occurs nowhere.
const Frequencies<std::int64_t> kFrequencies{{9, 2, 4, 4, 0}, {5, 1, 3, 4, 0}};

std::string error_of(const TrimOptions& options) {
  try {
    (void)kept_terms(kFrequencies, options, 5);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(KeptTerms, AreThoseThatOccur) {
  EXPECT_EQ(kept_terms(kFrequencies, {}, 5), (Ints{0, 1, 2, 3}));
  EXPECT_EQ(kept_terms(kFrequencies, {.min_documents = 0}, 5), (Ints{0, 1, 2, 3}));
}

TEST(KeptTerms, LieWithinTheBoundsWhichNeedNotBeWhole) {
  EXPECT_EQ(kept_terms(kFrequencies, {.min_documents = 3}, 5), (Ints{0, 2, 3}));
  EXPECT_EQ(kept_terms(kFrequencies, {.min_documents = 3.0000000000000004}, 5), (Ints{0, 3}));
  EXPECT_EQ(kept_terms(kFrequencies, {.max_documents = 4.5}, 5), (Ints{1, 2, 3}));
}

TEST(KeptTerms, AreTheMostFrequentWithinTheBoundsTiesByPlace) {
  EXPECT_EQ(kept_terms(kFrequencies, {.max_terms = 2}, 5), (Ints{0, 2}));
  EXPECT_EQ(kept_terms(kFrequencies, {.max_documents = 4, .max_terms = 1}, 5), Ints{2});
  EXPECT_EQ(kept_terms(kFrequencies, {.max_terms = 100}, 5), (Ints{0, 1, 2, 3}));
}

TEST(MostFrequent, KeepsTheSmallerPlacesOfManyTies) {
  const std::vector<std::int64_t> totals(1000, 3);
  const Ints kept = most_frequent(totals, 10);
  EXPECT_EQ(kept, (Ints{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

TEST(KeptTerms, SayWhatToDoWhenNoneIsLeft) {
  EXPECT_EQ(error_of({.min_documents = 2, .max_documents = 2.5}),
            "no term is left of 5 documents: 1 in fewer than 2 (min_df), 3 in more than 2.5 "
            "(max_df); lower min_df or raise max_df");
  EXPECT_EQ(error_of({.min_documents = 6}),
            "no term is left of 5 documents: 4 in fewer than 6 (min_df); lower min_df");
  EXPECT_EQ(error_of({.min_documents = 0, .max_documents = 0.5}),
            "no term is left of 5 documents: 4 in more than 0.5 (max_df); raise max_df");
  EXPECT_THROW((void)kept_terms({{0}, {0}}, {}, 7), std::invalid_argument);
}

TEST(KeptTerms, RejectBoundsThatMakeNoSense) {
  EXPECT_EQ(error_of({.min_documents = -1}), "min_df must not be negative, not -1");
  EXPECT_EQ(error_of({.min_documents = 4, .max_documents = 3}),
            "min_df asks for at least 4 documents, but max_df for at most 3");
  EXPECT_EQ(error_of({.max_terms = 0}), "max_terms must be at least 1, not 0");
}

}  // namespace
}  // namespace broadsheet::terms
