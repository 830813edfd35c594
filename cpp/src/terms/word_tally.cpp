#include "word_tally.hpp"

#include "word_queue.hpp"

namespace broadsheet::terms {

std::size_t WordTally::count(std::string_view text) {
  text_.read(text);
  text_words_.clear();
  WordQueue queue(words_, text_words_);
  text_.for_each_word([&](std::string_view word) { queue.push(word); });
  queue.flush();
  counts_.resize(static_cast<std::size_t>(words_.size()));
  for (const std::int32_t word : text_words_) {
    if (counts_[static_cast<std::size_t>(word)]++ == 0) counted_.push_back(word);
  }
  return counted_.size();
}

}  // namespace broadsheet::terms
