#include "broadsheet/terms/trimmed_columns.hpp"

#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

using Ints = std::vector<std::int32_t>;
using Longs = std::vector<std::int64_t>;

// Five columns, of which the last is empty.
const Frequencies<double> kFrequencies{{9, 2, 4, 4, 0}, {5, 1, 3, 4, 0}};

TrimmedColumns trim(const ColumnBounds& bounds, const Longs& ranks = {0, 1, 2, 3, 4}) {
  return trim_columns(kFrequencies, ranks, bounds);
}

std::string error_of(const ColumnBounds& bounds, const Longs& ranks = {0, 1, 2, 3, 4}) {
  try {
    (void)trim(bounds, ranks);
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(TrimmedColumns, AreAllWithoutBounds) {
  EXPECT_EQ(trim({}).kept, (Ints{0, 1, 2, 3, 4}));
}

TEST(TrimmedColumns, LieWithinTheBoundsWhichNeedNotBeWhole) {
  EXPECT_EQ(trim({.min_documents = 3}).kept, (Ints{0, 2, 3}));
  EXPECT_EQ(trim({.min_documents = 3.0000000000000004}).kept, (Ints{0, 3}));
  EXPECT_EQ(trim({.max_documents = 4.5}).kept, (Ints{1, 2, 3, 4}));
  EXPECT_EQ(trim({.min_count = 3}).kept, (Ints{0, 2, 3}));
  EXPECT_EQ(trim({.max_count = 4}).kept, (Ints{1, 2, 3, 4}));
}

TEST(TrimmedColumns, AreCountedUnderTheFirstBoundTheyBreak) {
  const auto trimmed =
      trim({.min_documents = 1, .max_documents = 4, .min_count = 3, .max_terms = 1});
  EXPECT_EQ(trimmed.kept, Ints{2});
  EXPECT_EQ(trimmed.n_rare, 1);
  EXPECT_EQ(trimmed.n_common, 1);
  EXPECT_EQ(trimmed.n_seldom, 1);
  EXPECT_EQ(trimmed.n_often, 0);
  EXPECT_EQ(trimmed.n_beyond, 1);
  EXPECT_EQ(trim({.max_count = 3}).n_often, 3);
}

TEST(TrimmedColumns, AreTheMostFrequentTiesInTheOrderOfLabels) {
  EXPECT_EQ(trim({.max_terms = 2}).kept, (Ints{0, 2}));
  EXPECT_EQ(trim({.max_terms = 2}, {0, 1, 3, 2, 4}).kept, (Ints{0, 3}));
  EXPECT_EQ(trim({.max_terms = 9}).kept.size(), 5);
}

TEST(TrimmedColumns, SayWhatToDoWhenNoneIsLeft) {
  EXPECT_EQ(error_of({.min_documents = 4, .max_documents = 4, .min_count = 5}),
            "no term is left; 3 in fewer documents than 4 (min_df); 1 in more documents than 4 "
            "(max_df); 1 counted fewer times than 5 (min_count)");
  EXPECT_EQ(error_of({.min_documents = 1, .max_count = 1}),
            "no term is left; 1 in fewer documents than 1 (min_df); 4 counted more often than 1 "
            "(max_count)");
}

TEST(TrimmedColumns, RejectBoundsThatMakeNoSense) {
  EXPECT_EQ(error_of({.min_documents = -1}), "min_df must not be negative, not -1");
  EXPECT_EQ(error_of({.min_count = -1}), "min_count must not be negative, not -1");
  EXPECT_EQ(error_of({.min_documents = 4, .max_documents = 3}),
            "min_df asks for at least 4 documents, but max_df for at most 3");
  EXPECT_EQ(error_of({.min_count = 4, .max_count = 3}),
            "min_count asks for at least 4, but max_count for at most 3");
  EXPECT_EQ(error_of({.max_terms = 0}), "max_terms must be at least 1, not 0");
  EXPECT_EQ(error_of({}, {0}), "documents and ranks must be of 5 columns, not of 5 and 1");
}

}  // namespace
}  // namespace broadsheet::terms
