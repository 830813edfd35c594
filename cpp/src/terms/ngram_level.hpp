#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "ranked_words.hpp"

namespace broadsheet::terms {

/// The distinct n-grams of n words, n > 1, that are in enough documents, as are the n-grams of
/// n - 1 words that they begin and end with. Numbered in the order of their words.
struct NgramLevel {
  std::int32_t n_words = 0;
  LargeArray<std::int32_t> at;           ///< T: what begins at each token, or -1.
  std::vector<std::int64_t> n_distinct;  ///< N: of each document, those in too few included.
  std::vector<std::int64_t> begins;      ///< From begins[i] to begins[i + 1]: those that begin with
                                         ///< number i of the level below.
  LargeArray<std::int32_t> last_words;   ///< By number: the rank of the last word.
  LargeArray<std::int32_t> n_documents;  ///< By number.
  std::int64_t n_rare = 0;               ///< How many are in too few documents.
};

/// Finds the n-grams that are a word longer than those of `below`. O(T) expected.
///
/// @param below  Null for the words themselves.
/// @param loop   A loop over documents.
/// @throws std::overflow_error  at 2**31 n-grams.
[[nodiscard]] NgramLevel find_next_level(const TokenIdsView& tokens, const RankedWords& words,
                                         const NgramLevel* below, double min_documents,
                                         const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
