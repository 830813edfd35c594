#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "broadsheet/terms/frequencies.hpp"

namespace broadsheet::terms {

/// Which terms stay. Bounds are numbers of documents and need not be whole: a share of N
/// documents is given as the product, unrounded, which is what scikit-learn compares with.
struct TrimOptions {
  double min_documents = 1;  ///< In fewer documents: dropped. At least 0; terms of none never stay.
  double max_documents = std::numeric_limits<double>::infinity();  ///< In more: dropped.
  /// Of those, only so many that occur most often; at least 1.
  std::int64_t max_terms = std::numeric_limits<std::int64_t>::max();
};

/// Checks the ranges that TrimOptions states.
/// @throws std::invalid_argument  naming the option and its value.
void check(const TrimOptions& options);

/// How many terms there were, and how many each bound dropped.
struct TrimReport {
  std::int64_t n_rare = 0;
  std::int64_t n_common = 0;
  std::int64_t n_kept = 0;

  /// Counts a term of so many documents, at least 1.
  /// @return  Whether it stays.
  bool add(std::int64_t documents, const TrimOptions& options);
};

/// Checks that a term stayed.
/// @throws std::invalid_argument  saying how many terms each bound dropped and what to change.
void require_terms(const TrimReport& report, const TrimOptions& options, std::int64_t n_documents);

/// The places of the terms that occur most often, ascending: all, or as many as `max_terms`. Of
/// terms that occur equally often the one with the smaller place comes first, so where terms are
/// in alphabetical order that decides. O(V).
[[nodiscard]] std::vector<std::int32_t> most_frequent(const std::vector<std::int64_t>& totals,
                                                      std::int64_t max_terms);

/// The places of the terms that stay, ascending. O(V).
/// @throws std::invalid_argument  if an option is out of range or no term stays.
[[nodiscard]] std::vector<std::int32_t> kept_terms(const Frequencies<std::int64_t>& frequencies,
                                                   const TrimOptions& options,
                                                   std::int64_t n_documents);

}  // namespace broadsheet::terms
