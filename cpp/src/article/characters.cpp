#include "characters.hpp"

#include <cstdint>

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::article {

bool is_blank_beyond_ascii(char32_t value) {
  const bool is_control = value < 0xA0;
  const bool has_no_width = value == 0xFEFF || (value >= 0x200B && value <= 0x200F);
  return is_control || has_no_width || text::is_space(value);
}

bool fits(std::string_view text, std::int64_t n_max) {
  const auto size = static_cast<std::int64_t>(text.size());
  if (size <= n_max) return true;
  return size <= 4 * n_max && text::count_code_points(text) <= n_max;
}

text::Span trim(std::string_view text, text::Span span) {
  while (span.begin < span.end) {
    const auto first = decode_at(text, span.begin);
    if (!is_blank(first.value)) break;
    span.begin += first.length;
  }
  while (span.begin < span.end) {
    const auto last = text::decode_before(text, span.end);
    if (!is_blank(last.value)) break;
    span.end -= last.length;
  }
  return span;
}

bool is_dash(char32_t value) {
  return (value >= 0x2012 && value <= 0x2015) || value == 0x2212;
}

bool is_quotation_mark(char32_t value) {
  return value == '"' || value == '\'' || (value >= 0x2018 && value <= 0x201F) || value == 0xAB ||
         value == 0xBB || value == 0x2039 || value == 0x203A ||
         (value >= 0x300C && value <= 0x300F);
}

bool is_closing_mark(char32_t value) {
  return is_quotation_mark(value) || value == ')' || value == ']' || value == '}' ||
         value == 0xFF09;
}

bool is_terminal(char32_t value) {
  switch (value) {
    case '.':
    case '!':
    case '?':
    case 0x2026:  // Ellipsis.
    case 0x061F:  // Arabic question mark.
    case 0x06D4:  // Arabic full stop.
    case 0x0964:  // Danda.
    case 0x1362:  // Ethiopic full stop.
    case 0x1367:  // Ethiopic question mark.
    case 0x3002:  // Ideographic full stop.
    case 0xFF01:
    case 0xFF0E:
    case 0xFF1F:
      return true;
    default:
      return false;
  }
}

char32_t last_before_closers(std::string_view text) {
  auto end = static_cast<std::int64_t>(text.size());
  while (end > 0) {
    const auto last = text::decode_before(text, end);
    if (!is_closing_mark(last.value) && !is_blank(last.value)) return last.value;
    end -= last.length;
  }
  return 0;
}

std::string name_key(std::string_view name) {
  std::string stripped;
  stripped.reserve(name.size());
  for (const char byte : name) {
    const bool is_space = byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
    if (is_space && !stripped.empty() && stripped.back() != ' ') stripped += ' ';
    if (!is_space && byte != '.') {
      stripped += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte;
    }
  }
  if (text::is_ascii(stripped)) return stripped;
  std::string key;
  text::append_lower(key, stripped);
  return key;
}

CaseCount count_case(std::string_view text) {
  CaseCount count;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(text.size());) {
    const auto point = decode_at(text, at);
    at += point.length;
    if (point.value < 0x80) {
      count.n_upper += point.value >= 'A' && point.value <= 'Z' ? 1 : 0;
      count.n_lower += point.value >= 'a' && point.value <= 'z' ? 1 : 0;
    } else {
      count.n_upper += text::is_upper(point.value) ? 1 : 0;
      count.n_lower += text::is_lower(point.value) ? 1 : 0;
    }
  }
  return count;
}

bool has_capitals_only(std::string_view text) {
  const auto count = count_case(text);
  return count.n_upper > 1 && count.n_lower == 0;
}

}  // namespace broadsheet::article
