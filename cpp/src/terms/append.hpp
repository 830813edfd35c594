#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "easy_words.hpp"
#include "fold.hpp"
#include "segments.hpp"
#include "word_queue.hpp"

namespace broadsheet::terms {

/// Appends the ids of the tokens of one text: words of ASCII many bytes at a time, other easy words
/// a character at a time, and the rest by the rules.
class Appender {
 public:
  Appender(const TokenizerOptions& options, Vocabulary& vocabulary, LargeArray<std::int32_t>& ids)
      : options_(options),
        queue_(vocabulary, ids),
        folder_(options),
        easy_words_(options, folder_, queue_) {}

  void append(std::string_view text);

 private:
  void append_by_rules(std::string_view text, text::Span stretch);
  void append_stretch(std::string_view text, text::Span stretch);

  const TokenizerOptions& options_;
  WordQueue queue_;
  Folder folder_;
  EasyWords easy_words_;
  std::vector<Segment> segments_;
  std::string folded_;
};

}  // namespace broadsheet::terms
