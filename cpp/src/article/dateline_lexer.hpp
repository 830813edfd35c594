#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/text/span.hpp"
#include "characters.hpp"

namespace broadsheet::article {

/// What an opening line is read in: a word with its inner marks ("N'DJAMENA", "D.C", "AL-QAIM"), a
/// run of digits with an ordinal ending ("3rd"), a dash of any length, or one other character.
struct LineToken {
  enum class Kind { kWord, kNumber, kDash, kComma, kStop, kColon, kSlash, kOpen, kClose, kOther };

  Kind kind = Kind::kOther;
  text::Span span;
  bool follows_space = false;
  bool precedes_space = false;  ///< Or the end of the text.
  bool is_strong = false;       ///< Of a dash: longer than a hyphen, so no hyphen.
};

/// The opening of a paragraph as tokens, at most 48 of them, read as they are asked for. Not to be
/// shared between threads.
class OpeningLine {
 public:
  explicit OpeningLine(std::string_view text) : text_(text) {}

  [[nodiscard]] bool has(std::size_t at) const;  ///< Whether there is a token `at`.
  [[nodiscard]] bool is(std::size_t at, LineToken::Kind kind) const {
    return has(at) && tokens_[at].kind == kind;
  }
  [[nodiscard]] bool is_capitalised(std::size_t at) const;  ///< A word, not in lower case.
  [[nodiscard]] std::optional<int> number(std::size_t at) const;

  [[nodiscard]] std::string_view text() const { return text_; }
  // The others take tokens that are there.
  [[nodiscard]] const LineToken& operator[](std::size_t at) const { return tokens_[at]; }
  [[nodiscard]] std::string_view word(std::size_t at) const;
  [[nodiscard]] text::Span span_of(std::size_t begin, std::size_t end) const;
  [[nodiscard]] std::string_view slice(text::Span span) const { return text::slice(text_, span); }
  [[nodiscard]] std::string key(text::Span span) const { return name_key(slice(span)); }
  [[nodiscard]] std::string key(std::size_t at) const { return key(tokens_[at].span); }

 private:
  std::string_view text_;
  mutable std::vector<LineToken> tokens_;
};

}  // namespace broadsheet::article
