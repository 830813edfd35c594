#include "broadsheet/text/words.hpp"

#include <array>

#include "boundaries.hpp"
#include "broadsheet/text/utf8.hpp"
#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

using enum WordBreak;

/// A set of values of Word_Break.
class Breaks {
 public:
  template <typename... Values>
  explicit constexpr Breaks(Values... values) : bits_((bit(values) | ...)) {}
  [[nodiscard]] constexpr bool have(WordBreak value) const { return (bits_ & bit(value)) != 0; }

 private:
  static constexpr std::uint32_t bit(WordBreak value) {
    return std::uint32_t{1} << static_cast<unsigned>(value);
  }
  std::uint32_t bits_;
};

constexpr Breaks kNewlines{kCr, kLf, kNewline};
constexpr Breaks kIgnored{kExtend, kFormat, kZwj};
constexpr Breaks kLetters{kLetter, kHebrewLetter, kPictographicLetter};
constexpr Breaks kPictures{kPictographic, kPictographicLetter};
constexpr Breaks kJoinLetters{kMidLetter, kMidNumLet, kSingleQuote};
constexpr Breaks kJoinNumbers{kMidNum, kMidNumLet, kSingleQuote};
constexpr Breaks kNumbers{kNumeric};
constexpr Breaks kHebrew{kHebrewLetter};
constexpr Breaks kLettersAndNumbers{kLetter, kHebrewLetter, kPictographicLetter, kNumeric};
constexpr Breaks kWordLike{kLetter,  kHebrewLetter, kPictographicLetter,
                           kNumeric, kKatakana,     kExtendNumLet};
constexpr Breaks kJoinAscii{kLetter, kHebrewLetter, kPictographicLetter, kNumeric, kExtendNumLet};

/// What a byte is to the fast path.
enum class Byte : std::uint8_t {
  kWord,    ///< Joins others of its kind, and nothing else without a look at what follows.
  kSpace,   ///< Joins others of its kind.
  kSingle,  ///< Stands alone, and ends a word.
  kOther,   ///< Needs the rules: a joiner, a carriage return, or beyond ASCII.
};

[[nodiscard]] constexpr Byte classify(unsigned byte) {
  const unsigned lower = byte | 0x20;
  if ('a' <= lower && lower <= 'z' && byte < 0x80) return Byte::kWord;
  if (('0' <= byte && byte <= '9') || byte == '_') return Byte::kWord;
  if (byte == ' ') return Byte::kSpace;
  const bool is_joiner = std::string_view("'.:,;").find(static_cast<char>(byte)) < 5;
  return is_joiner || byte == '\r' || byte >= 0x80 ? Byte::kOther : Byte::kSingle;
}

[[nodiscard]] constexpr std::array<Byte, 256> make_bytes() {
  std::array<Byte, 256> bytes{};
  for (unsigned byte = 0; byte < 256; ++byte) bytes[byte] = classify(byte);
  return bytes;
}

constexpr std::array<Byte, 256> kBytes = make_bytes();

/// One word, found rule by rule; the WBn are the rules of UAX #29.
///
/// No rule looks behind the boundary where the scan starts, and none looks further ahead than the
/// end of the word that follows.
class WordScan {
 public:
  WordScan(std::string_view text, std::int64_t at)
      : text_(text), size_(static_cast<std::int64_t>(text.size())), at_(at) {}

  [[nodiscard]] std::int64_t find_end() {
    if (const std::int64_t end = find_ascii_end()) return end;
    WordBreak base = take();  // The last code point that WB4 does not ignore.
    if (kNewlines.have(base)) return end_of_newline(base);
    WordBreak last = base;  // The last code point, whatever it is.
    bool is_odd = base == kRegionalIndicator;
    while (at_ < size_) {
      if (kJoinAscii.have(base) && skip(Byte::kWord)) {
        base = last = tables::ascii_word_break(byte_at(at_ - 1));
        continue;
      }
      const auto [next, length] = look();
      if (kIgnored.have(next)) {  // WB4
        last = next;
      } else if (kLettersAndNumbers.have(base) && kLettersAndNumbers.have(next)) {
        base = last = next;  // WB5, 8, 9, 10
      } else if (bridges(base, next)) {
        base = last = take_bridge();
        continue;
      } else if (touches(last, next) || joins(base, next) ||
                 (is_odd && next == kRegionalIndicator)) {
        base = last = next;
        is_odd = false;  // WB15, 16: indicators go in pairs.
      } else {
        break;
      }
      at_ += length;
    }
    return at_;
  }

 private:
  [[nodiscard]] unsigned char byte_at(std::int64_t at) const {
    return static_cast<unsigned char>(text_[static_cast<std::size_t>(at)]);
  }

  /// Goes over bytes of a kind; true if there was one.
  bool skip(Byte kind) {
    const std::int64_t begin = at_;
    while (at_ < size_ && kBytes[byte_at(at_)] == kind) ++at_;
    return at_ > begin;
  }

  /// The end of a word of ASCII, if what follows needs no rule to stay out of it, or else 0.
  [[nodiscard]] std::int64_t find_ascii_end() {
    const std::int64_t begin = at_;
    const Byte kind = kBytes[byte_at(at_)];
    if (kind == Byte::kOther) return 0;
    ++at_;
    if (kind != Byte::kSingle) skip(kind);
    if (at_ == size_ || kBytes[byte_at(at_)] != Byte::kOther) return at_;
    at_ = begin;
    return 0;
  }

  struct Next {
    WordBreak value;
    int length;
  };

  /// The code point that starts here, and its length.
  [[nodiscard]] Next look() const {
    const unsigned char byte = byte_at(at_);
    if (byte < 0x80) return {tables::ascii_word_break(byte), 1};
    const auto [value, length] = decode(text_, at_);
    return {tables::word_break(value), length};
  }

  WordBreak take() {
    const auto [value, length] = look();
    at_ += length;
    return value;
  }

  [[nodiscard]] std::int64_t end_of_newline(WordBreak newline) const {
    const bool is_pair = newline == kCr && at_ < size_ && look().value == kLf;  // WB3
    return is_pair ? at_ + 1 : at_;
  }

  [[nodiscard]] static bool touches(WordBreak last, WordBreak next) {
    return (last == kZwj && kPictures.have(next)) ||  // WB3c
           (last == kSpace && next == kSpace);        // WB3d
  }

  [[nodiscard]] static bool joins(WordBreak base, WordBreak next) {
    if (next == kExtendNumLet) return kWordLike.have(base);  // WB13a
    if (base == kExtendNumLet) return kWordLike.have(next);  // WB13b
    if (next == kKatakana) return base == kKatakana;         // WB13
    return base == kHebrewLetter && next == kSingleQuote;    // WB7a
  }

  /// True where `next`, which starts here, and the code point after it belong to the word.
  [[nodiscard]] bool bridges(WordBreak base, WordBreak next) const {
    if (kLetters.have(base) && kJoinLetters.have(next)) return comes_after(kLetters);  // WB6, 7
    if (base == kNumeric && kJoinNumbers.have(next)) return comes_after(kNumbers);     // WB11, 12
    return base == kHebrewLetter && next == kDoubleQuote && comes_after(kHebrew);      // WB7b, 7c
  }

  /// True where one of `wanted` comes after the code point that starts here and what WB4 ignores.
  [[nodiscard]] bool comes_after(Breaks wanted) const {
    WordScan ahead = *this;
    ahead.take();
    while (ahead.at_ < size_) {
      const WordBreak value = ahead.take();
      if (!kIgnored.have(value)) return wanted.have(value);
    }
    return false;
  }

  WordBreak take_bridge() {
    take();
    while (kIgnored.have(look().value)) take();
    return take();
  }

  std::string_view text_;
  std::int64_t size_;
  std::int64_t at_;
};

}  // namespace

WordBreak word_break(char32_t value) {
  return tables::word_break(value);
}

std::int64_t next_word(std::string_view text, std::int64_t at) {
  return WordScan(text, at).find_end();
}

std::vector<std::int64_t> word_boundaries(std::string_view text) {
  return collect_boundaries(text, 3, next_word);
}

}  // namespace broadsheet::text
