#pragma once

#include <cstdint>

#include "broadsheet/terms/ngrams.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// How large a document-term matrix would become.
struct ExpectedSize {
  double n_columns = 0;
  double n_values = 0;     ///< Cells above 0.
  double label_bytes = 0;  ///< Of all columns.
  double n_found = 0;      ///< Different n-grams that occur, within the bounds or not.
  double share = 1;        ///< Of different n-grams of two words and more that were counted.
};

/// Says what `count_ngrams` would make of tokens, in a fraction of its time and memory.
///
/// Words are counted, so of them nothing is guessed. Of longer n-grams some are chosen by a hash
/// of their words, each with the same chance, and counted in all documents: so bounds of document
/// frequency mean to them what they mean to all, which they do not in a sample of documents. With
/// few tokens all are chosen. The result is the same for any number of threads.
///
/// O(T (hi - lo + 1)); 16 bytes for each occurrence of a chosen n-gram, of which there are some
/// `most_occurrences` or fewer.
///
/// @param tokens  Tokens that pass `check`, of the terms of `vocabulary`.
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] ExpectedSize expect_size(const TokenIdsView& tokens, const Vocabulary& vocabulary,
                                       const NgramOptions& options,
                                       std::int64_t most_occurrences = 1 << 21);

}  // namespace broadsheet::terms
