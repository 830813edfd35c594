#include "broadsheet/text/utf8.hpp"

#include <array>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "conformance.hpp"

namespace broadsheet::text {
namespace {

using testing::encode;

// Table 3-7 of Unicode 15.0, written out: the well-formed byte sequences, row by row.
struct Row {
  std::array<std::array<unsigned, 2>, 4> ranges;
  std::size_t length;
};
constexpr std::array<unsigned, 2> kTail{0x80, 0xBF};
constexpr std::array<unsigned, 2> kNone{1, 0};
constexpr Row kRows[] = {
    {{{{0x00, 0x7F}, kNone, kNone, kNone}}, 1},        {{{{0xC2, 0xDF}, kTail, kNone, kNone}}, 2},
    {{{{0xE0, 0xE0}, {0xA0, 0xBF}, kTail, kNone}}, 3}, {{{{0xE1, 0xEC}, kTail, kTail, kNone}}, 3},
    {{{{0xED, 0xED}, {0x80, 0x9F}, kTail, kNone}}, 3}, {{{{0xEE, 0xEF}, kTail, kTail, kNone}}, 3},
    {{{{0xF0, 0xF0}, {0x90, 0xBF}, kTail, kTail}}, 4}, {{{{0xF1, 0xF3}, kTail, kTail, kTail}}, 4},
    {{{{0xF4, 0xF4}, {0x80, 0x8F}, kTail, kTail}}, 4},
};

// The length of the well-formed sequence at `at`, or minus that of the maximal ill-formed subpart.
int oracle_step(std::string_view bytes, std::size_t at) {
  std::size_t longest = 0;
  for (const Row& row : kRows) {
    std::size_t n = 0;
    while (n < row.length && at + n < bytes.size()) {
      const auto byte = static_cast<unsigned char>(bytes[at + n]);
      if (byte < row.ranges[n][0] || byte > row.ranges[n][1]) break;
      ++n;
    }
    if (n == row.length) return static_cast<int>(n);
    longest = std::max(longest, n);
  }
  return -static_cast<int>(std::max<std::size_t>(longest, 1));
}

std::optional<Span> oracle_fault(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const int length = oracle_step(bytes, at);
    const auto begin = static_cast<std::int64_t>(at);
    if (length < 0) return Span{begin, begin - length};
    at += static_cast<std::size_t>(length);
  }
  return std::nullopt;
}

std::string oracle_replace(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const int length = oracle_step(bytes, at);
    const auto n = static_cast<std::size_t>(std::abs(length));
    text += length < 0 ? "\xEF\xBF\xBD" : std::string(bytes.substr(at, n));
    at += n;
  }
  return text;
}

TEST(Utf8, FindsTheFaultsThatTheStandardPrints) {
  // Table 3-8: each of these pairs of bytes and faults is a line of it or a part of one.
  EXPECT_EQ(find_invalid_utf8("ab\xFF"), (Span{2, 3}));
  EXPECT_EQ(find_invalid_utf8("\xC0\xAF"), (Span{0, 1}));
  EXPECT_EQ(find_invalid_utf8("\xED\xA0\x80"), (Span{0, 1}));
  EXPECT_EQ(find_invalid_utf8("\xF4\x91\x92\x93"), (Span{0, 1}));
  EXPECT_EQ(find_invalid_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41"), (Span{0, 2}));
  EXPECT_EQ(find_invalid_utf8("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", 3), (Span{3, 6}));
  EXPECT_EQ(find_invalid_utf8("\xE2\x82"), (Span{0, 2}));
  EXPECT_EQ(find_invalid_utf8("\xE2\x82\xAC"), std::nullopt);
  EXPECT_EQ(find_invalid_utf8(""), std::nullopt);
}

TEST(Utf8, AgreesWithTheTableOnEverySequenceOfUpToThreeBytes) {
  std::string bytes;
  for (std::size_t length = 1; length <= 3; ++length) {
    bytes.assign(length, '\0');
    const std::uint32_t n_sequences = std::uint32_t{1} << (8 * length);
    for (std::uint32_t number = 0; number < n_sequences; ++number) {
      for (std::size_t i = 0; i < length; ++i) bytes[i] = static_cast<char>(number >> (8 * i));
      ASSERT_EQ(find_invalid_utf8(bytes), oracle_fault(bytes)) << number;
    }
  }
}

TEST(Utf8, AgreesWithTheTableOnFourBytesAtTheBoundaries) {
  const std::array<unsigned, 22> edges = {0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0,
                                          0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
                                          0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};
  for (const unsigned a : edges) {
    for (const unsigned b : edges) {
      for (const unsigned c : edges) {
        for (const unsigned d : edges) {
          const std::string bytes{static_cast<char>(a), static_cast<char>(b), static_cast<char>(c),
                                  static_cast<char>(d)};
          ASSERT_EQ(replace_invalid_utf8(bytes), oracle_replace(bytes)) << a << b << c << d;
        }
      }
    }
  }
}

// Pieces of every kind, so that faults stand at all places of a stride and across its end.
std::string random_bytes(std::mt19937& random, int n_pieces) {
  static const std::vector<std::string> kPieces = {
      std::string(70, 'a'), "abc",  "\xC3\xA9", "\xE2\x82\xAC", "\xF0\x9F\x98\x80", "\xE2\x82",
      "\xF0\x9F\x98",       "\xFF", "\x80",     "\xED\xA0\x80", "\xF4\x90",         "\xC0"};
  std::string bytes;
  for (int i = 0; i < n_pieces; ++i) {
    // The first half are well formed, and likelier.
    bytes += kPieces[random() % (random() % 8 == 0 ? kPieces.size() : 5)];
  }
  return bytes;
}

TEST(Utf8, AgreesWithTheTableOnLongMixtures) {
  std::mt19937 random(1);
  for (int i = 0; i < 5'000; ++i) {
    const std::string bytes = random_bytes(random, static_cast<int>(random() % 40));
    ASSERT_EQ(find_invalid_utf8(bytes), oracle_fault(bytes));
    const std::string replaced = replace_invalid_utf8(bytes);
    ASSERT_EQ(replaced, oracle_replace(bytes));
    ASSERT_EQ(find_invalid_utf8(replaced), std::nullopt);
  }
}

TEST(Utf8, DecodesWhatItEncodes) {
  for (char32_t value = 0; value <= 0x10FFFF; ++value) {
    if (0xD800 <= value && value <= 0xDFFF) continue;
    std::string text = "a";
    append_utf8(text, value);
    const auto length = static_cast<int>(text.size()) - 1;
    text += 'z';
    ASSERT_EQ(decode(text, 1).value, value);
    ASSERT_EQ(decode(text, 1).length, length);
    ASSERT_EQ(decode_before(text, length + 1).value, value);
    ASSERT_EQ(decode_before(text, length + 1).length, length);
  }
}

TEST(Utf8, KnowsAscii) {
  EXPECT_TRUE(is_ascii(""));
  for (std::size_t size : {1U, 63U, 64U, 65U, 200U}) {
    std::string bytes(size, 'a');
    EXPECT_TRUE(is_ascii(bytes));
    for (std::size_t i = 0; i < size; ++i) {
      bytes[i] = '\x80';
      EXPECT_FALSE(is_ascii(bytes));
      bytes[i] = '\x7F';
    }
  }
}

TEST(Utf8, CountsCodePoints) {
  EXPECT_EQ(count_code_points(""), 0);
  EXPECT_EQ(count_code_points(encode(U"na\u00EFve \u20AC\U0001F600 and more")), 17);
}

TEST(Utf8, TurnsOffsetsOfBytesIntoThoseOfCodePointsAndBack) {
  std::mt19937 random(2);
  for (int i = 0; i < 2'000; ++i) {
    const std::string text =
        replace_invalid_utf8(random_bytes(random, static_cast<int>(random() % 30)));
    std::vector<std::int64_t> bytes;
    std::vector<std::int64_t> code_points;
    const auto size = static_cast<std::int64_t>(text.size());
    std::int64_t count = 0;
    for (std::int64_t at = 0; at <= size; ++count) {
      for (auto times = random() % 3; times > 0; --times) {  // Some left out, some twice.
        bytes.push_back(at);
        code_points.push_back(count);
      }
      at += at < size ? decode(text, at).length : 1;
    }
    auto turned = bytes;
    to_code_points(text, turned);
    ASSERT_EQ(turned, code_points);
    to_bytes(text, turned);
    ASSERT_EQ(turned, bytes);
    ASSERT_EQ(count_code_points(text), count - 1);
  }
}

TEST(Utf8, StopsAtTheEndForOffsetsBeyondIt) {
  std::vector<std::int64_t> offsets = {2, 9, 10};
  to_bytes("\xC3\xA9t\xC3\xA9", offsets);
  EXPECT_EQ(offsets, (std::vector<std::int64_t>{3, 5, 5}));
}

}  // namespace
}  // namespace broadsheet::text
