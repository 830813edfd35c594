#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/banding.hpp"
#include "broadsheet/similarity/candidates.hpp"
#include "broadsheet/similarity/shingles.hpp"

namespace broadsheet::similarity {

/// Groups of documents that are copies of one another: the connected components of the graph of
/// candidate pairs whose Jaccard similarity is at least `min_similarity`. So a group may hold two
/// documents that are less similar, if others lie between them.
///
/// A pair is verified only while its documents are in different groups, so a thousand copies of
/// one text take a thousand comparisons, not half a million. Memory: 4 bytes for
/// each document of a bucket and band, and 8 bytes a shingle of these documents.
///
/// @param shingles  Of the documents of the sketches; null to trust the share of places that agree.
/// @param loop      Its watcher is told in how many bands copies are united.
/// @return  For each document the first one of its group: itself if it is that, or in no group.
/// @throws std::invalid_argument  if an argument is not what it should be.
[[nodiscard]] std::vector<std::int32_t> copy_groups(const SketchesView& sketches,
                                                    const Shingles* shingles,
                                                    const Banding& banding, double min_similarity,
                                                    const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
