#pragma once

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "token_source.hpp"

namespace broadsheet::terms {

/// Tokenises on several threads, to what one thread gives. Its `indptr` holds the number of tokens
/// of text i at i + 1.
[[nodiscard]] Tokens tokenize_on_threads(const TokenSource& source,
                                         const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
