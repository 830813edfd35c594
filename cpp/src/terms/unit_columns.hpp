#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <numeric>
#include <span>
#include <stdexcept>
#include <utility>
#include <vector>

#include "broadsheet/terms/character_ngrams.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/text/utf8.hpp"
#include "ngram_columns.hpp"
#include "symbols.hpp"
#include "unit_numbers.hpp"

namespace broadsheet::terms {

/// Columns, and the one that each unit counts for first: itself or its longest beginning that is
/// one, or -1.
struct UnitColumns {
  NgramColumns columns;
  std::vector<std::int32_t> of_units;
};

/// The different keys of several lists, ascending.
template <typename Key>
std::vector<Key> merge_keys(std::span<const NumberedKeys<Key>> lists) {
  std::vector<Key> keys;
  for (const NumberedKeys<Key>& list : lists) {
    std::vector<Key> merged;
    merged.reserve(keys.size() + list.size());
    auto at = keys.begin();
    for (const auto& [key, number] : list) {
      while (at != keys.end() && *at < key) merged.push_back(*at++);
      if (at != keys.end() && *at == key) ++at;
      merged.push_back(key);
    }
    merged.insert(merged.end(), at, keys.end());
    keys = std::move(merged);
  }
  return keys;
}

/// The column of each number of a list, where `of_keys` has that of each of the merged keys.
template <typename Key>
std::vector<std::int32_t> columns_by_number(const NumberedKeys<Key>& list,
                                            std::span<const Key> keys,
                                            std::span<const std::int32_t> of_keys) {
  std::vector<std::int32_t> columns;
  std::size_t at = 0;
  for (const auto& [key, number] : list) {
    while (keys[at] != key) ++at;
    const auto place = static_cast<std::size_t>(number);
    if (place >= columns.size()) columns.resize(std::max(place + 1, list.size()));
    columns[place] = of_keys[at];
  }
  return columns;
}

using SymbolRun = std::vector<std::uint32_t>;

[[nodiscard]] inline std::size_t common_length(const SymbolRun& a, const SymbolRun& b) {
  return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

/// All n-grams of units, and how to spell them: the first `length` symbols of unit `unit`.
struct AllNgrams : UnitColumns {
  struct Source {
    std::int32_t unit;
    std::int32_t length;
  };
  std::vector<Source> sources;
};

/// @param units  The keys of units, ascending.
template <typename Keys>
AllNgrams all_ngrams(const Keys& keys, std::span<const typename Keys::Key> units,
                     std::int32_t least_length) {
  AllNgrams ngrams;
  ngrams.of_units.reserve(units.size());
  const auto lo = static_cast<std::size_t>(least_length);
  SymbolRun before;
  SymbolRun unit;
  std::vector<std::int32_t> path;  // By length: the column of that beginning of the last unit.
  for (std::size_t i = 0; i < units.size(); ++i) {
    keys.read(units[i], unit);
    path.resize(std::max(path.size(), unit.size() + 1), -1);
    const std::size_t first = std::max(std::min(lo, unit.size()), common_length(before, unit) + 1);
    for (std::size_t n = first; n <= unit.size(); ++n) {
      if (ngrams.columns.size() == std::numeric_limits<std::int32_t>::max()) {
        throw std::overflow_error("there are 2**31 n-grams or more; ask for shorter ones");
      }
      ngrams.columns.push(n > lo ? path[n - 1] : -1);
      path[n] = ngrams.columns.size() - 1;
      ngrams.sources.push_back({static_cast<std::int32_t>(i), static_cast<std::int32_t>(n)});
    }
    ngrams.of_units.push_back(path[unit.size()]);
    std::swap(before, unit);
  }
  return ngrams;
}

/// The labels of some of the n-grams.
template <typename Keys>
Labels spell(const Keys& keys, const Symbols& symbols, std::span<const typename Keys::Key> units,
             const std::vector<AllNgrams::Source>& sources, std::span<const std::int32_t> kept) {
  Labels labels;
  labels.offsets.reserve(kept.size() + 1);
  SymbolRun unit;
  for (const std::int32_t column : kept) {
    const auto [source, length] = sources[static_cast<std::size_t>(column)];
    keys.read(units[static_cast<std::size_t>(source)], unit);
    for (const std::uint32_t symbol : std::span(unit).first(static_cast<std::size_t>(length))) {
      text::append_utf8(labels.bytes, symbols.value(symbol));
    }
    labels.offsets.push_back(std::ssize(labels.bytes));
  }
  return labels;
}

/// Given n-grams that the rules can make, in the order of code points.
struct GivenNgrams {
  std::vector<SymbolRun> runs;
  std::vector<std::int32_t> labels;  ///< The number of each run's label.
};

/// @throws std::invalid_argument  if two labels are the same.
[[nodiscard]] GivenNgrams sort_given(const Labels& given, const Symbols& symbols,
                                     const CharacterNgramRules& rules);

/// @param units  The keys of units, ascending.
template <typename Keys>
UnitColumns given_ngrams(const Keys& keys, std::span<const typename Keys::Key> units,
                         const GivenNgrams& given) {
  UnitColumns result;
  result.of_units.reserve(units.size());
  std::vector<std::int32_t> open;  // Columns that begin one another.
  const auto close = [&](const SymbolRun& run) {
    const auto begins = [&](const SymbolRun& other) {
      return common_length(other, run) == other.size();
    };
    while (!open.empty() && !begins(given.runs[static_cast<std::size_t>(open.back())])) {
      open.pop_back();
    }
    return open.empty() ? -1 : open.back();
  };
  std::size_t next = 0;
  SymbolRun unit;
  const auto push_given = [&] {
    result.columns.push(close(given.runs[next++]));
    open.push_back(result.columns.size() - 1);
  };
  for (const auto& key : units) {
    keys.read(key, unit);
    while (next < given.runs.size() && given.runs[next] <= unit) push_given();
    result.of_units.push_back(close(unit));
  }
  while (next < given.runs.size()) push_given();
  return result;
}

}  // namespace broadsheet::terms
