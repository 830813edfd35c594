#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/tokenizer.hpp"
#include "segments.hpp"

namespace broadsheet::terms {

/// Appends the ids of the tokens of one text, words of plain ASCII on a fast path.
class Appender {
 public:
  Appender(const TokenizerOptions& options, Vocabulary& vocabulary, std::vector<std::int32_t>& ids)
      : options_(options), vocabulary_(vocabulary), ids_(ids) {}

  void append(std::string_view text);

 private:
  void flush();
  void append_stretch(std::string_view text, text::Span stretch);

  const TokenizerOptions& options_;
  Vocabulary& vocabulary_;
  std::vector<std::int32_t>& ids_;
  std::array<std::string_view, 64> words_;  // Words in order whose ids are still to come.
  std::size_t n_words_ = 0;
  std::vector<Segment> segments_;
  std::string folded_;
};

}  // namespace broadsheet::terms
