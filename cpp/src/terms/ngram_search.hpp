#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "broadsheet/terms/ngrams.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/trim.hpp"

namespace broadsheet::terms {

/// N-grams in the order of their labels, with the documents that hold them.
struct FoundNgrams {
  std::vector<std::uint8_t> n_words;      // One an n-gram.
  std::vector<std::int32_t> n_documents;  // One an n-gram.
  std::vector<std::int32_t> words;        // Ids, n_words of them an n-gram.
  std::vector<std::int32_t> documents;    // Ascending, n_documents of them an n-gram.
  std::vector<std::int32_t> counts;       // One a document.
  TrimReport report;                      // Of the n-grams that were looked at.
};

/// Finds the n-grams within the bounds of `options.trim`, `max_terms` aside.
///
/// @param loop  Two loops of the call: over documents, and over runs of first words.
/// @return  Runs that follow one another, by the order of labels.
[[nodiscard]] std::vector<FoundNgrams> find_ngrams(const TokenIdsView& tokens,
                                                   std::span<const std::int32_t> sorted_ids,
                                                   const Frequencies<std::int64_t>& frequencies,
                                                   const NgramOptions& options);

}  // namespace broadsheet::terms
