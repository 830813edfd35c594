#pragma once

#include <span>
#include <vector>

namespace broadsheet::statistics {

/// The log odds ratio of V words in two corpora, with an informative Dirichlet prior.
///
/// With counts y and z, of n and m tokens, and the prior a, of a0 in all:
///
///     delta = ln((y + a) / (n + a0 - y - a)) - ln((z + a) / (m + a0 - z - a))
///     zeta  = delta / sqrt(1 / (y + a) + 1 / (z + a))
///
/// NaN for a word that neither the corpora nor the prior have, infinite for one that is all of a
/// corpus without a prior.
///
/// Source: Monroe, Colaresi and Quinn, "Fightin' Words", Political Analysis 16(4), 2008, equations
/// 16, 20 (its approximation) and 22.
struct LogOdds {
  std::vector<double> log_odds;  ///< delta of each of V words.
  std::vector<double> z_scores;  ///< zeta.
};

/// @param target, reference  V counts each, finite and not negative.
/// @param prior              V pseudo-counts, finite and not negative.
/// @throws std::invalid_argument  naming the argument, the row and the value.
[[nodiscard]] LogOdds log_odds(std::span<const double> target, std::span<const double> reference,
                               std::span<const double> prior);

}  // namespace broadsheet::statistics
