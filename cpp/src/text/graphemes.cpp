#include "broadsheet/text/graphemes.hpp"

#include "boundaries.hpp"
#include "broadsheet/text/utf8.hpp"
#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

using enum tables::GraphemeBreak;
using tables::GraphemeBreak;

/// True where the classes of two neighbours alone join them; the GBn are the rules of UAX #29.
[[nodiscard]] bool joins(GraphemeBreak last, GraphemeBreak next) {
  const auto next_is = [next](auto... values) { return ((next == values) || ...); };
  if (last == kCr) return next == kLf;                                        // GB3
  if (last == kLf || last == kControl) return false;                          // GB4
  if (next_is(kCr, kLf, kControl)) return false;                              // GB5
  if (next_is(kExtend, kZwj, kSpacingMark) || last == kPrepend) return true;  // GB9, 9a, 9b
  if (last == kL) return next_is(kL, kV, kLv, kLvt);                          // GB6
  if (last == kLv || last == kV) return next_is(kV, kT);                      // GB7
  return (last == kLvt || last == kT) && next == kT;                          // GB8
}

[[nodiscard]] bool is_ascii_at(std::string_view text, std::int64_t at) {
  return static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) < 0x80;
}

}  // namespace

std::int64_t next_grapheme(std::string_view text, std::int64_t at) {
  const auto size = static_cast<std::int64_t>(text.size());
  if (is_ascii_at(text, at) && (at + 1 == size || is_ascii_at(text, at + 1))) {
    const bool is_pair = at + 1 < size && slice(text, {at, at + 2}) == "\r\n";
    return is_pair ? at + 2 : at + 1;
  }
  const CodePoint first = decode(text, at);
  at += first.length;
  GraphemeBreak last = tables::grapheme_break(first.value);
  bool is_odd = last == kRegionalIndicator;  // An odd number of them, up to here.
  bool is_picture = last == kPictographic;   // A picture and extenders, up to here.
  bool is_zwj_of_picture = false;
  while (at < size) {
    const CodePoint code_point = decode(text, at);
    const GraphemeBreak next = tables::grapheme_break(code_point.value);
    const bool is_pair = is_odd && next == kRegionalIndicator;          // GB12, 13
    const bool is_joined = is_zwj_of_picture && next == kPictographic;  // GB11
    if (!is_pair && !is_joined && !joins(last, next)) break;
    is_odd = next == kRegionalIndicator && !is_odd;
    is_zwj_of_picture = is_picture && next == kZwj;
    is_picture = next == kPictographic || (is_picture && next == kExtend);
    last = next;
    at += code_point.length;
  }
  return at;
}

std::vector<std::int64_t> grapheme_boundaries(std::string_view text) {
  return collect_boundaries(text, 1, next_grapheme);
}

}  // namespace broadsheet::text
