#include "broadsheet/text/properties.hpp"

#include <string_view>

#include <gtest/gtest.h>

namespace broadsheet::text {
namespace {

TEST(Properties, OfAscii) {
  for (char32_t value = 0; value < 0x80; ++value) {
    const bool is_digit = U'0' <= value && value <= U'9';
    EXPECT_EQ(is_upper(value), U'A' <= value && value <= U'Z');
    EXPECT_EQ(is_lower(value), U'a' <= value && value <= U'z');
    EXPECT_EQ(is_letter(value), is_upper(value) || is_lower(value));
    EXPECT_EQ(is_alphabetic(value), is_letter(value));
    EXPECT_EQ(is_numeric(value), is_digit);
    EXPECT_EQ(is_decimal(value), is_digit);
    EXPECT_EQ(is_regex_word(value), is_letter(value) || is_digit || value == U'_');
    EXPECT_EQ(is_space(value), value == U' ' || (9 <= value && value <= 13));
    EXPECT_EQ(is_currency(value), value == U'$');
    EXPECT_FALSE(is_mark(value));
    EXPECT_EQ(is_cased(value), is_letter(value));
    const bool is_ignorable =
        value < 0x80 && std::string_view("'.:^`").find(static_cast<char>(value)) < 5;
    EXPECT_EQ(is_case_ignorable(value), is_ignorable);
    const bool is_printed = U'!' <= value && value <= U'~';
    EXPECT_EQ(is_punctuation(value) || is_symbol(value),
              is_printed && !is_letter(value) && !is_digit);
    EXPECT_FALSE(is_punctuation(value) && is_symbol(value));
  }
}

TEST(Properties, OfExamplesBeyondAscii) {
  EXPECT_TRUE(is_alphabetic(U'\u0345'));  // Combining ypogegrammeni: Other_Alphabetic, no letter.
  EXPECT_FALSE(is_letter(U'\u0345'));
  EXPECT_TRUE(is_mark(U'\u0345'));
  EXPECT_TRUE(is_upper(U'\u01C5'));    // D with small z with caron, titlecase.
  EXPECT_TRUE(is_lower(U'\u00AA'));    // Feminine ordinal: Other_Lowercase.
  EXPECT_TRUE(is_numeric(U'\u00BD'));  // One half.
  EXPECT_FALSE(is_decimal(U'\u00BD'));
  EXPECT_TRUE(is_numeric(U'\u4E09'));  // Three, from Unihan.
  EXPECT_TRUE(is_letter(U'\u4E09'));
  EXPECT_TRUE(is_decimal(U'\u0663'));
  EXPECT_TRUE(is_space(U'\u00A0'));
  EXPECT_FALSE(is_space(U'\u200B'));
  EXPECT_TRUE(is_punctuation(U'\u2019'));
  EXPECT_TRUE(is_currency(U'\u20AC'));
  EXPECT_TRUE(is_symbol(U'\u20AC'));
  EXPECT_TRUE(is_pictographic(U'\U0001F600'));
  EXPECT_TRUE(is_pictographic(U'\u00A9'));
  EXPECT_FALSE(is_pictographic(U'#'));
}

TEST(Properties, OfCaseBeyondAscii) {
  EXPECT_TRUE(is_cased(U'\u24B6'));  // A letter in a circle: a symbol.
  EXPECT_FALSE(is_cased(U'\u4E00'));
  EXPECT_TRUE(is_case_ignorable(U'\u0301'));
  EXPECT_TRUE(is_case_ignorable(U'\u2019'));
  EXPECT_FALSE(is_case_ignorable(U'\u201D'));
}

TEST(Properties, OfTheUnassignedAndTheLastAreNone) {
  for (const char32_t value : {U'\u0378', U'\U0010FFFF', U'\U000E0FFF'}) {
    EXPECT_FALSE(is_assigned(value));
    EXPECT_FALSE(is_alphabetic(value) || is_letter(value) || is_numeric(value) || is_mark(value) ||
                 is_space(value) || is_punctuation(value) || is_symbol(value));
  }
  EXPECT_TRUE(is_assigned(U'a'));
  EXPECT_TRUE(is_mark(U'\U000E01EF'));  // The last mark there is.
}

TEST(Properties, SayWhichUnicodeTheyAreOf) {
  EXPECT_EQ(unicode_version(), "15.0.0");
}

}  // namespace
}  // namespace broadsheet::text
