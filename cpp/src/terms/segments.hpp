#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::terms {

/// A piece of a text: a token to be, or what stands between tokens.
struct Segment {
  text::Span span;
  Rule rule = Rule::kWord;
};

[[nodiscard]] constexpr bool is_ascii_space(char byte) {
  return byte == ' ' || ('\t' <= byte && byte <= '\r');
}

[[nodiscard]] constexpr bool is_ascii_digit(char byte) {
  return '0' <= byte && byte <= '9';
}

[[nodiscard]] constexpr bool is_ascii_letter(char byte) {
  return ('a' <= byte && byte <= 'z') || ('A' <= byte && byte <= 'Z');
}

[[nodiscard]] constexpr bool is_ascii_word(char byte) {
  return is_ascii_letter(byte) || is_ascii_digit(byte);
}

/// Whether `text` has `n_characters` or more.
[[nodiscard]] inline bool has_length(std::string_view text, std::int64_t n_characters) {
  if (n_characters <= 1 || static_cast<std::int64_t>(text.size()) >= 4 * n_characters) {
    return !text.empty();
  }
  for (const char byte : text) n_characters -= (byte & 0xC0) != 0x80;
  return n_characters <= 0;
}

/// The next run of bytes that are no ASCII white space, from `at` on; empty at the end of the text.
/// No token crosses such white space under any preset, so stretches can be cut one by one.
[[nodiscard]] text::Span next_stretch(std::string_view text, std::int64_t at);

/// Whether 's behind `word` is "is", "has" or "us", as in it's and let's.
[[nodiscard]] bool is_contracted(std::string_view word);

/// What a segment of UAX #29 is: kWord, kNumber, kPictograph or kPunctuation, white space included.
[[nodiscard]] Rule classify(std::string_view segment);

/// Appends a segment, but for the white space at the start of one that is no word.
void append_segment(std::string_view text, Segment segment, std::vector<Segment>& segments);

/// Appends the segments of UAX #29 of one stretch of `text`, in order.
void scan_unicode(std::string_view text, text::Span stretch, std::vector<Segment>& segments);

/// The same with the rules of news on top.
void scan_news(std::string_view text, text::Span stretch, const NewsRules& rules,
               std::vector<Segment>& segments);

/// One of the two above, as the preset says, which is not kSklearn.
void scan(std::string_view text, text::Span stretch, const TokenizerOptions& options,
          std::vector<Segment>& segments);

/// Whether a segment counts as a token.
[[nodiscard]] inline bool is_token(const Segment& segment, const TokenizerOptions& options) {
  return segment.rule < Rule::kPossessive || options.punctuation;
}

/// Appends the runs of `min_length` or more `\w` of `text`, which is folded already.
void scan_sklearn(std::string_view text, std::int64_t min_length, std::vector<Segment>& segments);

}  // namespace broadsheet::terms
