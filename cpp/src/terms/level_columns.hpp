#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/trim.hpp"
#include "ngram_level.hpp"
#include "ranked_words.hpp"

namespace broadsheet::terms {

/// The columns of n-grams of `lo` words to as many as the last level has, in the order of labels.
struct LevelColumns {
  ColumnWords words;
  /// Of the n-grams of n words at n - 1: the column of each by number, -1 for those without.
  std::vector<std::vector<std::int32_t>> by_number;
  TrimReport report;

  [[nodiscard]] std::int64_t size() const { return std::ssize(words.indptr) - 1; }
};

/// Gives columns to the n-grams that are in few enough documents.
///
/// @param levels  Of 2 words, 3 words, and so on.
/// @param loop    A loop over words.
/// @throws std::overflow_error  at 2**31 columns.
[[nodiscard]] LevelColumns number_columns(const RankedWords& words,
                                          std::span<const NgramLevel> levels, std::int32_t lo,
                                          const TrimOptions& trim,
                                          const parallel::LoopOptions& loop);

/// Keeps only some columns.
/// @param kept  Their numbers, ascending.
void keep_columns(std::span<const std::int32_t> kept, LevelColumns& columns);

}  // namespace broadsheet::terms
