#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// The number of types among the first tokens of a corpus, its documents one after the other.
///
/// @param tokens    Such as pass `check`.
/// @param n_tokens  Ascending numbers of tokens, from 0 to T.
/// @return          The types among so many first tokens, one a number. O(T + V).
/// @throws std::invalid_argument  if the numbers do not ascend or lie outside [0, T].
[[nodiscard]] std::vector<std::int64_t> vocabulary_growth(const terms::TokenIdsView& tokens,
                                                          std::span<const std::int64_t> n_tokens);

/// Heaps' law V = k N^b.
struct HeapsLaw {
  double k = 0;
  double exponent = 0;   ///< b.
  double r_squared = 0;  ///< Of the logarithms; NaN where V does not vary.
};

/// Heaps' law by least squares of ln V on ln N; NaN for fewer than two different N. O(n).
///
/// Source: Herdan 1960; Heaps, Information Retrieval, 1978, section 7.5.
/// @param n_tokens, n_types  As many of each, finite and above 0.
/// @throws std::invalid_argument  naming the argument, the place and the value.
[[nodiscard]] HeapsLaw heaps(std::span<const double> n_tokens, std::span<const double> n_types);

/// Zipf's law f(r) = k r^-a.
struct ZipfLaw {
  double k = 0;         ///< The count that rank 1 should have.
  double exponent = 0;  ///< a, not negative.
};

/// Zipf's law by maximum likelihood: the counts of V terms, ranked, are taken for draws of the
/// ranks 1 to V with probabilities in proportion to r^-a. Terms of count 0 are left out; NaN for
/// fewer than two terms. O(V log V), and some 60 times V logarithms.
///
/// Source: Zipf 1949; Clauset, Shalizi and Newman, "Power-law distributions in empirical data",
/// SIAM Review 51(4), 2009, on why not by least squares.
/// @throws std::invalid_argument  if a count is negative or not finite, naming place and value.
[[nodiscard]] ZipfLaw zipf(std::span<const double> counts);

}  // namespace broadsheet::statistics
