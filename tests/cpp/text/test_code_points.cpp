#include "broadsheet/text/code_points.hpp"

#include <cstddef>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {
namespace {

template <typename Unit>
std::string to_utf8(const std::vector<Unit>& units) {
  const CodePointsView string = std::span<const Unit>(units);
  std::string bytes(static_cast<std::size_t>(utf8_size(string)), '?');
  const char* end = write_utf8(string, bytes.data());
  EXPECT_EQ(end, bytes.data() + bytes.size());
  return bytes;
}

template <typename Unit>
std::optional<std::int64_t> surrogate_in(const std::vector<Unit>& units) {
  return find_surrogate(std::span<const Unit>(units));
}

TEST(CodePoints, AreWrittenAsTheStandardShows) {
  // Unicode 15.0, table 3-4 and its examples: 004D, 0430, 4E8C, 10302.
  EXPECT_EQ(to_utf8(std::vector<std::uint32_t>{0x4D, 0x430, 0x4E8C, 0x10302}),
            "\x4D\xD0\xB0\xE4\xBA\x8C\xF0\x90\x8C\x82");
  EXPECT_EQ(to_utf8(std::vector<std::uint16_t>{0x4D, 0x430, 0x4E8C}), "\x4D\xD0\xB0\xE4\xBA\x8C");
  EXPECT_EQ(to_utf8(std::vector<std::uint8_t>{0x4D, 0xE9, 0}), std::string("\x4D\xC3\xA9\0", 4));
}

TEST(CodePoints, AreWrittenAtEachEdgeOfEachLength) {
  EXPECT_EQ(
      to_utf8(std::vector<std::uint32_t>{0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF}),
      "\x7F\xC2\x80\xDF\xBF\xE0\xA0\x80\xEF\xBF\xBF\xF0\x90\x80\x80\xF4\x8F\xBF\xBF");
}

TEST(CodePoints, AreNotTakenForAsciiInBlocks) {
  const std::string expected = to_utf8(std::vector<std::uint8_t>{0x80});
  const std::string many = to_utf8(std::vector<std::uint8_t>(100, 0x80));
  for (std::size_t at = 0; at < many.size(); at += 2) ASSERT_EQ(many.substr(at, 2), expected);
}

TEST(CodePoints, AgreeWithOneAtATimeForAnyMixture) {
  std::mt19937 random(7);
  const auto below = [&](std::uint32_t n) { return static_cast<std::uint32_t>(random() % n); };
  for (std::size_t length = 0; length < 300; ++length) {
    std::vector<std::uint32_t> units;
    std::string expected;
    // Mostly ASCII, so that blocks of it start and end anywhere.
    const std::uint32_t rarity = 1 + below(100);
    for (std::size_t i = 0; i < length; ++i) {
      std::uint32_t value = below(rarity) == 0 ? below(0x110000) : below(0x80);
      if (0xD800 <= value && value < 0xE000) value = 0x2019;
      units.push_back(value);
      append_utf8(expected, value);
    }
    ASSERT_EQ(to_utf8(units), expected);
  }
}

TEST(CodePoints, HaveNoUtf8WhereTheyAreSurrogates) {
  const std::vector<std::uint16_t> pair{'a', 0xD83D, 0xDE00};
  EXPECT_EQ(surrogate_in(pair), 1);
  EXPECT_EQ(to_utf8(pair), "a\ufffd\ufffd");
  EXPECT_EQ(surrogate_in(std::vector<std::uint32_t>{0x10000, 0xDFFF}), 1);
  EXPECT_EQ(surrogate_in(std::vector<std::uint16_t>{0xD7FF, 0xE000}), std::nullopt);
  EXPECT_EQ(surrogate_in(std::vector<std::uint8_t>{0xD8, 0xDF}), std::nullopt);
}

}  // namespace
}  // namespace broadsheet::text
