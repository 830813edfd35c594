#include "word_shape.hpp"

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::statistics {

bool is_ascii_punctuation(char32_t value) {
  const bool is_printed = 0x20 < value && value < 0x7F;
  return is_printed && !text::is_letter(value) && !text::is_decimal(value);
}

WordShape word_shape(std::string_view word) {
  std::int64_t n = 0;
  std::int64_t n_upper = 0;
  std::int64_t n_marks = 0;
  bool has_lower = false;
  bool has_digit = false;
  bool has_letter = false;
  bool starts_upper = false;
  for (std::int64_t at = 0; at < std::ssize(word); ++n) {
    const text::CodePoint code_point = text::decode(word, at);
    const char32_t value = code_point.value;
    at += code_point.length;
    const bool is_upper = text::is_upper(value);
    starts_upper |= n == 0 && is_upper;
    n_upper += is_upper;
    has_lower |= text::is_lower(value);
    has_digit |= text::is_decimal(value);
    has_letter |= text::is_letter(value);
    n_marks += is_ascii_punctuation(value);
  }
  if (has_digit || !has_letter || n_marks > 1) return WordShape::kUnparsable;
  if (n_upper > 0 && !has_lower) return WordShape::kAcronym;
  if (n > 1 && starts_upper && n_upper == 1) return WordShape::kName;
  return WordShape::kPlain;
}

}  // namespace broadsheet::statistics
