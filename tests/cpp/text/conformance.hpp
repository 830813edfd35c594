#pragma once

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text::testing {

using Segmenter = std::function<std::vector<std::int64_t>(std::string_view)>;
using Next = std::function<std::int64_t(std::string_view, std::int64_t)>;

inline std::string encode(std::u32string_view values) {
  std::string text;
  for (const char32_t value : values) append_utf8(text, value);
  return text;
}

/// A line of a break test file: a text, and the bytes where it may be cut.
struct BreakCase {
  std::string line;
  std::string text;
  std::vector<std::int64_t> boundaries;
};

/// Reads a line such as "\u00f7 0020 \u00d7 0308 \u00f7  # comment": divisions cut, crosses join.
inline BreakCase parse_break_case(const std::string& line) {
  BreakCase parsed{.line = line, .text = {}, .boundaries = {}};
  std::istringstream fields(line.substr(0, line.find('#')));
  for (std::string field; fields >> field;) {
    if (field == "\xC3\xB7") {
      parsed.boundaries.push_back(static_cast<std::int64_t>(parsed.text.size()));
    } else if (field != "\xC3\x97") {
      append_utf8(parsed.text, static_cast<char32_t>(std::stoul(field, nullptr, 16)));
    }
  }
  return parsed;
}

/// Proves every line of a conformance file, or skips where the file is absent.
inline void expect_conformance(const std::string& name, std::size_t n_lines,
                               const Segmenter& boundaries) {
  const std::filesystem::path path = std::filesystem::path(BROADSHEET_CORPORA) / "gold" / name;
  if (!std::filesystem::exists(path)) GTEST_SKIP() << path << " is not here";
  std::ifstream file(path);
  std::size_t n_read = 0;
  for (std::string line; std::getline(file, line);) {
    const BreakCase parsed = parse_break_case(line);
    if (parsed.text.empty()) continue;
    EXPECT_EQ(boundaries(parsed.text), parsed.boundaries) << line;
    ++n_read;
  }
  EXPECT_EQ(n_read, n_lines);
}

/// Proves that boundaries tile texts that would be slow if a rule looked far for each code point,
/// and that they are what going from one to the next gives. Slow code shows as a test that hangs.
inline void expect_linear(const Segmenter& boundaries, const Next& next) {
  constexpr int kRepeats = 200'000;
  const std::vector<std::u32string> units = {
      U"\u0301", U"\U0001F1E6", U"a.", U"a'", U"1,",       U"\u05D0\"",         U". ",
      U".)",     U"\u200D",     U"a",  U".",  U"a.\u0301", U"\U0001F468\u200D", U"\u0600",
      U"\u1100", U"1. ",        U"\r", U", ", U"A. 1"};
  for (const auto& unit : units) {
    for (const std::u32string_view head : {U"", U"a", U"a.", U"a. "}) {
      std::string text = encode(head);
      const std::string repeated = encode(unit);
      for (int i = 0; i < kRepeats; ++i) text += repeated;
      const auto ends = boundaries(text);
      ASSERT_EQ(ends.front(), 0);
      ASSERT_EQ(ends.back(), static_cast<std::int64_t>(text.size()));
      ASSERT_TRUE(std::ranges::is_sorted(ends, std::ranges::less_equal{}));
      std::int64_t at = 0;
      for (std::size_t i = 1; i < ends.size(); ++i) ASSERT_EQ(at = next(text, at), ends[i]);
    }
  }
}

}  // namespace broadsheet::text::testing
