#pragma once

#include <cstdint>
#include <string_view>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/character_ngrams.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::terms {

/// MurmurHash3 in its variant x86_32, with its bits read as a signed number.
///
/// Source: Appleby, "SMHasher", MurmurHash3.cpp; its verification value is 0xB0F57EE3.
[[nodiscard]] std::int32_t murmur_hash_3(std::string_view bytes, std::uint32_t seed = 0);

struct FeatureHashingOptions {
  std::int32_t n_features = 1 << 20;  ///< Columns, at least 1.
  bool alternate_sign = true;         ///< A term whose hash is negative counts -1 instead of 1.
  parallel::LoopOptions loop = {};
};

// Both functions below count terms into the columns |hash| mod n_features, where hash is
// murmur_hash_3 of a term's bytes. Terms that share a cell add up there; a cell whose terms cancel
// out is stored as 0, as scikit-learn has it. Nothing can be said of the terms afterwards.
//
// Source: Weinberger et al., "Feature hashing for large scale multitask learning", ICML 2009.
//
// Beside the result, memory does not grow with the number of distinct n-grams. The result is the
// same for any number of threads.

/// Hashes the n-grams of `lo` to `hi` neighbouring words of N documents, joined by a space.
///
/// O(T (hi - lo + 1)).
///
/// @param tokens  Tokens that pass `check`, of the terms of `vocabulary`.
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] Csr<double> hash_words(const TokenIdsView& tokens, const Vocabulary& vocabulary,
                                     std::int32_t lo, std::int32_t hi,
                                     const FeatureHashingOptions& options);

/// Hashes the n-grams of characters of N texts. O(bytes (hi - lo + 1)).
///
/// @throws std::invalid_argument  if an option or a rule is out of range.
[[nodiscard]] Csr<double> hash_character_ngrams(const text::Texts& texts,
                                                const CharacterNgramRules& rules,
                                                const FeatureHashingOptions& options);

}  // namespace broadsheet::terms
