#include "broadsheet/text/words.hpp"

#include <array>

#include "boundaries.hpp"
#include "broadsheet/text/utf8.hpp"
#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

using enum tables::WordBreak;
using tables::WordBreak;

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

/// What ASCII needs to know: the bytes that join whatever they touch, and the rest.
[[nodiscard]] constexpr std::array<bool, 256> make_ascii_words() {
  std::array<bool, 256> is_word{};
  for (unsigned byte = 0; byte < 128; ++byte) {
    const unsigned lower = byte | 0x20;
    is_word[byte] = ('a' <= lower && lower <= 'z') || ('0' <= byte && byte <= '9') || byte == '_';
  }
  return is_word;
}

constexpr std::array<bool, 256> kIsAsciiWord = make_ascii_words();

/// One word, found rule by rule; the WBn are the rules of UAX #29.
///
/// No rule looks behind the boundary where the scan starts, and none looks further ahead than the
/// end of the word that follows.
class WordScan {
 public:
  WordScan(std::string_view text, std::int64_t at)
      : text_(text), size_(static_cast<std::int64_t>(text.size())), at_(at) {}

  [[nodiscard]] std::int64_t find_end() {
    WordBreak base = take();  // The last code point that WB4 does not ignore.
    if (kNewlines.have(base)) return end_of_newline(base);
    WordBreak last = base;  // The last code point, whatever it is.
    bool is_odd = base == kRegionalIndicator;
    while (at_ < size_) {
      const WordBreak next = peek();
      if (kIgnored.have(next)) {  // WB4
        last = take();
      } else if (bridges(base, next)) {
        base = last = take_bridge();
      } else if (touches(last, next) || joins(base, next) ||
                 (is_odd && next == kRegionalIndicator)) {
        is_odd = false;  // WB15, 16: indicators go in pairs.
        base = last = take();
      } else {
        break;
      }
    }
    return at_;
  }

 private:
  [[nodiscard]] WordBreak peek() const {
    const auto byte = static_cast<unsigned char>(text_[static_cast<std::size_t>(at_)]);
    return byte < 0x80 ? tables::ascii_word_break(byte)
                       : tables::word_break(decode(text_, at_).value);
  }

  WordBreak take() {
    const auto byte = static_cast<unsigned char>(text_[static_cast<std::size_t>(at_)]);
    if (byte < 0x80) {
      ++at_;
      return tables::ascii_word_break(byte);
    }
    const auto [value, length] = decode(text_, at_);
    at_ += length;
    return tables::word_break(value);
  }

  [[nodiscard]] std::int64_t end_of_newline(WordBreak newline) const {
    const bool is_pair = newline == kCr && at_ < size_ && peek() == kLf;  // WB3
    return is_pair ? at_ + 1 : at_;
  }

  [[nodiscard]] static bool touches(WordBreak last, WordBreak next) {
    return (last == kZwj && kPictures.have(next)) ||  // WB3c
           (last == kSpace && next == kSpace);        // WB3d
  }

  [[nodiscard]] static bool joins(WordBreak base, WordBreak next) {
    if (next == kExtendNumLet) return kWordLike.have(base);                 // WB13a
    if (base == kExtendNumLet) return kWordLike.have(next);                 // WB13b
    if (next == kKatakana) return base == kKatakana;                        // WB13
    if (base == kHebrewLetter && next == kSingleQuote) return true;         // WB7a
    return kLettersAndNumbers.have(base) && kLettersAndNumbers.have(next);  // WB5, 8, 9, 10
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
    while (kIgnored.have(peek())) take();
    return take();
  }

  std::string_view text_;
  std::int64_t size_;
  std::int64_t at_;
};

}  // namespace

std::int64_t next_word(std::string_view text, std::int64_t at) {
  return WordScan(text, at).find_end();
}

std::vector<std::int64_t> word_boundaries(std::string_view text) {
  return collect_boundaries(text, 3, next_word);
}

}  // namespace broadsheet::text
