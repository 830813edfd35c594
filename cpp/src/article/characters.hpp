#pragma once

#include <string>
#include <string_view>

#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// White space, control characters, and the marks without width that copied text begins with.
[[nodiscard]] bool is_blank(char32_t value);

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
