#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/span.hpp"
#include "fold.hpp"
#include "joints.hpp"
#include "word_kinds.hpp"
#include "word_queue.hpp"

namespace broadsheet::terms {

/// Queues the terms of text that needs no rule, in any script, one look-up a character.
///
/// It gives up at a character that may have a part in a rule, takes back what it queued since the
/// last place that no rule looks across, and leaves what lies between that place and the next such
/// one to those who know the rules.
class EasyWords {
 public:
  EasyWords(const TokenizerOptions& options, Folder& folder, WordQueue& queue)
      : options_(options),
        kinds_(WordKinds::of(options)),
        joints_(options),
        folder_(folder),
        queue_(queue) {}

  /// Queues the terms of `span` up to the first piece that is not easy.
  /// @param span  Begins and ends beside ASCII white space, at an end of the text, or where a piece
  ///              ended.
  /// @return  That piece, or an empty one at the end of the span.
  text::Span queue(std::string_view text, text::Span span);

 private:
  enum class Run { kNone, kWords, kKatakana, kSingle };

  /// A code point of the text.
  struct Character {
    WordKind kind;
    std::int64_t end;
  };

  [[nodiscard]] Character look(std::int64_t at) const;
  std::int64_t take_words(std::int64_t at, Character character);
  std::int64_t take_other(std::int64_t at, const Character& character);
  std::int64_t take_sign(std::int64_t at, const Character& sign);
  std::int64_t take_single(std::int64_t at, Character single);
  bool open(Run run, std::int64_t at);
  bool close(std::int64_t end);
  bool push(std::string_view word);
  void lower(std::string_view word);
  void start_piece(std::int64_t at);
  [[nodiscard]] bool may_join(const Character& sign) const;
  [[nodiscard]] text::Span give_up(std::int64_t at);
  [[nodiscard]] bool starts_tag(std::int64_t at) const;
  [[nodiscard]] std::int64_t find_piece_end(std::int64_t at) const;

  const TokenizerOptions& options_;
  const WordKinds& kinds_;
  Joints joints_;
  Folder& folder_;
  WordQueue& queue_;
  std::string term_;

  std::string_view text_;
  std::int64_t end_ = 0;          // Of the span.
  Run run_ = Run::kNone;          // What stands before the place looked at.
  std::int64_t begin_ = 0;        // Of that.
  unsigned seen_ = 0;             // The kinds it has, as bits.
  std::int64_t piece_begin_ = 0;  // The last place that no rule looks across.
  std::size_t piece_size_ = 0;    // What was queued then.
};

}  // namespace broadsheet::terms
