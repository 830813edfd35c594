#include "broadsheet/terms/wildcards.hpp"

#include <cstddef>
#include <string>

#include "broadsheet/text/case.hpp"

namespace broadsheet::terms {
namespace {

/// A byte of a pattern, or a wildcard.
struct Symbol {
  enum Kind { kByte, kOne, kRun } kind;
  char byte = 0;
};

std::vector<Symbol> read_pattern(std::string_view pattern) {
  std::vector<Symbol> symbols;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char byte = pattern[at];
    if (byte == '*') {
      symbols.push_back({Symbol::kRun});
    } else if (byte == '?') {
      symbols.push_back({Symbol::kOne});
    } else {
      const bool is_escape =
          byte == '\\' && at + 1 < pattern.size() &&
          (pattern[at + 1] == '*' || pattern[at + 1] == '?' || pattern[at + 1] == '\\');
      if (is_escape) ++at;
      symbols.push_back({Symbol::kByte, pattern[at]});
    }
  }
  return symbols;
}

bool continues_code_point(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// Goes on greedily, and back only to the last run: an earlier one need not grow, for what follows
/// it was found as far to the left as can be.
bool matches(const std::vector<Symbol>& pattern, std::string_view term) {
  std::size_t at = 0;
  std::size_t symbol = 0;
  std::size_t run = pattern.size();  // The last run gone past, if any,
  std::size_t run_end = 0;           // and where in the term what follows it was tried.
  while (at < term.size()) {
    const bool is_left = symbol < pattern.size();
    if (is_left && pattern[symbol].kind == Symbol::kRun) {
      run = symbol++;
      run_end = at;
    } else if (is_left && pattern[symbol].kind == Symbol::kByte &&
               pattern[symbol].byte == term[at]) {
      ++symbol;
      ++at;
    } else if (is_left && pattern[symbol].kind == Symbol::kOne && !continues_code_point(term[at])) {
      ++symbol;
      do {
        ++at;
      } while (at < term.size() && continues_code_point(term[at]));
    } else if (run < pattern.size()) {
      symbol = run + 1;
      at = ++run_end;
    } else {
      return false;
    }
  }
  while (symbol < pattern.size() && pattern[symbol].kind == Symbol::kRun) ++symbol;
  return symbol == pattern.size();
}

}  // namespace

std::vector<std::int32_t> matching_terms(const Vocabulary& terms, std::string_view pattern,
                                         bool ignore_case) {
  std::string lower;
  if (ignore_case) text::append_lower(lower, pattern);
  const auto symbols = read_pattern(ignore_case ? lower : pattern);
  std::vector<std::int32_t> found;
  for (std::int32_t id = 0; id < terms.size(); ++id) {
    std::string_view term = terms.term(id);
    if (ignore_case) {
      lower.clear();
      text::append_lower(lower, term);
      term = lower;
    }
    if (matches(symbols, term)) found.push_back(id);
  }
  return found;
}

}  // namespace broadsheet::terms
