#include "broadsheet/statistics/phrases.hpp"

#include <bit>
#include <cmath>
#include <cstddef>
#include <utility>

#include "broadsheet/require.hpp"
#include "phrase_growth.hpp"
#include "phrase_matches.hpp"

namespace broadsheet::statistics {
namespace {

/// Turns the K-grams that agree in the places of a mask, whatever stands elsewhere, into those that
/// agree there and nowhere else.
void leave_exact(std::span<std::int64_t> cells) {
  for (std::size_t place = 1; place < cells.size(); place *= 2) {
    for (std::size_t mask = 0; mask < cells.size(); ++mask) {
      if ((mask & place) == 0) cells[mask] -= cells[mask | place];
    }
  }
}

}  // namespace

PhraseTables phrase_tables(const terms::TokenIdsView& tokens, const PhraseOptions& options) {
  require(2 <= options.size && options.size <= kLongestPhrase, "size must be from 2 to ",
          kLongestPhrase, ", not ", options.size);
  require(options.min_count >= 1, "min_count must be at least 1, not ", options.min_count);
  FrequentPhrases phrases = frequent_phrases(tokens, options);
  PhraseTables tables{.size = options.size, .terms = {}, .cells = {}};
  tables.cells = matches(tokens, options.size, phrases, options.loop);
  tables.terms = std::move(phrases.terms);
  const std::size_t n_cells = tables.n_cells();
  for (std::size_t i = 0; i < tables.n_phrases(); ++i) {
    leave_exact(std::span(tables.cells).subspan(i * n_cells, n_cells));
  }
  return tables;
}

Interaction interaction(std::span<const std::int64_t> cells) {
  double lambda = 0;
  double variance = 0;
  const std::size_t all = cells.size() - 1;
  for (std::size_t mask = 0; mask < cells.size(); ++mask) {
    const double n = static_cast<double>(cells[mask]) + 0.5;
    const bool is_even = std::popcount(all ^ mask) % 2 == 0;
    lambda += is_even ? std::log(n) : -std::log(n);
    variance += 1 / n;
  }
  return {lambda, lambda / std::sqrt(variance)};
}

}  // namespace broadsheet::statistics
