#include "broadsheet/similarity/banding.hpp"

#include <string>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

// The table of Leskovec, Rajaraman and Ullman, section 3.4.2.
TEST(Banding, RecallIsThatOfTheBook) {
  const Banding banding{.bands = 20, .rows = 5};
  EXPECT_NEAR(recall(banding, 0.2), 0.006, 0.0005);
  EXPECT_NEAR(recall(banding, 0.3), 0.047, 0.0006);
  EXPECT_NEAR(recall(banding, 0.4), 0.186, 0.0005);
  EXPECT_NEAR(recall(banding, 0.5), 0.470, 0.0005);
  EXPECT_NEAR(recall(banding, 0.6), 0.802, 0.0005);
  EXPECT_NEAR(recall(banding, 0.7), 0.975, 0.0005);
  EXPECT_NEAR(recall(banding, 0.8), 0.9996, 0.00005);
  EXPECT_EQ(recall(banding, 0), 0);
  EXPECT_EQ(recall(banding, 1), 1);
  EXPECT_DOUBLE_EQ(recall({.bands = 1, .rows = 2}, 0.5), 0.25);
}

// With bands of 8 places: 1 - (1 - 0.8^8)^16 = 0.947; of 7: 1 - (1 - 0.8^7)^18 = 0.986.
TEST(Banding, TheLongestBandsWithTheRecallAreChosen) {
  const Banding chosen = choose_banding(128, 0.8, 0.95);
  EXPECT_EQ(chosen.bands, 18);
  EXPECT_EQ(chosen.rows, 7);
  EXPECT_NEAR(recall({.bands = 16, .rows = 8}, 0.8), 0.947, 0.0005);
  EXPECT_NEAR(recall(chosen, 0.8), 0.986, 0.0005);
  for (const double similarity : {0.3, 0.5, 0.9, 0.97, 0.99, 0.999}) {
    const Banding banding = choose_banding(128, similarity, 0.95);
    EXPECT_GE(recall(banding, similarity), 0.95);
    EXPECT_EQ(banding.rows, 128 / banding.bands);
    EXPECT_EQ(banding.bands, 128 / banding.rows);
  }
  const Banding copies = choose_banding(128, 1, 0.95);
  EXPECT_EQ(copies.bands, 1);
  EXPECT_EQ(copies.rows, 128);
}

TEST(Banding, RefusesWhatIsOutOfRange) {
  EXPECT_EQ(error_of([] { check({.bands = 0, .rows = 1}, 4); }), "bands must be at least 1, not 0");
  EXPECT_EQ(error_of([] { check({.bands = 1, .rows = 0}, 4); }), "rows must be at least 1, not 0");
  EXPECT_EQ(error_of([] { check({.bands = 3, .rows = 2}, 5); }),
            "bands times rows must be at most n_hashes: 3 times 2 is more than 5");
  check({.bands = 3, .rows = 2}, 6);
  EXPECT_EQ(error_of([] { (void)recall({.bands = 1, .rows = 1}, 1.5); }),
            "similarity must lie in [0, 1], not 1.5");
  EXPECT_EQ(error_of([] { (void)choose_banding(128, 0, 0.9); }),
            "min_similarity must lie in (0, 1], not 0");
  EXPECT_EQ(error_of([] { (void)choose_banding(128, 0.5, 1); }),
            "min_recall must lie in (0, 1), not 1");
  EXPECT_EQ(error_of([] { (void)choose_banding(4, 0.1, 0.9); }),
            "n_hashes must be more than 4 for a recall of 0.9 at a similarity of 0.1");
}

}  // namespace
}  // namespace broadsheet::similarity
