#include "word_queue.hpp"

#include <span>

namespace broadsheet::terms {

void WordQueue::push_copy(std::string_view term) {
  if (try_push_copy(term)) return;
  flush();
  if (!try_push_copy(term)) ids_.push_back(vocabulary_.add(term));
}

bool WordQueue::try_push_copy(std::string_view term) {
  if (n_copied_ + term.size() > kCopyCapacity) return false;
  char* const copy = copies_.data() + n_copied_;
  if (!try_push({copy, term.size()})) return false;
  term.copy(copy, term.size());
  n_copied_ += term.size();
  return true;
}

void WordQueue::flush() {
  const std::size_t n_before = ids_.size();
  ids_.resize(n_before + n_terms_);
  vocabulary_.add_padded(std::span(terms_).first(n_terms_), ids_.data() + n_before);
  n_terms_ = n_copied_ = 0;
}

}  // namespace broadsheet::terms
