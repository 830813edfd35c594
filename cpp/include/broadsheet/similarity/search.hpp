#pragma once

#include <cstdint>

namespace broadsheet::similarity {

/// How similar rows are sought; what is found is the same.
enum class Search {
  kAuto,      ///< What should be fastest.
  kScan,      ///< Every pair: for few queries or few rows.
  kBlocks,    ///< Blocks of candidates at once, with bounds (UpperBounds) or, by the measures of
              ///< sets, with all sums (Overlaps): for many queries.
  kPrefixes,  ///< Only rows that share a rare column (Prefixes): for a high `min_similarity`.
};

/// With which candidates row i of the queries is compared.
enum class Pairing {
  kAll,     ///< With all.
  kOthers,  ///< With all but row i, which is the same row.
  kLater,   ///< With rows i + 1, i + 2, ...: each pair of one matrix once.
};

}  // namespace broadsheet::similarity
