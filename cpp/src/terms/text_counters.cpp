#include "text_counters.hpp"

#include "broadsheet/text/utf8.hpp"

namespace broadsheet::terms {

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
