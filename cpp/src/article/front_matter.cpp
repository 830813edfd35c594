#include "front_matter.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "broadsheet/article/sentences.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"
#include "dateline_date.hpp"
#include "dateline_lexer.hpp"
#include "names.hpp"
#include "word_set.hpp"

namespace broadsheet::article {
namespace {

using Kind = LineToken::Kind;

// In code points.
constexpr std::int64_t kMaxHeadline = 220;
constexpr std::int64_t kMaxQuestion = 120;
constexpr std::int64_t kMaxNotice = 120;
constexpr std::int64_t kMaxByline = 100;
constexpr std::size_t kMaxEndMark = 12;  // Bytes.

constexpr const char* kNotices =
    "for immediate release|immediate release|for release|for immediate use|embargoed|"
    "press release|news release|media release|news from|contact|contacts|media contact|"
    "media contacts|press contact|press contacts|date|today|updated|published|posted|"
    "last updated|last modified|first published|photo|photos|share|print|print this|email|e-mail|"
    "phone|tel|fax|website";

constexpr const char* kContacts =
    "contact|contacts|media contact|media contacts|press contact|press contacts";

// "By the numbers", "By any measure": no names.
constexpr const char* kNoNames =
    "a|all|an|and|any|both|each|every|her|his|its|my|no|our|some|that|the|their|then|these|this|"
    "those|what|your";

constexpr const char* kBylineTitles =
    "writer|writers|correspondent|correspondents|reporter|reporters|editor|editors|staff|"
    "columnist|bureau|contributor|press|news|times|post|reuters|ap|afp|bloomberg";

constexpr const char* kEndMarks =
    "-30-|30|###|# # #|####|end|-end-|ends|(end)|reuter|reuters|"
    "/tass/|/reuters/|(ap)|***|* * *|-0-|--30--";

constexpr std::array<std::string_view, 7> kInnerEndMarks{"####", "###",   "# # #", "--30--",
                                                         "-30-", "-end-", "-END-"};

// The words of a title that stay in lower case.
constexpr const char* kSmallWords =
    "a|an|and|as|at|but|by|de|for|from|if|in|into|is|it|its|la|nor|of|off|on|or|out|over|per|so|"
    "than|that|the|to|up|v|via|vs|was|with|yet";

// Most of its longer words begin with a capital.
bool has_title_case(std::string_view block) {
  static const WordSet small_words(kSmallWords);
  int n_words = 0;
  int n_capital = 0;
  const OpeningLine line(block);
  for (std::size_t i = 0; line.has(i); ++i) {
    if (!line.is(i, Kind::kWord) || small_words.contains(line.key(i))) continue;
    ++n_words;
    n_capital += text::is_upper(text::decode(line.word(i), 0).value) ? 1 : 0;
  }
  return n_words >= 3 && 10 * n_capital >= 9 * n_words;
}

// A date and nothing else, or nothing but a time with it.
bool is_date_line(std::string_view block) {
  const OpeningLine line(block);
  const auto end = date_end(line, 0);
  return end != 0 && !line.has(end);
}

bool is_mostly_digits(std::string_view block) {
  int n_digits = 0;
  int n_letters = 0;
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(block.size());) {
    const auto point = text::decode(block, at);
    n_digits += text::is_decimal(point.value) ? 1 : 0;
    n_letters += text::is_letter(point.value) ? 1 : 0;
    at += point.length;
  }
  return n_digits > 2 * n_letters;
}

// "Contact" of "Contact: Jane Doe"; all of it where there is no colon.
std::string label_of(std::string_view block) {
  auto label = name_key(block.substr(0, block.find(':')));
  while (!label.empty() && label.back() == ' ') label.pop_back();
  return label;
}

// "iPhone", "eBay".
bool begins_with_inner_capital(std::string_view block) {
  return count_case(block.substr(0, block.find(' '))).n_upper > 0;
}

bool is_name_word(const OpeningLine& line, std::size_t at) {
  return line.is_capitalised(at) || line.is(at, Kind::kStop) || line.is(at, Kind::kComma) ||
         line.is(at, Kind::kSlash) || is_particle(line.key(at)) || line.word(at) == "for" ||
         line.word(at) == "&" || line.word(at) == "with";
}

}  // namespace

bool ends_sentence(std::string_view block) {
  const auto last = last_before_closers(block);
  return is_terminal(last) || last == ':' || last == ';' || last == ',';
}

bool is_byline(std::string_view block) {
  const bool has_by =
      block.starts_with("By ") || block.starts_with("by ") || block.starts_with("BY ");
  if (!has_by || !fits(block, kMaxByline)) return false;
  const OpeningLine line(block);
  if (!line.is_capitalised(1)) return false;
  static const WordSet no_names(kNoNames);
  const auto first = line.key(1);
  if (is_weekday(first) || is_month(first) || no_names.contains(first)) return false;
  if (block.back() == '.' && !block.ends_with("Jr.")) return false;
  std::size_t n_words = 0;
  for (std::size_t i = 1; line.has(i); ++i) {
    if (!is_name_word(line, i)) return false;
    n_words += line.is(i, Kind::kWord) ? 1 : 0;
  }
  return n_words >= 2 || is_agency(first) || has_capitals_only(line.word(1));
}

bool is_byline_title(std::string_view block) {
  static const WordSet titles(kBylineTitles);
  const OpeningLine line(block);
  if (!line.has(0) || line.has(6) || ends_sentence(block)) return false;
  bool has_title = false;
  for (std::size_t i = 0; line.has(i); ++i) {
    if (!is_name_word(line, i)) return false;
    has_title = has_title || titles.contains(line.key(i));
  }
  return has_title;
}

bool is_headline(std::string_view block) {
  const auto last = last_before_closers(block);
  if (!fits(block, kMaxHeadline) || last == ':' || last == ',') return false;
  if (is_byline(block) || is_item(block) || is_mostly_digits(block)) return false;
  const auto first = text::decode(block, 0).value;
  const bool is_sentence_case = !text::is_lower(first) || begins_with_inner_capital(block);
  if (!is_sentence_case) return false;
  if (!is_terminal(last)) return true;
  if (has_capitals_only(block) || has_title_case(block)) return true;
  return last != '.' && fits(block, kMaxQuestion) && split_sentences(block).size() == 1;
}

bool is_item(std::string_view block) {
  const auto first = text::decode(block, 0).value;
  return first == '*' || first == '-' || first == 0x2022 || first == 0x25AA || first == 0xB7;
}

bool is_notice(std::string_view block) {
  static const WordSet notices(kNotices);
  if (!fits(block, kMaxNotice)) return false;
  if (is_date_line(block) || is_mostly_digits(block)) return true;
  if (block.find('@') != block.npos || block.starts_with("http")) return true;
  const auto label = label_of(block);
  return notices.contains(label) || label.starts_with("for immediate release");
}

std::string_view without_end_mark(std::string_view block) {
  for (const auto mark : kInnerEndMarks) {
    if (!block.ends_with(mark) || block.size() == mark.size()) continue;
    const text::Span rest{0, static_cast<std::int64_t>(block.size() - mark.size())};
    const text::Span story = trim(block, rest);
    if (!story.is_empty() && story.end < rest.end) return text::slice(block, story);
  }
  return block;
}

bool is_contact(std::string_view block) {
  static const WordSet contacts(kContacts);
  return fits(block, kMaxNotice) && contacts.contains(label_of(block));
}

bool is_end_mark(std::string_view block) {
  static const WordSet marks(kEndMarks);
  return block.size() <= kMaxEndMark && marks.contains(name_key(block));
}

}  // namespace broadsheet::article
