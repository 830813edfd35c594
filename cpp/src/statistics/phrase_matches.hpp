#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "phrase_growth.hpp"

namespace broadsheet::statistics {

/// How many K-grams within stretches have the terms of each phrase in the places of each mask,
/// whatever stands in the others: n x 2 ** K, the first place being the highest bit.
[[nodiscard]] std::vector<std::int64_t> matches(const terms::TokenIdsView& tokens, int size,
                                                const FrequentPhrases& phrases,
                                                const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
