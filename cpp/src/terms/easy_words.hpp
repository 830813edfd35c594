#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/span.hpp"
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
  EasyWords(const TokenizerOptions& options, WordQueue& queue)
      : options_(options), kinds_(WordKinds::of(options)), queue_(queue) {}

  /// Queues the terms of `stretch` up to the first piece that is not easy.
  /// @return  That piece, or an empty one at the end of the stretch.
  text::Span queue(std::string_view text, text::Span stretch);

 private:
  enum class Run { kNone, kWords, kKatakana, kSingle };

  /// A code point of the text.
  struct Character {
    WordKind kind;
    bool is_ascii;
    std::int64_t end;
  };

  [[nodiscard]] Character look(std::int64_t at) const;
  bool take(std::int64_t at, const Character& character);
  bool take_word(std::int64_t at, Run run, WordKind kind);
  bool close(std::int64_t end);
  void start_piece(std::int64_t at);
  [[nodiscard]] bool may_join(const Character& sign) const;
  [[nodiscard]] bool starts_tag(std::int64_t at) const;
  [[nodiscard]] std::int64_t find_piece_end(std::int64_t at) const;

  const TokenizerOptions& options_;
  const WordKinds& kinds_;
  WordQueue& queue_;
  std::string term_;

  std::string_view text_;
  std::int64_t end_ = 0;          // Of the stretch.
  Run run_ = Run::kNone;          // What stands before the place looked at.
  std::int64_t begin_ = 0;        // Of that.
  bool has_capital_ = false;      // It does.
  bool is_folded_ = false;        // It takes the long way to its term.
  std::int64_t piece_begin_ = 0;  // The last place that no rule looks across.
  std::size_t piece_size_ = 0;    // What was queued then.
};

}  // namespace broadsheet::terms
