#pragma once

#include <cstdint>
#include <span>
#include <variant>
#include <vector>

#include "broadsheet/statistics/concordance.hpp"
#include "broadsheet/statistics/hit_terms.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::statistics {

/// What hits are sorted by: the terms in a place, all those of the node, or the document.
struct ByNode {};
struct ByDocument {};
using SortKey = std::variant<HitPlace, ByNode, ByDocument>;

/// The order in which H hits stand sorted: the number of the first, the second, and so on.
///
/// Terms compare as bytes, which for UTF-8 is the order of code points; where there is no term,
/// the hit comes first. Hits equal under all keys stand by document, position and length.
/// O(H + V) for each key, and sorting the terms that stand in those places.
///
/// @throws std::invalid_argument  if a distance is below 1.
[[nodiscard]] std::vector<std::int64_t> hit_order(const terms::TokenIdsView& tokens,
                                                  const terms::Vocabulary& vocabulary,
                                                  const HitsView& hits,
                                                  std::span<const SortKey> keys);

}  // namespace broadsheet::statistics
