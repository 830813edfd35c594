#include "joints.hpp"

#include "broadsheet/text/utf8.hpp"
#include "broadsheet/text/words.hpp"
#include "news_characters.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

using enum Joint;

/// What joins through a sign: its like.
enum class Side { kLetter, kDigit, kOther };

Side side_of(char32_t value) {
  if (value < 0x80) return is_ascii_digit(static_cast<char>(value)) ? Side::kDigit : Side::kLetter;
  switch (text::word_break(value)) {
    case text::WordBreak::kLetter:
      return Side::kLetter;
    case text::WordBreak::kNumeric:
      return Side::kDigit;
    default:
      return Side::kOther;
  }
}

/// What stands on both sides of a sign, or kOther where they differ.
Side side_of_both(char32_t before, char32_t after) {
  const Side side = side_of(before);
  return side == side_of(after) ? side : Side::kOther;
}

/// What UAX #29 makes of the commonest signs.
Joint find_in_annex(char32_t sign, Side side) {
  constexpr char32_t kLeftQuote = 0x2018;
  constexpr char32_t kRightQuote = 0x2019;
  switch (sign) {
    case U'\'':
    case U'.':
    case kLeftQuote:
    case kRightQuote:
      return side == Side::kOther ? kBreak : kJoin;
    case U':':
      return side == Side::kLetter ? kJoin : kBreak;
    case U',':
    case U';':
      return side == Side::kDigit ? kJoin : kBreak;
    case U'"':
      return kBreak;
    default:
      return kHard;
  }
}

/// Whether a token may go on with a character.
enum class Going { kOn, kEnds, kUnknown };

Going going_on(const WordKinds& kinds, std::string_view text, std::int64_t at, std::int64_t end) {
  if (at == end) return Going::kEnds;
  const auto [value, length] = text::decode(text, at);
  switch (kinds[value]) {
    case WordKind::kWord:
    case WordKind::kCapital:
    case WordKind::kFolded:
      return Going::kOn;
    case WordKind::kBreak:
    case WordKind::kSpace:
    case WordKind::kSoftBreak:
      return Going::kEnds;
    case WordKind::kMid:
    case WordKind::kApostrophe:
    case WordKind::kHyphen: {
      if (at + length == end) return Going::kEnds;
      const WordKind next = kinds[text::decode(text, at + length).value];
      const bool is_end =
          next == WordKind::kBreak || next == WordKind::kSpace || next == WordKind::kSoftBreak;
      return is_end ? Going::kEnds : Going::kUnknown;
    }
    default:
      return Going::kUnknown;
  }
}

}  // namespace

Joint Joints::find(std::string_view text, text::Span token, std::int64_t end) const {
  const auto [sign, length] = text::decode(text, token.end);
  const std::int64_t at = token.end + length;
  if (at == end) return kBreak;
  const char32_t after = text::decode(text, at).value;
  switch (kinds_[after]) {
    case WordKind::kWord:
    case WordKind::kCapital:
    case WordKind::kFolded:
      break;
    case WordKind::kMark:
    case WordKind::kFoldedMark:
    case WordKind::kHard:
      return kHard;
    case WordKind::kKatakana:
    case WordKind::kSingle:
      return kinds_[sign] == WordKind::kHyphen ? kHard : kBreak;
    default:
      return kBreak;
  }
  const char32_t before = text::decode_before(text, token.end).value;
  const WordKind kind = kinds_[before];
  if (kind > WordKind::kFolded) return kHard;
  if (options_.preset == Preset::kNews) {
    return find_in_news({before, sign, after}, text, token, end);
  }
  return find_in_annex(sign, side_of_both(before, after));
}

Joint Joints::find_in_news(const Place& place, std::string_view text, text::Span token,
                           std::int64_t end) const {
  const NewsRules& rules = options_.rules;
  switch (kinds_[place.sign]) {
    case WordKind::kHyphen:
      if (!rules.hyphens) return kBreak;
      return place.sign == U'-' ? kJoin : kRespelt;
    case WordKind::kApostrophe:
      return find_apostrophe(place, text, token, end);
    default:
      break;
  }
  const Side side = side_of_both(place.before, place.after);
  if (place.sign == U':') {
    if (side == Side::kDigit) return rules.dates ? kJoin : kBreak;
    return side == Side::kLetter ? kHard : kBreak;
  }
  // Abbreviations, addresses, and sentences without a space between.
  if (place.sign == U'.' && side_of(place.before) == Side::kLetter) return kHard;
  return find_in_annex(place.sign, side);
}

Joint Joints::find_apostrophe(const Place& place, std::string_view text, text::Span token,
                              std::int64_t end) const {
  const bool joins = side_of_both(place.before, place.after) != Side::kOther;
  const Joint joint = !joins ? kBreak : place.sign == U'\'' ? kJoin : kRespelt;
  const bool is_s = place.after == U's' || place.after == U'S';
  if (!options_.rules.possessives || !is_s) return joint;
  const std::int64_t behind = token.end + text::decode(text, token.end).length + 1;
  switch (going_on(kinds_, text, behind, end)) {
    case Going::kOn:
      return joint;
    case Going::kEnds:
      return joins && is_contracted(text::slice(text, token)) ? joint : kEnding;
    case Going::kUnknown:
      break;
  }
  return kHard;
}

}  // namespace broadsheet::terms
