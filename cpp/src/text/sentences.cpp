#include "broadsheet/text/sentences.hpp"

#include "boundaries.hpp"
#include "broadsheet/text/utf8.hpp"
#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

using enum tables::SentenceBreak;
using tables::SentenceBreak;

template <typename... Values>
[[nodiscard]] bool is_one_of(SentenceBreak value, Values... values) {
  return ((value == values) || ...);
}

[[nodiscard]] bool is_paragraph_end(SentenceBreak value) {
  return is_one_of(value, kSep, kCr, kLf);
}
[[nodiscard]] bool is_terminator(SentenceBreak value) {
  return is_one_of(value, kATerm, kSTerm);
}
[[nodiscard]] bool is_ignored(SentenceBreak value) {
  return is_one_of(value, kExtend, kFormat);
}

/// One sentence, found rule by rule; the SBn are the rules of UAX #29.
///
/// No rule looks behind the boundary where the scan starts. SB8 looks ahead, but never past the
/// next terminator, so no code point is looked at from more than one.
class SentenceScan {
 public:
  SentenceScan(std::string_view text, std::int64_t at)
      : text_(text), size_(static_cast<std::int64_t>(text.size())), at_(at) {}

  [[nodiscard]] std::int64_t find_end() {
    SentenceBreak before = kOther;  // The last code point that SB5 does not ignore.
    while (at_ < size_) {
      const SentenceBreak value = take();
      if (is_paragraph_end(value)) return end_of_paragraph(value);
      if (is_terminator(value) && ends_sentence(before, value)) return at_;
      if (!is_ignored(value)) before = value;
    }
    return at_;
  }

 private:
  [[nodiscard]] SentenceBreak peek() const {
    const auto byte = static_cast<unsigned char>(text_[static_cast<std::size_t>(at_)]);
    return byte < 0x80 ? tables::ascii_sentence_break(byte)
                       : tables::sentence_break(decode(text_, at_).value);
  }

  SentenceBreak take() {
    const auto byte = static_cast<unsigned char>(text_[static_cast<std::size_t>(at_)]);
    if (byte < 0x80) {
      ++at_;
      return tables::ascii_sentence_break(byte);
    }
    const auto [value, length] = decode(text_, at_);
    at_ += length;
    return tables::sentence_break(value);
  }

  [[nodiscard]] std::int64_t end_of_paragraph(SentenceBreak value) const {
    const bool is_pair = value == kCr && at_ < size_ && peek() == kLf;  // SB3
    return is_pair ? at_ + 1 : at_;
  }

  /// What comes next but for what SB5 ignores, which is taken; kSep at the end of the text.
  [[nodiscard]] SentenceBreak skip_ignored() {
    while (at_ < size_) {
      const SentenceBreak value = peek();
      if (!is_ignored(value)) return value;
      take();
    }
    return kSep;
  }

  [[nodiscard]] SentenceBreak skip(SentenceBreak run) {
    SentenceBreak next = skip_ignored();
    while (next == run) {
      take();
      next = skip_ignored();
    }
    return next;
  }

  /// Takes what belongs to a terminator; true where a boundary follows.
  [[nodiscard]] bool ends_sentence(SentenceBreak before, SentenceBreak terminator) {
    SentenceBreak next = skip_ignored();
    if (terminator == kATerm) {
      if (next == kNumeric) return false;                                     // SB6
      if (next == kUpper && is_one_of(before, kUpper, kLower)) return false;  // SB7
    }
    next = skip(kClose);                // SB9
    if (next == kSp) next = skip(kSp);  // SB10
    if (at_ == size_) return true;
    if (is_paragraph_end(next)) {  // SB9, 10
      at_ = end_of_paragraph(take());
      return true;
    }
    if (next == kSContinue || is_terminator(next)) return false;  // SB8a
    return terminator == kSTerm || !lower_follows();              // SB8, 11
  }

  /// True where the next letter is lower-case and no terminator or end of paragraph precedes it.
  [[nodiscard]] bool lower_follows() const {
    SentenceScan ahead = *this;
    while (ahead.at_ < size_) {
      const SentenceBreak value = ahead.take();
      if (value == kLower) return true;
      if (is_one_of(value, kOLetter, kUpper) || is_paragraph_end(value) || is_terminator(value)) {
        return false;
      }
    }
    return false;
  }

  std::string_view text_;
  std::int64_t size_;
  std::int64_t at_;
};

}  // namespace

std::int64_t next_sentence(std::string_view text, std::int64_t at) {
  return SentenceScan(text, at).find_end();
}

std::vector<std::int64_t> sentence_boundaries(std::string_view text) {
  return collect_boundaries(text, 32, next_sentence);
}

}  // namespace broadsheet::text
