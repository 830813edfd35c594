#include "broadsheet/terms/character_ngrams.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "counted_texts.hpp"
#include "symbols.hpp"
#include "text_counters.hpp"
#include "unit_columns.hpp"
#include "unit_keys.hpp"
#include "unit_numbers.hpp"

namespace broadsheet::terms {
namespace {

using Texts = std::span<const std::string_view>;
using Part = CharacterLoops::Part;

/// Calls `run(counted, lists, keys, symbols)` with the texts counted by threads, the keys of the
/// units that each met, and what keys and symbols mean.
template <typename Keys, typename MakeNumbers, typename Run>
auto count_runs(Texts texts, const CharacterNgramRules& rules, const Symbols& symbols,
                const CharacterLoops& loops, const MakeNumbers& make_numbers, const Run& run) {
  using Counter = RunCounter<Keys, std::invoke_result_t<MakeNumbers>>;
  CountedTexts<Counter> counted(texts, loops,
                                [&] { return Counter(rules, symbols, make_numbers()); });
  const std::span<Counter* const> counters = counted.counters();
  std::vector<NumberedKeys<typename Keys::Key>> lists(counters.size());
  loops.run(lists.size(), [&](std::size_t i) { lists[i] = counters[i]->list(); });
  return run(counted, lists, Keys(rules, symbols.n_bits()), symbols);
}

template <typename Keys, typename Numbers, typename Run>
auto count_words(CountedTexts<WordCounter>& counted, const CharacterNgramRules& rules,
                 const Symbols& symbols, const Run& run) {
  const Keys keys(rules, symbols.n_bits());
  const std::span<WordCounter* const> counters = counted.counters();
  std::vector<Numbers> numbers(counters.size());  // Lists may borrow from them.
  std::vector<NumberedKeys<typename Keys::Key>> lists(counters.size());
  counted.loops().run(lists.size(), [&](std::size_t i) {
    lists[i] = counters[i]->number_units(keys, symbols, numbers[i]);
  });
  return run(counted, lists, keys, symbols);
}

std::int64_t n_bytes(Texts texts) {
  std::int64_t n = 0;
  for (const std::string_view text : texts) n += std::ssize(text);
  return n;
}

/// The same with the keys that suffice.
template <typename Run>
auto count_texts(Texts texts, const CharacterNgramRules& rules, const CharacterLoops& loops,
                 const Run& run) {
  using OneWordKeys = PackedKeys<std::uint64_t>;
  using TwoWordKeys = PackedKeys<TwoWords>;
  if (!rules.within_words) {
    const Symbols symbols(find_folded(texts, rules, loops.of(Part::kScan)));
    const std::int64_t n_key_bits = std::int64_t{symbols.n_bits()} * rules.hi;
    if (n_key_bits <= DirectNumbers::kMostBits && n_bytes(texts) >> n_key_bits > 0) {
      return count_runs<OneWordKeys>(
          texts, rules, symbols, loops, [&] { return DirectNumbers(static_cast<int>(n_key_bits)); },
          run);
    }
    if (OneWordKeys::can_hold(rules, symbols.n_bits())) {
      return count_runs<OneWordKeys>(
          texts, rules, symbols, loops, [] { return HashedNumbers<std::uint64_t>(); }, run);
    }
    if (TwoWordKeys::can_hold(rules, symbols.n_bits())) {
      return count_runs<TwoWordKeys>(
          texts, rules, symbols, loops, [] { return HashedNumbers<TwoWords>(); }, run);
    }
    return count_runs<SpelledKeys>(
        texts, rules, symbols, loops, [] { return SpelledNumbers(); }, run);
  }
  CountedTexts<WordCounter> counted(texts, loops, [&] { return WordCounter(rules); });
  CodePointSet code_points;
  code_points.insert(' ');
  for (const WordCounter* counter : counted.counters()) {
    code_points.insert_all(counter->words().bytes());
  }
  const Symbols symbols(code_points);
  if (OneWordKeys::can_hold(rules, symbols.n_bits())) {
    return count_words<OneWordKeys, HashedNumbers<std::uint64_t>>(counted, rules, symbols, run);
  }
  if (TwoWordKeys::can_hold(rules, symbols.n_bits())) {
    return count_words<TwoWordKeys, HashedNumbers<TwoWords>>(counted, rules, symbols, run);
  }
  return count_words<SpelledKeys, SpelledNumbers>(counted, rules, symbols, run);
}

/// Tells each counter the columns of its numbers.
template <typename Counted, typename Key>
void set_columns(Counted& counted, const std::vector<NumberedKeys<Key>>& lists,
                 std::span<const Key> units, std::span<const std::int32_t> of_units) {
  const auto counters = counted.counters();
  counted.loops().run(lists.size(), [&](std::size_t i) {
    counters[i]->set_columns(columns_by_number(lists[i], units, of_units));
  });
}

bool trims(const TrimOptions& trim, std::int64_t n_texts, std::int32_t n_columns) {
  return trim.min_documents > 1 || trim.max_documents < static_cast<double>(n_texts) ||
         trim.max_terms < n_columns;
}

/// Puts the columns of a matrix in another order, the same one in each row.
void permute(Csr<std::int32_t>& matrix, std::span<const std::int32_t> new_columns,
             const parallel::LoopOptions& loop) {
  parallel::for_each_chunk(std::ssize(matrix.indptr) - 1, loop, [&](const parallel::Chunk& chunk) {
    std::vector<std::pair<std::int32_t, std::int32_t>> cells;
    for (auto row = static_cast<std::size_t>(chunk.begin);
         row < static_cast<std::size_t>(chunk.end); ++row) {
      const auto begin = static_cast<std::size_t>(matrix.indptr[row]);
      const auto end = static_cast<std::size_t>(matrix.indptr[row + 1]);
      cells.clear();
      for (std::size_t at = begin; at < end; ++at) {
        cells.emplace_back(new_columns[static_cast<std::size_t>(matrix.indices[at])],
                           matrix.values[at]);
      }
      std::ranges::sort(cells);
      for (std::size_t at = begin; at < end; ++at) {
        std::tie(matrix.indices[at], matrix.values[at]) = cells[at - begin];
      }
    }
  });
}

}  // namespace

void check(const CharacterNgramRules& rules) {
  require(1 <= rules.lo && rules.lo <= rules.hi,
          "ngrams must be (lo, hi) with 1 <= lo <= hi, not (", rules.lo, ", ", rules.hi, ")");
}

CharacterCounts count_character_ngrams(const text::Texts& texts, const CharacterNgramRules& rules,
                                       const TrimOptions& trim, const parallel::LoopOptions& loop) {
  check(rules);
  check(trim);
  const CharacterLoops loops(texts.size(), loop);
  const auto finish = [&]<typename Key>(auto& counted, const std::vector<NumberedKeys<Key>>& lists,
                                        const auto& keys, const Symbols& symbols) {
    const std::vector<Key> units = merge_keys<Key>(lists);
    require(!units.empty(), "no n-gram of ", rules.lo, " to ", rules.hi, " characters in ",
            texts.size(), " documents");
    AllNgrams ngrams = all_ngrams(keys, std::span(units), rules.lo);
    set_columns(counted, lists, std::span(units), ngrams.of_units);
    std::vector<std::int32_t> kept(ngrams.sources.size());
    std::iota(kept.begin(), kept.end(), 0);
    if (trims(trim, texts.size(), ngrams.columns.size())) {
      kept = kept_terms(counted.frequencies(ngrams.columns), trim, texts.size());
      std::vector<std::int32_t> nearest;
      ngrams.columns = keep_columns(ngrams.columns, kept, nearest);
      for (auto* counter : counted.counters()) counter->renumber(nearest);
    }
    return CharacterCounts{.counts = counted.take(ngrams.columns),
                           .labels = spell(keys, symbols, std::span(units), ngrams.sources, kept)};
  };
  return count_texts(texts.views(), rules, loops, finish);
}

Csr<std::int32_t> count_given_character_ngrams(const text::Texts& texts, const Labels& given,
                                               const CharacterNgramRules& rules,
                                               const parallel::LoopOptions& loop) {
  check(rules);
  const CharacterLoops loops(texts.size(), loop);
  const auto finish = [&]<typename Key>(auto& counted, const std::vector<NumberedKeys<Key>>& lists,
                                        const auto& keys, const Symbols& symbols) {
    const GivenNgrams sorted = sort_given(given, symbols, rules);
    const std::vector<Key> units = merge_keys<Key>(lists);
    const UnitColumns ngrams = given_ngrams(keys, std::span(units), sorted);
    set_columns(counted, lists, std::span(units), ngrams.of_units);
    Csr<std::int32_t> counts = counted.take(ngrams.columns);
    permute(counts, sorted.labels,
            {.n_threads = loop.n_threads, .chunk_size = CharacterLoops::kTextsPerChunk});
    counts.n_columns = static_cast<std::int32_t>(given.size());
    return counts;
  };
  return count_texts(texts.views(), rules, loops, finish);
}

}  // namespace broadsheet::terms
