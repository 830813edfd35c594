#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::statistics {

/// How evenly a word is spread over the n parts of a corpus.
///
/// Below, v are its counts in the parts and f their sum, s the shares of the parts in the corpus,
/// p = v / size, q = p / sum p, all sums over parts. Parts of size 0 are no parts. Of a word that
/// no part has, all are NaN but kRange, which is 0, and kIdf, which is infinite; the usages, which
/// are frequencies set right by dispersion, are 0.
enum class Dispersion {
  kRange,         ///< Parts that have the word.
  kIdf,           ///< log2(n / range). Spaerck Jones 1972.
  kJuillandD,     ///< 1 - sd(p) / mean(p) / sqrt(n - 1), sd of the population; NaN for n = 1.
                  ///< Juilland and Chang-Rodriguez 1964; 1970 for unequal parts.
  kCarrollD2,     ///< -sum q ln q / ln n; NaN for n = 1. Carroll 1970.
  kRosengrenS,    ///< (sum sqrt(v s))^2 / f. Rosengren 1971.
  kLyneD3,        ///< 1 - sum (v - f s)^2 / (f s) / (4 f). Lyne 1985; Gries 2008.
  kZhangDc,       ///< (sum sqrt(v) / n)^2 / (f / n): takes parts to be equal. Zhang et al. 2004.
  kDp,            ///< sum |v / f - s| / 2. Gries 2008.
  kDpNorm,        ///< kDp / (1 - min s); NaN for n = 1. Lijffijt and Gries 2012.
  kDpNormEgbert,  ///< kDp / (1 - min s of parts that have the word); NaN for n = 1.
                  ///< Egbert, Burch and Biber 2020.
  kKld,           ///< sum v / f log2(v / (f s)). Gries 2020.
  kKldNormOdds,   ///< kKld / (1 + kKld). Gries 2024.
  kKldNormE,      ///< 1 - e^-kKld. Gries 2021.
  kKldNorm2,      ///< 1 - 2^-kKld. Gries 2024.
  kDa,            ///< 1 - mean |p_i - p_j| / (2 mean p), over pairs; NaN for n = 1.
                  ///< Burch, Egbert and Biber 2017; by the shortcut of Wilcox 1973.
  kJuillandU,     ///< kJuillandD f. Juilland and Chang-Rodriguez 1964.
  kCarrollUm,     ///< kCarrollD2 f + (1 - kCarrollD2) f / n. Carroll 1970.
  kRosengrenKf,   ///< (sum sqrt(v s))^2. Rosengren 1971.
  kEngwallFm,     ///< f range / n. Engwall 1974.
  kKromerUr,      ///< sum of the harmonic numbers of v. Kromer 2003.
};

/// The names of the measures, `juilland_d` for kJuillandD and so on, in their order.
[[nodiscard]] std::span<const std::string_view> dispersion_names();

/// The measure of a name.
/// @throws std::invalid_argument  if there is none.
[[nodiscard]] Dispersion find_dispersion(std::string_view name);

/// The measures of V terms, one array a measure. O(nnz log n), the same bytes for any number of
/// threads.
///
/// @param counts  V terms x parts, such as pass `check_counts`. Value is std::int32_t or double.
/// @param sizes   One a part.
/// @throws std::invalid_argument  if there are not as many sizes as parts, a size is negative or
///         not finite, or a term is counted in a part of size 0.
template <typename Value>
[[nodiscard]] std::vector<std::vector<double>> dispersion(const terms::CsrView<Value>& counts,
                                                          std::span<const double> sizes,
                                                          std::span<const Dispersion> measures,
                                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
