#include "easy_words.hpp"

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/utf8.hpp"
#include "fold.hpp"

namespace broadsheet::terms {

using enum WordKind;

text::Span EasyWords::queue(std::string_view text, text::Span stretch) {
  text_ = text;
  end_ = stretch.end;
  run_ = Run::kNone;
  start_piece(stretch.begin);
  for (std::int64_t at = stretch.begin; at < end_;) {
    const Character character = look(at);
    if (!take(at, character)) {
      queue_.take_back_to(piece_size_);
      return {piece_begin_, find_piece_end(at)};
    }
    at = character.end;
  }
  if (close(end_)) return {end_, end_};
  queue_.take_back_to(piece_size_);
  return {piece_begin_, end_};
}

EasyWords::Character EasyWords::look(std::int64_t at) const {
  const auto [value, length] = text::decode(text_, at);
  return {kinds_[value], length == 1, at + length};
}

/// Goes on over a character; false if that is not easy.
bool EasyWords::take(std::int64_t at, const Character& character) {
  switch (character.kind) {
    case kWord:
    case kCapital:
    case kFolded:
      return take_word(at, Run::kWords, character.kind);
    case kKatakana:
      return take_word(at, Run::kKatakana, character.kind);
    case kSingle: {
      const bool is_second = run_ == Run::kSingle;
      if (!close(at)) return false;
      if (is_second) start_piece(at);
      return take_word(at, Run::kSingle, character.kind);
    }
    case kMark:
      return run_ != Run::kNone;
    case kFoldedMark:
      is_folded_ = true;
      return run_ != Run::kNone;
    case kMid:
    case kApostrophe:
    case kHyphen: {
      if (may_join(character)) return false;
      const bool is_apart = !character.is_ascii && run_ != Run::kWords && character.kind == kMid;
      if (!close(at)) return false;
      if (is_apart) start_piece(at);
      return true;
    }
    case kBreak:
      if (!close(at)) return false;
      start_piece(at);
      return true;
    case kSoftBreak:
      return close(at);
    case kHard:
      break;
  }
  return false;
}

bool EasyWords::take_word(std::int64_t at, Run run, WordKind kind) {
  if (run_ != run) {
    if (!close(at)) return false;
    run_ = run;
    begin_ = at;
    has_capital_ = is_folded_ = false;
  }
  has_capital_ |= kind == kCapital;
  is_folded_ |= kind == kFolded;
  return true;
}

/// Queues what stands before `end`; false if there is no more room to take it back from.
bool EasyWords::close(std::int64_t end) {
  if (run_ == Run::kNone) return true;
  run_ = Run::kNone;
  const std::string_view word = text::slice(text_, {begin_, end});
  if (options_.preset == Preset::kSklearn &&
      static_cast<std::int64_t>(word.size()) < 4 * options_.min_length &&
      text::count_code_points(word) < options_.min_length) {
    return true;
  }
  if (is_folded_) {
    fold_token(word, options_, term_);
    return term_.empty() || queue_.try_push_copy(term_);
  }
  if (has_capital_) {
    term_.clear();
    text::append_lower(term_, word);
    return queue_.try_push_copy(term_);
  }
  const bool is_padded = begin_ + 16 <= static_cast<std::int64_t>(text_.size());
  return is_padded ? queue_.try_push(word) : queue_.try_push_copy(word);
}

void EasyWords::start_piece(std::int64_t at) {
  queue_.make_room();
  piece_begin_ = at;
  piece_size_ = queue_.size();
}

/// Whether a sign may join what stands on its sides.
bool EasyWords::may_join(const Character& sign) const {
  if (run_ == Run::kNone || sign.end == end_) return false;
  if (sign.kind == kMid && run_ != Run::kWords) return false;
  switch (look(sign.end).kind) {
    case kWord:
    case kCapital:
    case kFolded:
    case kMark:
    case kFoldedMark:
    case kHard:
      return true;
    case kKatakana:
    case kSingle:
      return sign.kind == kHyphen;
    default:
      return false;
  }
}

/// The next place behind the character at `at` that no rule looks across, or the end of the
/// stretch.
std::int64_t EasyWords::find_piece_end(std::int64_t at) const {
  bool is_after_single = false;
  bool is_tag = false;  // Ideographs may belong to one.
  for (bool is_first = true; at < end_; is_first = false) {
    const Character character = look(at);
    const bool is_single = character.kind == kSingle;
    const bool is_end = character.kind == kBreak || (is_single && is_after_single && !is_tag);
    if (is_end && !is_first) break;
    is_after_single = is_single;
    is_tag =
        character.kind == kHard ? is_tag || starts_tag(at) : is_tag && character.kind <= kSingle;
    at = character.end;
  }
  return at;
}

bool EasyWords::starts_tag(std::int64_t at) const {
  const char byte = text_[static_cast<std::size_t>(at)];
  return byte == '@' || byte == '#';
}

}  // namespace broadsheet::terms
