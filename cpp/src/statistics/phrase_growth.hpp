#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/statistics/phrases.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// n phrases of K terms, ascending, and how often each comes.
struct FrequentPhrases {
  std::vector<std::int32_t> terms;   ///< n x K.
  std::vector<std::int64_t> counts;  ///< n.
};

/// The phrases of `options.size` terms within a stretch that come at least `options.min_count`
/// times.
[[nodiscard]] FrequentPhrases frequent_phrases(const terms::TokenIdsView& tokens,
                                               const PhraseOptions& options);

}  // namespace broadsheet::statistics
