#include "text_counters.hpp"

#include "broadsheet/text/utf8.hpp"

namespace broadsheet::terms {

StoredRow WordCounter::count(std::string_view text, CellStore& store) {
  text_.read(text);
  text_.for_each_padded_word([this](std::string_view padded_word) {
    const std::int32_t word = words_.add(padded_word.substr(1, padded_word.size() - 2));
    const auto place = static_cast<std::size_t>(word);
    if (place == counts_.size()) counts_.push_back(0);
    if (counts_[place]++ == 0) counted_.push_back(word);
  });
  const auto drain = [this](const auto& visit) {
    for (const std::int32_t word : counted_) {
      visit(word, std::exchange(counts_[static_cast<std::size_t>(word)], 0));
    }
  };
  const StoredRow row = store.store(counted_.size(), drain);
  counted_.clear();
  return row;
}

void WordCounter::read_padded(std::string_view word, const Symbols& symbols, SymbolRun& run) {
  run.assign(1, symbols.number(' '));
  for (std::int64_t at = 0; at < std::ssize(word);) {
    const auto [value, length] = text::decode(word, at);
    run.push_back(symbols.number(value));
    at += length;
  }
  run.push_back(symbols.number(' '));
}

}  // namespace broadsheet::terms
