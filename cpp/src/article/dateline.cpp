#include "broadsheet/article/dateline.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "characters.hpp"
#include "dateline_date.hpp"
#include "dateline_lexer.hpp"
#include "names.hpp"

namespace broadsheet::article {
namespace {

using Kind = LineToken::Kind;
using text::Span;

constexpr int kMaxPlaceWords = 5;
constexpr int kMaxRegionWords = 4;
constexpr int kMaxAgencyWords = 4;

// A dateline as far as it is read, and how sure its parts are.
struct Reading {
  Dateline parts;
  bool is_upper_place = false;
  bool is_known_place = false;
  bool is_known_region = false;
  bool is_known_agency = false;
  bool has_closing_agency = false;  // In brackets or slashes: it ends a dateline by itself.
  bool has_odd_word = false;        // In the place: one that names of places lack.
  bool is_date_apart = false;       // By a comma, stop or bracket.
};

// Reads by recursive descent. A rule that fails leaves `at_` where it was.
class DatelineReader {
 public:
  explicit DatelineReader(std::string_view text) : line_(text) {}

  std::optional<Dateline> read() {
    if (is_star(0) && is_star(1)) {  // "****RIO DE JANEIRO": wires mark what is urgent.
      while (is_star(at_)) ++at_;
    }
    const std::size_t begin = at_;
    if (!read_agency_first() && !read_date_first() && !read_where()) return std::nullopt;
    read_rest();
    if (!read_close()) return std::nullopt;
    reading_.parts.whole = {line_[begin].span.begin, line_[at_ - 1].span.end};
    if (!is_certain()) return std::nullopt;
    return reading_.parts;
  }

 private:
  bool is(std::size_t at, Kind kind) const { return line_.is(at, kind); }
  bool is_star(std::size_t at) const { return is(at, Kind::kOther) && line_.word(at) == "*"; }

  bool accept(Kind kind) {
    if (!is(at_, kind)) return false;
    ++at_;
    return true;
  }

  bool read_where() {
    const std::size_t begin = at_;
    const Reading before = reading_;
    const bool is_enclosed = accept(Kind::kOpen);
    if (read_place()) {
      while (read_region()) {
      }
      if (!is_enclosed || accept(Kind::kClose)) return true;
    }
    reading_ = before;
    at_ = begin;
    return false;
  }

  // "ST. LOUIS", "PRINCE GEORGE, B.C." keep the stop inside the name.
  bool is_inner_stop(std::size_t at) const {
    if (!is(at, Kind::kStop) || !is(at + 1, Kind::kWord)) return false;
    const auto before = line_.key(at - 1);
    return before.size() == 1 || before == "st" || before == "ste" || before == "ft" ||
           before == "mt" || before == "pt";
  }

  bool is_joining_slash(std::size_t at) const {
    return is(at, Kind::kSlash) && !line_[at].follows_space && !line_[at].precedes_space &&
           is(at + 1, Kind::kWord);
  }

  bool read_place() {
    const std::size_t begin = at_;
    const std::size_t end = std::max(name_end(begin), known_city_end(begin));
    if (end == begin) return false;
    at_ = end;
    const auto split = split_region(begin, end);
    reading_.parts.place = line_.span_of(begin, split);
    if (split < end) set_region(line_.span_of(split, end));
    const auto letters = count_case(line_.slice(reading_.parts.place));
    reading_.is_upper_place = letters.n_upper >= 2 && letters.n_lower == 0;
    reading_.is_known_place = is_known_city(line_.key(reading_.parts.place));
    reading_.has_odd_word = has_odd_word(begin, split);
    return true;
  }

  // After the last word of a name in capitals or with them: "RIO DE JANEIRO", "Rio de Janeiro".
  std::size_t name_end(std::size_t begin) const {
    std::size_t end = begin;
    std::size_t at = begin;
    for (int n_words = 0; is(at, Kind::kWord) && n_words < kMaxPlaceWords; ++n_words) {
      const bool is_small = n_words > 0 && is_particle(line_.key(at));
      if (!line_.is_capitalised(at) && !is_small) break;
      if (date_end(line_, at)) break;
      ++at;
      if (line_.is_capitalised(at - 1)) end = at;
      if (is_joining_slash(at)) n_words = -1;
      if (is_inner_stop(at) || is_joining_slash(at)) ++at;
    }
    return end;
  }

  // "Mexico city", "San jose": what is known needs no capitals but the first.
  std::size_t known_city_end(std::size_t begin) const {
    for (std::size_t end = begin + kMaxPlaceWords; end > begin && line_.is_capitalised(begin);
         --end) {
      if (is(end - 1, Kind::kWord) && is_city(line_.key(line_.span_of(begin, end)))) return end;
    }
    return begin;
  }

  bool has_odd_word(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      const auto key = line_.key(i);
      if (is_no_place(key) && (i == begin || !is_particle(key))) return true;
    }
    return false;
  }

  static bool is_known_city(const std::string& name) {
    const auto slash = name.find('/');
    if (slash == std::string::npos) return is_city(name);
    return is_city(name.substr(0, slash)) && is_known_city(name.substr(slash + 1));
  }

  // "WASHINGTON D.C." has its region without a comma.
  std::size_t split_region(std::size_t begin, std::size_t end) {
    if (end - begin < 2 || line_.key(end - 1) != "dc") return end;
    return end - 1;
  }

  void set_region(Span span) {
    auto& region = reading_.parts.region;
    region = region.is_empty() ? span : Span{region.begin, span.end};
    if (is(at_, Kind::kStop) && line_[at_].span.begin == span.end) {
      region.end = line_[at_].span.end;
      ++at_;
    }
    if (is_region_name(span)) reading_.is_known_region = true;
  }

  // Two letters are a postal code only as capitals: "OR", not "or".
  bool is_region_name(Span span) const {
    const auto name = line_.key(span);
    return is_region(name) && (name.size() > 2 || count_case(line_.slice(span)).n_upper > 0);
  }

  bool read_region() {
    const std::size_t begin = at_;
    while (is(at_, Kind::kComma) || (at_ > begin && is(at_, Kind::kStop))) ++at_;
    const std::size_t first = at_;
    if (first == begin || leading_agency_end(first)) {
      at_ = begin;
      return false;
    }
    std::size_t end = first;
    for (int n_words = 0; n_words < kMaxRegionWords && is(at_, Kind::kWord); ++n_words) {
      if (date_end(line_, at_)) break;
      const bool is_small = is_particle(line_.key(at_));
      if (!line_.is_capitalised(at_) && !(is_small && n_words > 0)) break;
      end = ++at_;
      if (is(at_, Kind::kStop) && is(at_ + 1, Kind::kWord) && !date_end(line_, at_ + 1)) ++at_;
    }
    at_ = end > first ? end : begin;
    if (end == first) return false;
    set_region(line_.span_of(first, end));
    return true;
  }

  bool read_date() {
    if (!reading_.parts.date.is_empty()) return false;
    const bool is_enclosed = is(at_, Kind::kOpen);
    const std::size_t begin = at_ + (is_enclosed ? 1 : 0);
    const std::size_t end = date_end(line_, begin);
    if (end == 0 || (is_enclosed && !is(end, Kind::kClose))) return false;
    reading_.parts.date = line_.span_of(begin, end);
    reading_.is_date_apart = is_enclosed || at_ == 0 || !is(at_ - 1, Kind::kWord);
    at_ = end + (is_enclosed ? 1 : 0);
    return true;
  }

  // After the last word of an agency known without brackets that begins at `at`; 0 if none does.
  std::size_t leading_agency_end(std::size_t at) const {
    for (std::size_t end = at + 2; end > at; --end) {
      if (!is(at, Kind::kWord) || !is(end - 1, Kind::kWord)) continue;
      if (is_leading_agency(line_.key(line_.span_of(at, end)))) return end;
    }
    return 0;
  }

  bool read_agency() { return read_enclosed_agency() || read_bare_agency(); }

  bool read_bare_agency() {
    if (!reading_.parts.agency.is_empty()) return false;
    const std::size_t end = leading_agency_end(at_);
    if (end == 0) return false;
    const bool closes = is(end, Kind::kDash) || (is(end, Kind::kStop) && is(end + 1, Kind::kDash));
    const bool is_after_dash = at_ > 0 && is(at_ - 1, Kind::kDash) && is(end, Kind::kStop);
    if (!closes && !is_after_dash) return false;
    reading_.parts.agency = line_.span_of(at_, end);
    reading_.is_known_agency = true;
    reading_.has_closing_agency = is_after_dash;
    at_ = end;
    return true;
  }

  // "CNN/Money", "CBS.MW", "AT&T".
  bool is_inside_name(std::size_t at, Kind closing) const {
    if (!is(at + 1, Kind::kWord) || line_[at].follows_space || is(at, closing)) return false;
    return is(at, Kind::kSlash) || is(at, Kind::kStop) || line_.word(at) == "&";
  }

  // "(AP)", "/TASS/", "(Marketwired - Mar 5, 2015)".
  bool read_enclosed_agency() {
    if (!reading_.parts.agency.is_empty()) return false;
    const bool is_slashed = is(at_, Kind::kSlash);
    const Kind closing = is_slashed ? Kind::kSlash : Kind::kClose;
    if (!is_slashed && !is(at_, Kind::kOpen)) return false;
    const std::size_t begin = at_ + 1;
    std::size_t end = begin;
    while (is(end, Kind::kWord) || is_inside_name(end, closing)) ++end;
    if (end == begin || end - begin > 2 * kMaxAgencyWords) return false;
    std::size_t close = end + (is(end, Kind::kStop) ? 1 : 0);
    const std::size_t date = close + 1;
    if (is(close, Kind::kDash) || is(close, Kind::kComma)) close = date_end(line_, date);
    if (close == 0 || !is(close, closing)) return false;
    const Span name = line_.span_of(begin, end);
    const bool is_known = is_agency(line_.key(name));
    if (!is_known && !line_.is_capitalised(begin)) return false;
    reading_.parts.agency = name;
    reading_.is_known_agency = is_known;
    reading_.has_closing_agency = true;
    if (close > date) reading_.parts.date = line_.span_of(date, close);
    at_ = close + 1;
    return true;
  }

  // "(Reuters) -".
  bool read_agency_first() {
    const std::size_t begin = at_;
    return read_known_agency() || reset(begin);
  }

  // "Dec 29 (Reuters) -", "March 5, 2007 (Washington, D.C.) -".
  bool read_date_first() {
    const std::size_t begin = at_;
    if (!read_date()) return false;
    return read_known_agency() || (is(at_, Kind::kOpen) && read_where()) || reset(begin);
  }

  bool read_known_agency() {
    const Reading before = reading_;
    const std::size_t begin = at_;
    if (read_enclosed_agency() && reading_.is_known_agency) return true;
    reading_ = before;
    at_ = begin;
    return false;
  }

  bool reset(std::size_t at) {
    reading_ = {};
    at_ = at;
    return false;
  }

  void read_rest() {
    while (true) {
      const std::size_t before = at_;
      while (is(at_, Kind::kComma) || is(at_, Kind::kStop)) ++at_;
      if (read_date() || read_agency()) continue;
      if (is(at_, Kind::kDash)) {
        ++at_;
        const bool has_date = read_date();
        if (has_date && (is(at_, Kind::kDash) || is(at_, Kind::kOpen) || is(at_, Kind::kSlash))) {
          continue;
        }
        if (has_date) reading_.parts.date = {};
        if (!has_date && (read_bare_agency() || read_known_agency())) continue;
      }
      at_ = before;
      return;
    }
  }

  bool read_close() {
    const std::size_t before = at_;
    while (is(at_, Kind::kComma) || is(at_, Kind::kStop)) ++at_;
    if (accept(Kind::kDash) || accept(Kind::kColon)) return true;
    at_ = before;
    if (!reading_.has_closing_agency) return false;
    accept(Kind::kStop);
    return true;
  }

  bool is_certain() const {
    if (is_before_date_range()) return false;
    const bool is_sure_place =
        reading_.is_known_place || (reading_.is_known_region && reading_.is_upper_place);
    if (reading_.has_odd_word && !is_sure_place) return false;
    const LineToken& last = line_[at_ - 1];
    const bool is_dashed = last.kind == Kind::kDash;
    const bool is_sentence_next = opens_sentence(last.span.end);
    if (!is_dashed && !is_sentence_next) return false;
    const bool has_date = !reading_.parts.date.is_empty();
    if (reading_.parts.place.is_empty()) {
      return is_dashed || has_date || is_leading_agency(line_.key(reading_.parts.agency));
    }
    if (!reading_.parts.agency.is_empty()) return is_certain_of_agency(is_dashed, has_date);
    if (has_date) {
      return reading_.is_date_apart || reading_.is_known_place || reading_.is_known_region;
    }
    if (!is_sentence_next || !(last.is_strong || last.precedes_space)) return false;
    if (reading_.is_known_region) return is_dashed || reading_.is_upper_place;
    return reading_.is_known_place && reading_.is_upper_place;
  }

  bool is_certain_of_agency(bool is_dashed, bool has_date) const {
    const bool is_sure = has_date || reading_.is_upper_place || reading_.is_known_region;
    return reading_.is_known_agency ? is_sure || reading_.is_known_place : is_sure && is_dashed;
  }

  // "First session, May 27 - June 27" is none.
  bool is_before_date_range() const {
    if (reading_.parts.date.is_empty() || reading_.is_upper_place) return false;
    const std::size_t end = date_end(line_, at_);
    return end != 0 && !is(end, Kind::kDash) && !is(end, Kind::kWord);
  }

  bool opens_sentence(std::int64_t at) const {
    const Span rest = trim(line_.text(), {at, static_cast<std::int64_t>(line_.text().size())});
    if (rest.is_empty()) return true;
    const auto first = text::decode(line_.text(), rest.begin).value;
    return !text::is_lower(first) && first != ',' && first != '.';
  }

  OpeningLine line_;
  std::size_t at_ = 0;
  Reading reading_;
};

}  // namespace

std::optional<Dateline> find_dateline(std::string_view paragraph) {
  return DatelineReader(paragraph).read();
}

}  // namespace broadsheet::article
