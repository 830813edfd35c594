#include "unit_columns.hpp"

#include <string_view>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {
namespace {

/// Whether the rules make such an n-gram of some text, as far as its length and its ends say.
bool is_possible(const SymbolRun& run, const CharacterNgramRules& rules, std::uint32_t space) {
  const auto length = std::ssize(run);
  if (std::ranges::find(run, 0U) != run.end() || length > rules.hi) return false;
  const bool is_padded = length >= 3 && run.front() == space && run.back() == space;
  return length >= rules.lo || (rules.within_words && is_padded);
}

}  // namespace

GivenNgrams sort_given(const Labels& given, const Symbols& symbols,
                       const CharacterNgramRules& rules) {
  std::vector<std::pair<SymbolRun, std::int32_t>> runs;
  Vocabulary vocabulary;
  for (std::int64_t i = 0; i < given.size(); ++i) {
    const std::string_view label = given.at(i);
    const std::int32_t id = vocabulary.add(label);
    require(id == i, "terms ", id, " and ", i, " are the same: '", label, "'");
    SymbolRun run;
    for (std::int64_t at = 0; at < std::ssize(label);) {
      const auto [value, length] = text::decode(label, at);
      run.push_back(symbols.number(value));
      at += length;
    }
    if (is_possible(run, rules, symbols.number(' '))) runs.emplace_back(std::move(run), id);
  }
  std::ranges::sort(runs);
  GivenNgrams sorted;
  for (auto& [run, label] : runs) {
    sorted.runs.push_back(std::move(run));
    sorted.labels.push_back(label);
  }
  return sorted;
}

}  // namespace broadsheet::terms
