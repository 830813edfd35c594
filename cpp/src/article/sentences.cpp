#include "broadsheet/article/sentences.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "abbreviations.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/sentences.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"
#include "names.hpp"

namespace broadsheet::article {
namespace {

using text::Span;

// UAX #29 ends a sentence at every line; a paragraph of news is wrapped at any width. Line ends
// become spaces of the same length.
std::string without_line_ends(std::string_view paragraph) {
  std::string unwrapped(paragraph);
  for (std::size_t at = 0; at < unwrapped.size(); ++at) {
    const auto byte = static_cast<unsigned char>(unwrapped[at]);
    if (byte == '\n' || byte == '\r') unwrapped[at] = ' ';
    if (byte == 0xC2 && unwrapped[at + 1] == '\x85') unwrapped[at + 1] = '\xA0';
    const bool is_separator = byte == 0xE2 && unwrapped[at + 1] == '\x80' &&
                              (unwrapped[at + 2] == '\xA8' || unwrapped[at + 2] == '\xA9');
    if (is_separator) unwrapped[at + 2] = '\x8A';
  }
  return unwrapped;
}

bool is_word_character(char32_t value) {
  return text::is_letter(value) || text::is_numeric(value);
}
bool is_apostrophe(char32_t value) {
  return value == '\'' || value == 0x2019;
}

// The end of one sentence, as far as it tells whether it is one.
struct Ending {
  char32_t terminal = 0;    // The stop, question or exclamation mark; 0 for none.
  char32_t closer = 0;      // The last closing mark after it; 0 for none.
  std::string_view word;    // Before the terminal, with its inner stops: "U.S".
  bool has_letter = false;  // Anywhere in the sentence.
  bool has_upper = false;
  bool has_lower = false;

  bool has_all_cases() const { return has_letter && has_upper && has_lower; }
};

// The beginning of the next one.
struct Opening {
  char32_t first = 0;
  std::string_view word;  // At the very beginning; empty if a mark stands there.
  char32_t after_word = 0;
  bool has_word_character = false;
};

class SentenceSplitter {
 public:
  explicit SentenceSplitter(std::string_view text) : text_(text) {}

  std::vector<Span> split() const {
    std::vector<Span> sentences;
    std::int64_t begin = 0;
    for (const auto end : text::sentence_boundaries(text_)) {
      const Span piece = trim(text_, {begin, end});
      begin = end;
      if (piece.is_empty()) continue;
      if (!sentences.empty() && continues(sentences.back(), piece)) {
        sentences.back().end = piece.end;
      } else {
        sentences.push_back(piece);
      }
    }
    return sentences;
  }

 private:
  bool continues(Span sentence, Span next) const {
    const Ending ending = ending_of(sentence);
    const Opening opening = opening_of(next);
    if (!ending.has_letter || !opening.has_word_character) return true;
    if (text::is_lower(opening.first)) return ending.has_upper && !has_inner_capital(opening.word);
    if (ending.terminal == '.') return continues_after_stop(ending, opening);
    if (ending.terminal != '!' && ending.terminal != '?') return false;
    if (is_quotation_mark(ending.closer)) return is_spoken_by(next);
    return ending.closer == 0 && ending.terminal == '!' && carries_exclamation(ending.word) &&
           !opens_sentence(opening);
  }

  static bool continues_after_stop(const Ending& ending, const Opening& opening) {
    if (is_quotation_mark(ending.closer)) return false;
    if (is_day(ending.word) && is_month(name_key(opening.word))) return true;  // "5. Oktober"
    switch (abbreviation_of(ending.word, !ending.has_lower)) {
      case Abbreviation::kNone:
        return false;
      case Abbreviation::kBeforeName:
        return true;
      case Abbreviation::kBeforeNumber:
        return text::is_decimal(opening.first);
      case Abbreviation::kOfTime:
        return follows_time(opening.word) || opening.first == '(';
      case Abbreviation::kBehindName:
        return ending.closer != 0 && !opens_sentence(opening);
      case Abbreviation::kAnywhere:
        return !opens_sentence(opening) && !is_quotation_mark(opening.first);
    }
    return false;
  }

  // "A" opens a sentence, the initial "A." and the first half of "All-Star" do not.
  static bool opens_sentence(const Opening& opening) {
    return opens_only_sentences(opening.word) && opening.after_word != '.' &&
           opening.after_word != '-';
  }

  static bool is_day(std::string_view word) {
    return !word.empty() && word.size() <= 2 && word.find_first_not_of("0123456789") == word.npos;
  }

  // "iPhone" begins a sentence in lower case.
  static bool has_inner_capital(std::string_view word) { return count_case(word).n_upper > 0; }

  // "Smith said.", "President Jane Doe asked.": names, then a verb of speech, and no other report.
  bool is_spoken_by(Span next) const {
    std::int64_t at = next.begin;
    for (int n_words = 0; n_words < 6; ++n_words) {
      const Span span = word_at(at, next.end);
      const auto word = text::slice(text_, span);
      at = span.end;
      while (at < next.end && (text_[index(at)] == ' ' || text_[index(at)] == '.')) ++at;
      if (n_words > 0 && is_attribution(word)) {
        return !opens_report(text::slice(text_, word_at(at, next.end)));
      }
      if (word.empty() || !text::is_upper(text::decode(word, 0).value)) return false;
      if (n_words == 0 && opens_only_sentences(word)) return false;
    }
    return false;
  }

  Ending ending_of(Span sentence) const {
    Ending ending;
    for (std::int64_t at = sentence.begin; at < sentence.end && !ending.has_all_cases();) {
      const auto point = decode_at(text_, at);
      ending.has_letter = ending.has_letter || text::is_letter(point.value);
      ending.has_upper = ending.has_upper || text::is_upper(point.value);
      ending.has_lower = ending.has_lower || text::is_lower(point.value);
      at += point.length;
    }
    std::int64_t end = sentence.end;
    while (end > sentence.begin) {
      const auto point = text::decode_before(text_, end);
      if (!is_closing_mark(point.value) && !is_blank(point.value)) break;
      if (ending.closer == 0 && !is_blank(point.value)) ending.closer = point.value;
      end -= point.length;
    }
    if (end == sentence.begin) return ending;
    const auto last = text::decode_before(text_, end);
    if (!is_terminal(last.value)) return ending;
    ending.terminal = last.value;
    ending.word = word_before({sentence.begin, end - last.length});
    return ending;
  }

  Opening opening_of(Span next) const {
    Opening opening;
    opening.first = decode_at(text_, next.begin).value;
    const Span word = word_at(next.begin, next.end);
    opening.word = text::slice(text_, word);
    if (word.end < next.end) opening.after_word = decode_at(text_, word.end).value;
    for (std::int64_t at = next.begin; at < next.end && !opening.has_word_character;) {
      const auto point = decode_at(text_, at);
      opening.has_word_character = is_word_character(point.value);
      at += point.length;
    }
    return opening;
  }

  Span word_at(std::int64_t begin, std::int64_t limit) const {
    std::int64_t end = begin;
    while (end < limit) {
      const auto point = decode_at(text_, end);
      if (!is_word_character(point.value) && !is_apostrophe(point.value)) break;
      end += point.length;
    }
    return {begin, end};
  }

  std::string_view word_before(Span before) const {
    std::int64_t begin = before.end;
    while (begin > before.begin) {
      const auto point = text::decode_before(text_, begin);
      if (!is_word_character(point.value) && point.value != '.') break;
      begin -= point.length;
    }
    const auto word = text::slice(text_, {begin, before.end});
    // "Jay-Z" and "AT&T" end in no initial.
    const bool is_tail =
        begin > before.begin && (text_[index(begin - 1)] == '-' || text_[index(begin - 1)] == '&');
    return is_tail && text::count_code_points(word) == 1 ? std::string_view{} : word;
  }

  static std::size_t index(std::int64_t at) { return static_cast<std::size_t>(at); }

  std::string_view text_;
};

}  // namespace

std::vector<Span> split_sentences(std::string_view paragraph) {
  const bool may_be_wrapped = std::any_of(paragraph.begin(), paragraph.end(), [](char byte) {
    return byte == '\n' || byte == '\r' || byte == '\xC2' || byte == '\xE2';
  });
  if (!may_be_wrapped) return SentenceSplitter(paragraph).split();
  const std::string unwrapped = without_line_ends(paragraph);
  return SentenceSplitter(unwrapped).split();
}

}  // namespace broadsheet::article
