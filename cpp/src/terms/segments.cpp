#include "segments.hpp"

#include <algorithm>
#include <array>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "broadsheet/text/words.hpp"

namespace broadsheet::terms {
namespace {

/// After these, 's is "is", "has" or "us".
constexpr std::array<std::string_view, 13> kContracted{"it",   "he",   "she", "that",  "there",
                                                       "here", "what", "who", "where", "when",
                                                       "why",  "how",  "let"};

/// Signs like the copyright sign have the property too; pictures start with the watch.
bool is_picture(char32_t value) {
  constexpr char32_t kFirstPicture = 0x231A;
  const bool is_flag = 0x1F1E6 <= value && value <= 0x1F1FF;
  return is_flag || (value >= kFirstPicture && text::is_pictographic(value));
}

}  // namespace

text::Span next_stretch(std::string_view text, std::int64_t at) {
  auto begin = static_cast<std::size_t>(at);
  while (begin < text.size() && is_ascii_space(text[begin])) ++begin;
  std::size_t end = begin;
  while (end < text.size() && !is_ascii_space(text[end])) ++end;
  return {static_cast<std::int64_t>(begin), static_cast<std::int64_t>(end)};
}

bool is_contracted(std::string_view word) {
  const auto is_same = [word](std::string_view lower) {
    return std::equal(word.begin(), word.end(), lower.begin(), lower.end(),
                      [](char a, char b) { return (is_ascii_letter(a) ? a | 0x20 : a) == b; });
  };
  return std::any_of(kContracted.begin(), kContracted.end(), is_same);
}

Rule classify(std::string_view segment) {
  Rule rule = Rule::kPunctuation;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(segment.size());) {
    const auto [value, length] = text::decode(segment, at);
    if (text::is_letter(value)) return Rule::kWord;
    if (text::is_numeric(value)) {
      rule = Rule::kNumber;
    } else if (rule == Rule::kPunctuation && is_picture(value)) {
      rule = Rule::kPictograph;
    }
    at += length;
  }
  return rule;
}

void scan_unicode(std::string_view text, text::Span stretch, std::vector<Segment>& segments) {
  for (std::int64_t at = stretch.begin; at < stretch.end;) {
    const text::Span span{at, text::next_word(text, at)};
    append_segment(text, {span, classify(text::slice(text, span))}, segments);
    at = span.end;
  }
}

void scan(std::string_view text, text::Span stretch, const TokenizerOptions& options,
          std::vector<Segment>& segments) {
  if (options.preset == Preset::kNews) {
    scan_news(text, stretch, options.rules, segments);
  } else {
    scan_unicode(text, stretch, segments);
  }
}

void append_segment(std::string_view text, Segment segment, std::vector<Segment>& segments) {
  auto& [begin, end] = segment.span;
  if (segment.rule == Rule::kPunctuation) {
    while (begin < end) {
      const auto [value, length] = text::decode(text, begin);
      if (!text::is_space(value)) break;
      begin += length;
    }
  }
  if (begin < end) segments.push_back(segment);
}

void scan_sklearn(std::string_view text, std::int64_t min_length, std::vector<Segment>& segments) {
  const auto size = static_cast<std::int64_t>(text.size());
  std::int64_t begin = 0;
  std::int64_t n_characters = 0;
  for (std::int64_t at = 0; at < size;) {
    const auto [value, length] = text::decode(text, at);
    if (text::is_regex_word(value)) {
      if (n_characters++ == 0) begin = at;
    } else {
      if (n_characters >= min_length) segments.push_back({{begin, at}, Rule::kWord});
      n_characters = 0;
    }
    at += length;
  }
  if (n_characters >= min_length) segments.push_back({{begin, size}, Rule::kWord});
}

}  // namespace broadsheet::terms
