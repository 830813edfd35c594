#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/statistics/concordance.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// A place in or beside a hit.
enum class Side { kLeft, kNode, kRight };
struct HitPlace {
  Side side = Side::kNode;
  std::int32_t distance = 1;  ///< Tokens from the node, at least 1; within it, from its begin.
};

/// The term in one place of each of H hits; -1 where the document, or the node, has no such. O(H).
/// @throws std::invalid_argument  if the distance is below 1.
[[nodiscard]] std::vector<std::int32_t> terms_at(const terms::TokenIdsView& tokens,
                                                 const HitsView& hits, HitPlace place);

/// Hits that have the same terms in a place.
struct HitGroups {
  std::vector<std::int32_t> groups;  ///< H, numbered in the order they come; -1: nothing there.
  terms::ColumnWords terms;          ///< Those of each group.
};

/// Groups hits by their node, whose `distance` is then left aside, or by a term beside it. O(H)
/// expected, times the length of the node.
[[nodiscard]] HitGroups group_hits(const terms::TokenIdsView& tokens, const HitsView& hits,
                                   HitPlace place);

}  // namespace broadsheet::statistics
