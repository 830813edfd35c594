#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/candidates.hpp"

namespace broadsheet::similarity {

/// Clusters of N rows by average linkage (UPGMA): each row begins by itself, and the two clusters
/// whose rows are most similar on average are united, again and again, while that average is at
/// least `min_similarity`. Pairs that are not given count as 0.
///
/// Of equally similar ones come first those with the smaller first row, then with the smaller first
/// row of the other. Sums are added up in the order in which clusters are united, so the result is
/// the same on any machine.
///
/// The links of each cluster are kept in a table, their averages in a heap. When two clusters are
/// united, all links of both are counted anew: O(L log L) for L links if clusters stay small, and
/// at worst O(N L). Never N x N. Memory: about 100 bytes a link.
///
/// Source: Sokal and Michener, "A statistical method for evaluating systematic relationships",
/// University of Kansas Science Bulletin 38, 1958.
/// @param links   Each pair of rows at most once, left < right.
/// @param scores  The similarity of each pair, finite and above 0.
/// @param loop    Its watcher is told how many of N unions are behind; the number of threads does
///   not count.
/// @return  For each row the first row of its cluster.
/// @throws std::invalid_argument  naming the pair, if an argument is not what it should be.
[[nodiscard]] std::vector<std::int32_t> average_link(std::int64_t n_rows,
                                                     const DocumentPairsView& links,
                                                     std::span<const double> scores,
                                                     double min_similarity,
                                                     const parallel::LoopOptions& loop);

}  // namespace broadsheet::similarity
