#include "dateline_lexer.hpp"

#include <charconv>
#include <system_error>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"

namespace broadsheet::article {
namespace {

using Kind = LineToken::Kind;

constexpr std::size_t kMaxTokens = 48;

bool is_word_letter(char32_t value) {
  return text::is_letter(value) || text::is_mark(value);
}
bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019;
}

class LineLexer {
 public:
  explicit LineLexer(std::string_view text)
      : text_(text), size_(static_cast<std::int64_t>(text.size())) {}

  // The token that begins at or after `at`; empty at the end of the text.
  LineToken next_token(std::int64_t at) const {
    const std::int64_t begin = skip_blanks(at);
    if (begin == size_) return {.span = {begin, begin}};
    LineToken token = lex_token(begin);
    token.follows_space = begin > at || at == 0;
    token.precedes_space = token.span.end == size_ || is_blank(value_at(token.span.end));
    return token;
  }

 private:
  char32_t value_at(std::int64_t at) const {
    return at < size_ ? decode_at(text_, at).value : U'\0';
  }

  std::int64_t skip_blanks(std::int64_t at) const {
    while (at < size_) {
      const auto point = decode_at(text_, at);
      if (!is_blank(point.value)) break;
      at += point.length;
    }
    return at;
  }

  std::int64_t end_of_letters(std::int64_t at) const {
    while (at < size_) {
      const auto point = decode_at(text_, at);
      if (!is_word_letter(point.value)) break;
      at += point.length;
    }
    return at;
  }

  LineToken lex_token(std::int64_t at) const {
    const auto point = decode_at(text_, at);
    if (text::is_letter(point.value)) return {.kind = Kind::kWord, .span = {at, end_of_word(at)}};
    if (text::is_decimal(point.value)) {
      return {.kind = Kind::kNumber, .span = {at, end_of_number(at)}};
    }
    if (point.value == '-' || point.value == '_' || is_dash(point.value)) return lex_dash(at);
    return {.kind = kind_of(point.value), .span = {at, at + point.length}};
  }

  // Full stops join letters only where both sides are short, as in "D.C" but not in "Feb.The".
  std::int64_t end_of_word(std::int64_t begin) const {
    std::int64_t run = begin;
    std::int64_t end = end_of_letters(begin);
    while (end < size_) {
      const auto joiner = decode_at(text_, end);
      const std::int64_t next = end + joiner.length;
      const std::int64_t next_end = end_of_letters(next);
      const bool joins = joiner.value == '-' || is_apostrophe(joiner.value) ||
                         (joiner.value == '.' && end - run <= 2 && next_end - next <= 2);
      if (!joins || next_end == next) break;
      run = next;
      end = next_end;
    }
    return end;
  }

  std::int64_t end_of_number(std::int64_t at) const {
    while (text::is_decimal(value_at(at))) at += decode_at(text_, at).length;
    const std::int64_t end = end_of_letters(at);
    const auto ending =
        text_.substr(static_cast<std::size_t>(at), static_cast<std::size_t>(end - at));
    const bool is_ordinal = ending == "st" || ending == "nd" || ending == "rd" || ending == "th";
    return is_ordinal ? end : at;
  }

  LineToken lex_dash(std::int64_t begin) const {
    LineToken token{.kind = Kind::kDash, .span = {begin, begin}};
    int n_hyphens = 0;
    while (token.span.end < size_) {
      const auto point = decode_at(text_, token.span.end);
      const bool is_hyphen = point.value == '-' || point.value == '_';
      if (!is_hyphen && !is_dash(point.value)) break;
      n_hyphens += is_hyphen ? 1 : 2;
      token.span.end += point.length;
    }
    token.is_strong = n_hyphens > 1;
    return token;
  }

  static Kind kind_of(char32_t value) {
    switch (value) {
      case ',':
        return Kind::kComma;
      case '.':
        return Kind::kStop;
      case ':':
        return Kind::kColon;
      case '/':
        return Kind::kSlash;
      case '(':
      case '[':
        return Kind::kOpen;
      case ')':
      case ']':
        return Kind::kClose;
      default:
        return Kind::kOther;
    }
  }

  std::string_view text_;
  std::int64_t size_;
};

}  // namespace

bool OpeningLine::has(std::size_t at) const {
  while (tokens_.size() <= at && tokens_.size() < kMaxTokens) {
    const auto token = LineLexer(text_).next_token(tokens_.empty() ? 0 : tokens_.back().span.end);
    if (token.span.is_empty()) break;
    tokens_.push_back(token);
  }
  return at < tokens_.size();
}

bool OpeningLine::is_capitalised(std::size_t at) const {
  return is(at, Kind::kWord) && !text::is_lower(decode_at(text_, tokens_[at].span.begin).value);
}

std::optional<int> OpeningLine::number(std::size_t at) const {
  if (!is(at, Kind::kNumber)) return std::nullopt;
  const auto digits = word(at);
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end == digits.data()) return std::nullopt;
  return value;
}

std::string_view OpeningLine::word(std::size_t at) const {
  return text::slice(text_, tokens_[at].span);
}

text::Span OpeningLine::span_of(std::size_t begin, std::size_t end) const {
  return {tokens_[begin].span.begin, tokens_[end - 1].span.end};
}

}  // namespace broadsheet::article
