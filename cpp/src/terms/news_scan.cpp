#include <algorithm>
#include <string_view>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "broadsheet/text/words.hpp"
#include "news_addresses.hpp"
#include "news_characters.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

using text::CodePoint;
using text::Span;

constexpr char32_t kPerMille = 0x2030;

bool starts_word(char32_t value) {
  return text::is_letter(value) || text::is_numeric(value);
}

/// What may follow the first character of a handle or a tag.
bool is_in_tag(char32_t value) {
  constexpr char32_t kNonJoiner = 0x200C;
  constexpr char32_t kJoiner = 0x200D;
  return starts_word(value) || text::is_alphabetic(value) || text::is_mark(value) ||
         value == U'_' || value == kNonJoiner || value == kJoiner;
}

/// One stretch, cut from left to right. Nothing is looked at more than a few times: what could be
/// asked for again and again is remembered.
class NewsScan {
 public:
  NewsScan(std::string_view text, Span stretch, const NewsRules& rules,
           std::vector<Segment>& segments)
      : text_(text),
        stretch_(stretch),
        rules_(rules),
        segments_(segments),
        emails_(text, stretch),
        at_(stretch.begin),
        known_end_(stretch.begin) {}

  void run() {
    while (at_ < stretch_.end) {
      if (!take_address() && !take_tag()) take_word();
    }
  }

 private:
  /// The code point at `at`; U+0000 at the end of the stretch.
  [[nodiscard]] CodePoint peek(std::int64_t at) const {
    return at < stretch_.end ? text::decode(text_, at) : CodePoint{};
  }

  void take(std::int64_t end, Rule rule) {
    append_segment(text_, {{at_, end}, rule}, segments_);
    at_ = end;
  }

  /// Takes a token, and a possessive ending apart.
  void take_token(std::int64_t end, Rule rule) {
    const std::int64_t ending = rules_.possessives ? find_possessive(end) : end;
    take(std::min(end, ending), rule);
    if (ending < end) {
      take(end, Rule::kPossessive);
    } else if (ending > end) {
      take(ending, Rule::kPossessive);
    }
  }

  bool take_address() {
    const std::int64_t url_end = rules_.urls ? find_url_end(text_, at_, stretch_.end) : at_;
    if (url_end > at_) {
      take(url_end, Rule::kUrl);
      return true;
    }
    const std::int64_t email_end = rules_.emails ? emails_.find_end(at_) : at_;
    if (email_end > at_) take_token(email_end, Rule::kEmail);
    return email_end > at_;
  }

  bool take_tag() {
    const char sign = text_[static_cast<std::size_t>(at_)];
    const bool is_handle = sign == '@' && rules_.handles;
    const bool is_hashtag = sign == '#' && rules_.hashtags;
    if (!is_handle && !is_hashtag) return false;
    if (at_ > stretch_.begin && is_in_tag(text::decode_before(text_, at_).value)) return false;
    bool is_tag = false;
    std::int64_t end = at_ + 1;
    for (CodePoint next = peek(end); is_in_tag(next.value); next = peek(end)) {
      is_tag |= is_handle ? starts_word(next.value) : text::is_letter(next.value);
      end += next.length;
    }
    if (is_tag) take_token(end, is_handle ? Rule::kHandle : Rule::kHashtag);
    return is_tag;
  }

  void take_word() {
    const CodePoint first = peek(at_);
    if (rules_.money && text::is_currency(first.value) && is_digit(at_ + first.length)) {
      take_compound({at_ + first.length, find_segment_end(at_ + first.length)}, Rule::kMoney);
      return;
    }
    const Span segment{at_, find_segment_end(at_)};
    const Rule rule = classify(text::slice(text_, segment));
    if (rule == Rule::kPunctuation || rule == Rule::kPictograph) {
      take(segment.end, rule);
    } else {
      take_compound(segment, rule);
    }
  }

  /// Takes a token whose last segment so far is `segment`, with all that is joined to it.
  void take_compound(Span segment, Rule rule) {
    do {
      segment = extend(segment, rule);
    } while (join(segment, rule));
    take_token(segment.end, rule);
  }

  /// `segment` with the stop of an abbreviation, with an amount behind a country, with a sign
  /// behind a number.
  Span extend(Span segment, Rule& rule) {
    const CodePoint next = peek(segment.end);
    const std::int64_t after = segment.end + next.length;
    if (rules_.abbreviations && next.value == U'.' && is_dotted(segment)) {
      rule = Rule::kAbbreviation;
      return {segment.begin, after};
    }
    const bool is_sum = rules_.money && text::is_currency(next.value);
    if (is_sum && is_digit(after) && is_country(segment)) {
      rule = Rule::kMoney;
      return {segment.begin, find_segment_end(after)};
    }
    if (!ends_in_digit(segment.end)) return segment;
    if (rules_.percents && (next.value == U'%' || next.value == kPerMille)) {
      rule = Rule::kPercent;
      return {segment.begin, after};
    }
    if (is_sum && !starts_word(peek(after).value)) {
      rule = Rule::kMoney;
      return {segment.begin, after};
    }
    return segment;
  }

  /// Moves `segment` on to the one that a sign joins to it, if there is one.
  bool join(Span& segment, Rule& rule) {
    const CodePoint sign = peek(segment.end);
    const std::int64_t after = segment.end + sign.length;
    if (rules_.ampersands && sign.value == U'&') {
      if (!starts_word(peek(after).value)) return false;
      rule = Rule::kAmpersand;
    } else if (rules_.hyphens && is_hyphen(sign.value)) {
      if (!starts_word(peek(after).value)) return false;
      rule = Rule::kHyphen;
    } else if (rules_.dates && (sign.value == U'/' || sign.value == U':')) {
      if (!is_digit(after) || !ends_in_digit(segment.end)) return false;
      rule = Rule::kDate;
    } else {
      return false;
    }
    segment = {after, find_segment_end(after)};
    return true;
  }

  /// The end of the segment of UAX #29 that starts at `at`; within it, that of a sentence whose
  /// next one follows without a space.
  std::int64_t find_segment_end(std::int64_t at) {
    if (at >= known_end_) {
      known_end_ = text::next_word(text_, at);
    } else if (text_[static_cast<std::size_t>(at)] == '.') {
      return at + 1;
    }
    if (!rules_.stops) return known_end_;
    const std::string_view segment = text::slice(text_, {at, known_end_});
    for (auto stop = segment.find('.'); stop != std::string_view::npos;
         stop = segment.find('.', stop + 1)) {
      if (ends_sentence(segment, static_cast<std::int64_t>(stop))) {
        return at + static_cast<std::int64_t>(stop);
      }
    }
    return known_end_;
  }

  /// Whether two letters come before a stop, and a capital and a small letter behind it.
  [[nodiscard]] static bool ends_sentence(std::string_view segment, std::int64_t stop) {
    if (stop == 0) return false;
    const CodePoint last = text::decode_before(segment, stop);
    const std::int64_t before = stop - last.length;
    if (!text::is_letter(last.value) || before == 0) return false;
    if (!text::is_letter(text::decode_before(segment, before).value)) return false;
    const auto size = static_cast<std::int64_t>(segment.size());
    if (stop + 1 >= size) return false;
    const CodePoint first = text::decode(segment, stop + 1);
    const std::int64_t second = stop + 1 + first.length;
    return text::is_upper(first.value) && second < size &&
           text::is_lower(text::decode(segment, second).value);
  }

  /// Single letters with stops between.
  [[nodiscard]] bool is_dotted(Span segment) const {
    int n_letters = 0;
    bool is_letter_next = true;
    for (std::int64_t at = segment.begin; at < segment.end;) {
      const auto [value, length] = text::decode(text_, at);
      if (is_letter_next ? !text::is_letter(value) : value != U'.' && !text::is_mark(value)) {
        return false;
      }
      n_letters += is_letter_next;
      is_letter_next = value == U'.';
      at += length;
    }
    return n_letters >= 2;
  }

  /// One to three capitals, as in US$5 and A$5.
  [[nodiscard]] bool is_country(Span segment) const {
    if (segment.size() > 3) return false;
    const std::string_view letters = text::slice(text_, segment);
    return std::all_of(letters.begin(), letters.end(),
                       [](char byte) { return 'A' <= byte && byte <= 'Z'; });
  }

  [[nodiscard]] bool is_digit(std::int64_t at) const { return text::is_decimal(peek(at).value); }

  [[nodiscard]] bool ends_in_digit(std::int64_t end) const {
    return text::is_decimal(text::decode_before(text_, end).value);
  }

  /// Where the possessive ending of a token starts that ends at `end`; where the one ends that
  /// follows it; or `end`.
  [[nodiscard]] std::int64_t find_possessive(std::int64_t end) const {
    const char last = text_[static_cast<std::size_t>(end - 1)];
    if ((last == 's' || last == 'S') && end - 1 > at_) {
      const CodePoint sign = text::decode_before(text_, end - 1);
      const std::int64_t begin = end - 1 - sign.length;
      if (is_apostrophe(sign.value) && begin > at_) {
        return is_contracted(text::slice(text_, {at_, begin})) ? end : begin;
      }
    }
    const CodePoint sign = peek(end);
    const char32_t letter = peek(end + sign.length).value;
    const std::int64_t after = end + sign.length + 1;
    const bool is_ending = is_apostrophe(sign.value) && (letter == U's' || letter == U'S') &&
                           !is_in_tag(peek(after).value);
    return is_ending ? after : end;
  }

  std::string_view text_;
  Span stretch_;
  const NewsRules& rules_;
  std::vector<Segment>& segments_;
  EmailFinder emails_;
  std::int64_t at_;
  std::int64_t known_end_;  // Of the segment of UAX #29 last asked for.
};

}  // namespace

void scan_news(std::string_view text, Span stretch, const NewsRules& rules,
               std::vector<Segment>& segments) {
  NewsScan(text, stretch, rules, segments).run();
}

}  // namespace broadsheet::terms
