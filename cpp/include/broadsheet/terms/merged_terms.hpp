#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// New numbers of the terms of a part, V of them; null where terms keep their numbers.
using NewNumbers = std::shared_ptr<const std::vector<std::int32_t>>;

/// The vocabularies of several parts as one.
struct MergedVocabulary {
  std::shared_ptr<const Vocabulary> vocabulary;
  std::vector<NewNumbers> new_ids;  ///< Of each part.
};

/// Merges vocabularies: terms of the first keep their numbers, and new ones of the second follow
/// in its order, and so on. If each part numbered its terms as they first came, so does the
/// result for one part after the other. O(bytes) expected.
///
/// The result is the very vocabulary of the parts where they have the same one.
///
/// @param parts  At least one.
/// @param watch  Asked after each part; may be empty.
/// @throws std::length_error  at 2**31 - 1 terms.
[[nodiscard]] MergedVocabulary merge_vocabularies(
    std::span<const std::shared_ptr<const Vocabulary>> parts, const parallel::Watch& watch);

/// The labels of several matrices as one.
struct MergedLabels {
  Labels labels;
  std::vector<NewNumbers> new_columns;  ///< Of each part.
};

/// Merges labels of columns: as they are where all parts have the same in the same order, else
/// those of any part in the order of their bytes. So the result does not depend on the order of
/// parts, nor on which were merged first. O(bytes + n log n) expected, n the distinct labels.
///
/// @param parts  At least one, of distinct labels each.
/// @param watch  Asked after each part; may be empty.
/// @throws std::length_error  at 2**31 - 1 labels.
[[nodiscard]] MergedLabels merge_labels(std::span<const Labels> parts,
                                        const parallel::Watch& watch);

}  // namespace broadsheet::terms
