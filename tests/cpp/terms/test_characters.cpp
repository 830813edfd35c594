#include "broadsheet/terms/characters.hpp"

#include <string>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

std::u32string read(std::string_view text, const CharacterOptions& options = {}) {
  std::vector<char32_t> characters = {U'x'};  // What was there before must be lost.
  read_characters(text, options, characters);
  return {characters.begin(), characters.end()};
}

TEST(Characters, AreFoldedWithOneSpaceBetweenWords) {
  EXPECT_EQ(read("Wheat  rose\n\ttoday."), U"wheat rose today.");
  EXPECT_EQ(read(" \xE2\x80\x83"
                 "a\xC2\xA0"
                 "b\x1C"),
            U"a b");  // Em space, no-break space, separator.
  EXPECT_EQ(read(""), U"");
  EXPECT_EQ(read(" \n"), U"");
}

TEST(Characters, AreCodePointsOfFullLowerCase) {
  EXPECT_EQ(read("\xC3\x89t\xC3\xA9 \xF0\x9F\x98\x80"), U"\u00E9t\u00E9 \U0001F600");
  EXPECT_EQ(read("\xC4\xB0"), U"i\u0307");
  EXPECT_EQ(read("\xC3\x89t\xC3\xA9", {.lowercase = false}), U"\u00C9t\u00E9");
  EXPECT_EQ(read("\xC3\x89t\xC3\xA9", {.accents = Accents::kStripped}), U"ete");
}

}  // namespace
}  // namespace broadsheet::terms
