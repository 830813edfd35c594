#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/contexts.hpp"

namespace broadsheet::statistics {

/// Where the tokens of each sentence begin among those of all texts: an indptr over sentences, each
/// with at least one token, where that of `texts` is over documents.
///
/// Sentences are those of `article::find_zones`, by what `texts` knows of zones; headline, deck,
/// byline and dateline are one each. Tokens between them, if any, are a stretch of their own. Texts
/// are cut anew: O(bytes). Runs on the threads of `loop`, an item a document; the result is the
/// same for any number of them.
///
/// @throws std::invalid_argument  if the parts do not fit, or a text does not give as many tokens
///                                as `texts` says.
[[nodiscard]] std::vector<std::int64_t> sentence_indptr(const CutTexts& texts,
                                                        const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
