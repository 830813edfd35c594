#include "broadsheet/statistics/syllables.hpp"

#include <gtest/gtest.h>

namespace broadsheet::statistics {
namespace {

TEST(Syllables, AreRunsOfVowels) {
  EXPECT_EQ(count_syllables("wheat"), 1);
  EXPECT_EQ(count_syllables("paper"), 2);
  EXPECT_EQ(count_syllables("Chicago"), 3);
  EXPECT_EQ(count_syllables("yes"), 1);
  EXPECT_EQ(count_syllables("lawyer"), 2);
  EXPECT_EQ(count_syllables("trying"), 2);
  EXPECT_EQ(count_syllables("quality"), 3);
  EXPECT_EQ(count_syllables("language"), 2);
}

TEST(Syllables, SomePairsOfVowelsAreTwo) {
  EXPECT_EQ(count_syllables("various"), 3);
  EXPECT_EQ(count_syllables("being"), 2);
  EXPECT_EQ(count_syllables("science"), 2);
  EXPECT_EQ(count_syllables("area"), 3);
  for (const auto* word : {"nation", "million", "special", "region", "patient"}) {
    EXPECT_EQ(count_syllables(word), 2) << word;
  }
}

TEST(Syllables, ASilentEIsNone) {
  EXPECT_EQ(count_syllables("trade"), 1);
  EXPECT_EQ(count_syllables("called"), 1);
  EXPECT_EQ(count_syllables("wanted"), 2);
  EXPECT_EQ(count_syllables("prices"), 2);
  EXPECT_EQ(count_syllables("rates"), 1);
  EXPECT_EQ(count_syllables("tables"), 2);
  EXPECT_EQ(count_syllables("acres"), 2);
  EXPECT_EQ(count_syllables("the"), 1);
  EXPECT_EQ(count_syllables("statement"), 2);
  EXPECT_EQ(count_syllables("settlement"), 3);
  EXPECT_EQ(count_syllables("element"), 3);
  EXPECT_EQ(count_syllables("rely"), 2);
}

TEST(Syllables, EndingsMayAddOne) {
  EXPECT_EQ(count_syllables("terrorism"), 4);
  EXPECT_EQ(count_syllables("Bush's"), 2);
  EXPECT_EQ(count_syllables("Bush\xE2\x80\x99s"), 2);
  EXPECT_EQ(count_syllables("Clinton's"), 2);
}

TEST(Syllables, OfWhatIsNoPlainWord) {
  EXPECT_EQ(count_syllables("Mr"), 2);
  EXPECT_EQ(count_syllables("1987"), 4);
  EXPECT_EQ(count_syllables("5th"), 1);
  EXPECT_EQ(count_syllables("caf\xC3\xA9"), 2);
  EXPECT_EQ(count_syllables("\xD0\x9C\xD0\xB8\xD1\x80"), 1);
  EXPECT_EQ(count_syllables(""), 1);
}

}  // namespace
}  // namespace broadsheet::statistics
