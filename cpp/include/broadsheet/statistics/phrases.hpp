#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// The longest phrases whose tables are made: 2 ** 5 cells each.
inline constexpr int kLongestPhrase = 5;

/// n phrases of K terms that follow one another, and how all K-grams of the tokens agree with each.
struct PhraseTables {
  int size = 0;                     ///< K.
  std::vector<std::int32_t> terms;  ///< n x K, in ascending order of the phrases.
  /// n x 2 ** K: the K-grams that have the term of the phrase in exactly the places whose bits are
  /// set, the first place being the highest bit. The last cell is how often the phrase comes.
  std::vector<std::int64_t> cells;

  [[nodiscard]] std::size_t n_cells() const noexcept { return std::size_t{1} << size; }
  [[nodiscard]] std::size_t n_phrases() const noexcept { return cells.size() / n_cells(); }
};

struct PhraseOptions {
  int size = 3;                ///< K, from 2 to kLongestPhrase.
  std::int64_t min_count = 1;  ///< The fewest times that a phrase comes, at least 1.
  parallel::LoopOptions loop = {};
};

/// Every phrase of K tokens within a stretch that comes at least `min_count` times, and its table.
///
/// Exact: phrases grow by a term at a time from those that come often enough, which no longer one
/// can come oftener than. O(K T + 2^K T) expected; memory is 16 bytes a token and 8 (V + n)
/// bytes a thread. The result is the same for any number of threads; their watcher is told that
/// nothing is done yet.
///
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] PhraseTables phrase_tables(const terms::TokenIdsView& tokens,
                                         const PhraseOptions& options);

/// The interaction of all K terms of a phrase in the saturated log-linear model, and its z.
struct Interaction {
  double lambda = 0;
  double z = 0;
};

/// lambda = sum over cells of (-1)^(K - b) ln(n + 1/2), b the terms that agree, and
/// z = lambda / sqrt(sum 1 / (n + 1/2)). For two terms it is the log odds ratio, Association's
/// kLambda and kLambdaZ.
///
/// Source: Blaheta and Johnson (2001), "Unsupervised learning of multi-word verbs", ACL workshop on
/// collocations, 54-60: all subtuples.
/// @param cells  2 ** K.
[[nodiscard]] Interaction interaction(std::span<const std::int64_t> cells);

}  // namespace broadsheet::statistics
