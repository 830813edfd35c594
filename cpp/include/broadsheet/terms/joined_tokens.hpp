#pragma once

#include <memory>
#include <span>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// The tokens of some documents, borrowed, and their terms.
struct TokensPart {
  TokenIdsView tokens;
  std::shared_ptr<const Vocabulary> vocabulary;  ///< tokens.n_terms terms.
};

/// The documents of one part after the other. Parts that were tokenised one by one become the
/// tokens of all their documents tokenised at once, the numbers of terms too; those numbers are
/// what `merge_vocabularies` says. O(T + bytes of the vocabularies) expected, the same for any
/// number of threads.
///
/// @param parts  At least one; tokens pass `check`.
/// @throws std::invalid_argument  if there are 2**31 documents or more.
[[nodiscard]] Tokens join_tokens(std::span<const TokensPart> parts,
                                 const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
