#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "broadsheet/text/span.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::article {

[[nodiscard]] bool is_blank_beyond_ascii(char32_t value);

/// White space, control characters, and the marks without width that copied text begins with.
[[nodiscard]] inline bool is_blank(char32_t value) {
  return value < 0x7F ? value <= 0x20 : is_blank_beyond_ascii(value);
}

/// As text::decode, inline where most text is.
[[nodiscard]] inline text::CodePoint decode_at(std::string_view text, std::int64_t at) {
  const auto byte = static_cast<unsigned char>(text[static_cast<std::size_t>(at)]);
  return byte < 0x80 ? text::CodePoint{byte, 1} : text::decode(text, at);
}

/// Whether `text` has at most `n_max` code points, n_max >= 0. O(n_max).
[[nodiscard]] bool fits(std::string_view text, std::int64_t n_max);

/// `span` without the blank characters at its edges; empty at its beginning if all are blank.
[[nodiscard]] text::Span trim(std::string_view text, text::Span span);

[[nodiscard]] bool is_dash(char32_t value);          ///< Dashes proper: not the hyphen.
[[nodiscard]] bool is_closing_mark(char32_t value);  ///< What may follow the stop of a sentence.
[[nodiscard]] bool is_quotation_mark(char32_t value);
[[nodiscard]] bool is_terminal(char32_t value);  ///< Ends a sentence, in any script.

/// The last character of `text` before closing quotes and brackets; 0 if there is none.
[[nodiscard]] char32_t last_before_closers(std::string_view text);

/// What a name is looked up by: lower case, without full stops, words apart by one space.
[[nodiscard]] std::string name_key(std::string_view name);

struct CaseCount {
  int n_upper = 0;
  int n_lower = 0;
};

[[nodiscard]] CaseCount count_case(std::string_view text);

/// Two capitals at least, and no small letter.
[[nodiscard]] bool has_capitals_only(std::string_view text);

}  // namespace broadsheet::article
