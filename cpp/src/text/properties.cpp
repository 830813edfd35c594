#include "broadsheet/text/properties.hpp"

#include "tables/tables.hpp"

namespace broadsheet::text {

using tables::has_property;

bool is_assigned(char32_t value) {
  return has_property(value, tables::kAssigned);
}
bool is_alphabetic(char32_t value) {
  return has_property(value, tables::kAlphabetic);
}
bool is_letter(char32_t value) {
  return has_property(value, tables::kLetter);
}
bool is_numeric(char32_t value) {
  return has_property(value, tables::kNumeric);
}
bool is_decimal(char32_t value) {
  return has_property(value, tables::kDecimal);
}
bool is_upper(char32_t value) {
  return has_property(value, tables::kUpper);
}
bool is_lower(char32_t value) {
  return has_property(value, tables::kLower);
}
bool is_cased(char32_t value) {
  return has_property(value, tables::kCased);
}
bool is_case_ignorable(char32_t value) {
  return has_property(value, tables::kCaseIgnorable);
}
bool is_mark(char32_t value) {
  return has_property(value, tables::kMark);
}
bool is_space(char32_t value) {
  return has_property(value, tables::kSpace);
}
bool is_punctuation(char32_t value) {
  return has_property(value, tables::kPunctuation);
}
bool is_symbol(char32_t value) {
  return has_property(value, tables::kSymbol);
}
bool is_currency(char32_t value) {
  return has_property(value, tables::kCurrency);
}
bool is_pictographic(char32_t value) {
  return has_property(value, tables::kPictographic);
}

bool is_regex_word(char32_t value) {
  return value == U'_' || has_property(value, tables::kLetter | tables::kNumeric);
}

std::string_view unicode_version() {
  return tables::kUnicodeVersion;
}

}  // namespace broadsheet::text
