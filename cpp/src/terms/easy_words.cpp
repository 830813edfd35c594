#include "easy_words.hpp"

#include "broadsheet/text/utf8.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

using enum WordKind;

constexpr std::int64_t kPadding = 16;  // What can be read from the start of a term; see WordQueue.

constexpr std::int64_t kGiveUp = -1;

constexpr unsigned bit(WordKind kind) {
  return 1U << static_cast<unsigned>(kind);
}

}  // namespace

text::Span EasyWords::queue(std::string_view text, text::Span span) {
  text_ = text;
  end_ = span.end;
  run_ = Run::kNone;
  start_piece(span.begin);
  for (std::int64_t at = span.begin; at < end_;) {
    const Character character = look(at);
    if (character.kind <= kFolded) {
      if (run_ != Run::kWords && !open(Run::kWords, at)) return give_up(at);
      at = take_words(at, character);
    } else if (character.kind == kSpace || character.kind == kBreak) {
      if (run_ != Run::kNone && !close(at)) return give_up(at);
      start_piece(character.kind == kSpace ? character.end : at);
      at = character.end;
    } else {
      const std::int64_t next = take_other(at, character);
      if (next == kGiveUp) return give_up(at);
      at = next;
    }
  }
  return close(end_) ? text::Span{end_, end_} : give_up(end_);
}

inline EasyWords::Character EasyWords::look(std::int64_t at) const {
  const auto [value, length] = text::decode(text_, at);
  return {kinds_[value], at + length};
}

/// Goes over a run of letters and digits; returns where it ends.
inline std::int64_t EasyWords::take_words(std::int64_t at, Character character) {
  unsigned seen = seen_;
  do {
    seen |= bit(character.kind);
    at = character.end;
    if (at == end_) break;
    character = look(at);
  } while (character.kind <= kFolded);
  seen_ = seen;
  return at;
}

/// Goes over a character that is neither; returns where to go on, or kGiveUp.
std::int64_t EasyWords::take_other(std::int64_t at, const Character& character) {
  switch (character.kind) {
    case kKatakana:
      return run_ == Run::kKatakana || open(Run::kKatakana, at) ? character.end : kGiveUp;
    case kSingle:
      return take_single(at, character);
    case kMark:
    case kFoldedMark:
      seen_ |= bit(character.kind);
      return run_ != Run::kNone ? character.end : kGiveUp;
    case kLowLine: {
      const bool is_easy = character.end == end_ || look(character.end).kind != kKatakana;
      return is_easy && run_ == Run::kWords ? character.end : kGiveUp;
    }
    case kMid:
    case kApostrophe:
    case kHyphen:
      return take_sign(at, character);
    case kSoftBreak:
      return close(at) ? character.end : kGiveUp;
    default:
      return kGiveUp;
  }
}

/// Goes over tokens of one character each.
std::int64_t EasyWords::take_single(std::int64_t at, Character single) {
  if (!open(Run::kSingle, at)) return kGiveUp;
  for (at = single.end; at < end_; at = single.end) {
    single = look(at);
    if (single.kind != kSingle) break;
    // No rule looks across from one of them to the next.
    if (!close(at)) return kGiveUp;
    start_piece(at);
    run_ = Run::kSingle;
    begin_ = at;
  }
  return at;
}

std::int64_t EasyWords::take_sign(std::int64_t at, const Character& sign) {
  if (run_ == Run::kWords) {
    switch (joints_.find(text_, {begin_, at}, end_)) {
      case Joint::kBreak:
        break;
      case Joint::kRespelt:
        seen_ |= bit(kFolded);
        return sign.end;
      case Joint::kJoin:
        return sign.end;
      case Joint::kEnding:
        return close(at) ? sign.end + 1 : kGiveUp;
      case Joint::kHard:
        return kGiveUp;
    }
  } else if (run_ != Run::kNone && may_join(sign)) {
    return kGiveUp;
  }
  const bool is_apart = sign.kind == kMid && run_ != Run::kWords && sign.end > at + 1;
  if (!close(at)) return kGiveUp;
  if (is_apart) start_piece(at);
  return sign.end;
}

/// Queues what stands before `at`, and starts a run there.
bool EasyWords::open(Run run, std::int64_t at) {
  if (!close(at)) return false;
  run_ = run;
  begin_ = at;
  seen_ = 0;
  return true;
}

/// Queues what stands before `end`; false if there is no room left from which to take it back.
bool EasyWords::close(std::int64_t end) {
  if (run_ == Run::kNone) return true;
  run_ = Run::kNone;
  return push(text::slice(text_, {begin_, end}));
}

bool EasyWords::push(std::string_view word) {
  if (options_.preset == Preset::kSklearn && !has_length(word, options_.min_length)) return true;
  if ((seen_ & (bit(kFolded) | bit(kFoldedMark))) != 0) {
    folder_.fold(word, term_);
    return term_.empty() || queue_.try_push_copy(term_);
  }
  if ((seen_ & bit(kCapital)) != 0) {
    lower(word);
    return queue_.try_push_copy(term_);
  }
  const bool is_padded = begin_ + kPadding <= static_cast<std::int64_t>(text_.size());
  return is_padded ? queue_.try_push(word) : queue_.try_push_copy(word);
}

/// Writes a word to `term_`, its capitals in lower case.
void EasyWords::lower(std::string_view word) {
  term_.clear();
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(word.size());) {
    const auto [value, length] = text::decode(word, at);
    const bool is_capital = kinds_[value] == kCapital;
    text::append_utf8(term_, is_capital ? kinds_.lower(value) : value);
    at += length;
  }
}

void EasyWords::start_piece(std::int64_t at) {
  queue_.make_room();
  piece_begin_ = at;
  piece_size_ = queue_.size();
}

/// Whether a sign may join a token to its like that is no run of letters and digits.
bool EasyWords::may_join(const Character& sign) const {
  if (sign.kind == kMid || sign.end == end_) return false;
  const WordKind next = look(sign.end).kind;
  return next <= kFoldedMark || next == kHard ||
         (sign.kind == kHyphen && (next == kKatakana || next == kSingle));
}

/// Takes back what was queued of the piece around `at`, and returns that.
text::Span EasyWords::give_up(std::int64_t at) {
  queue_.take_back_to(piece_size_);
  return {piece_begin_, find_piece_end(at)};
}

bool EasyWords::starts_tag(std::int64_t at) const {
  const char byte = text_[static_cast<std::size_t>(at)];
  return byte == '@' || byte == '#';
}

/// The next place behind the character at `at` that no rule looks across, or the end of the span.
std::int64_t EasyWords::find_piece_end(std::int64_t at) const {
  bool is_after_single = false;
  bool is_tag = false;  // Ideographs may belong to one.
  while (at < end_) {
    const Character character = look(at);
    const bool is_single = character.kind == kSingle;
    if (character.kind == kBreak || character.kind == kSpace) break;
    if (is_single && is_after_single && !is_tag) break;
    is_after_single = is_single;
    const bool is_in_tag = character.kind <= kSingle || character.kind == kLowLine;
    is_tag = character.kind == kHard ? is_tag || starts_tag(at) : is_tag && is_in_tag;
    at = character.end;
  }
  return at;
}

}  // namespace broadsheet::terms
