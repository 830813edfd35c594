#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/contingency.hpp"

namespace broadsheet::statistics {

/// Measures of how strongly, or how surely, a table departs from independence.
///
/// Below, O are the cells of Contingency, R, C and N its sums, E the counts expected of
/// independence, d = O11 - E11, and p1 = O11 / C1, p2 = O12 / C2 how often the word comes in target
/// and reference. Every value follows the formula: where that grows without bound it is infinite,
/// where 0 / 0 is asked for it is the limit if the comment names one, else NaN. A table with an
/// empty row or column says nothing of association: NaN, but for measures that do not look at what
/// is empty.
enum class Association {
  // How surely: tests of independence.
  kLogLikelihood,  ///< G2 = 2 sum O ln(O / E), four cells. Dunning 1993, CL 19(1).
  kLogLikelihoodP,
  kLogLikelihood2,  ///< The same over O11 and O12 alone. Rayson and Garside 2000.
  kLogLikelihood2P,
  kChiSquared,  ///< sum (O - E)^2 / E = N d^2 N^2 / (R1 R2 C1 C2). Pearson 1900.
  kChiSquaredP,
  kChiSquaredYates,  ///< The same with |d| - 1/2 for |d|, as printed: not held above 0. Yates 1934.
  kChiSquaredYatesP,
  kFisher,           ///< Fisher's exact p, of tables no likelier; NaN for fractions. Pedersen 1996.
  kFisherGreater,    ///< P of O11 or more; NaN for fractions.
  kFisherLess,       ///< P of O11 or less; NaN for fractions.
  kFisherScore,      ///< -log10 of kFisherGreater, also where that is 0. Evert 2005, UCS.
  kSimpleLl,         ///< 2 (O11 ln(O11 / E11) - d). Evert 2008.
  kTScore,           ///< d / sqrt(O11). Church et al. 1991.
  kZScore,           ///< d / sqrt(E11). Dennis 1965; Berry-Rogghe 1973.
  kZScoreCorrected,  ///< The same with |d| - 1/2 for |d|, unless d is 0. Evert 2005, UCS.
  kPoissonScore,     ///< -log10 P(X >= O11) of a Poisson of mean E11. Evert 2005, UCS.
  kPoissonStirling,  ///< O11 (ln O11 - ln E11 - 1) / ln 10; 0 for 0. Quasthoff and Wolff 2002.
  kLambda,           ///< sum +-ln(O + 1/2), a log odds ratio. Blaheta and Johnson 2001.
  kLambdaZ,          ///< kLambda / sqrt(sum 1 / (O + 1/2)), Wald's z.
  kBic,              ///< kLogLikelihood - ln N. Wilson 2013.
  // How strongly, of a word in two corpora.
  kLogRatio,  ///< log2(p1 / p2), a count of 0 taken for 1/2; NaN if both are. Hardie 2014.
  kLogRatioConservative,        ///< The bound nearer 0 of its exact (Poisson) interval. Evert 2022.
  kLogRatioConservativeNormal,  ///< ... of its asymptotic interval. Hardie 2014, CQPweb.
  kLogRatioConservativePositive,  ///< The lower bound, one-sided, not held above 0. Evert 2022.
  kPercentDiff,                   ///< 100 (p1 - p2) / p2. Gabrielatos and Marchi 2011.
  kDifferenceCoefficient,         ///< (p1 - p2) / (p1 + p2). Hofland and Johansson 1982.
  kSimpleMaths,                   ///< (10^6 p1 + k) / (10^6 p2 + k). Kilgarriff 2009.
  // How strongly, of any two words.
  kOddsRatio,       ///< O11 O22 / (O12 O21). Pojanapunya and Todd 2016.
  kLogOddsRatio,    ///< ln of it.
  kPhiSquared,      ///< kChiSquared / N. Church and Gale 1991.
  kDeltaP,          ///< O11 / R1 - O21 / R2: of column 1 given row 1. Gries 2013.
  kDeltaPBackward,  ///< O11 / C1 - O12 / C2: of row 1 given column 1. Gries 2013.
  kMi,              ///< log2(O11 / E11). Church and Hanks 1990.
  kMi2,             ///< log2(O11^2 / E11). Daille 1994.
  kMi3,             ///< log2(O11^3 / E11). Daille 1994.
  kMiLogF,          ///< kMi * ln(O11 + 1); 0 for 0. Sketch Engine.
  kLocalMi,         ///< O11 * kMi; 0 for 0. Evert 2005.
  kNpmi,            ///< kMi / -log2(O11 / N); -1 for 0. Bouma 2009.
  kDice,            ///< 2 O11 / (R1 + C1). Smadja, McKeown and Hatzivassiloglou 1996.
  kLogDice,         ///< 14 + log2 of kDice. Rychly 2008.
  kJaccard,         ///< O11 / (O11 + O12 + O21). Evert 2005.
  kMinSensitivity,  ///< min(O11 / R1, O11 / C1). Pedersen and Bruce 1996.
  kGmean,           ///< O11 / sqrt(R1 C1). Evert 2005.
};

struct AssociationOptions {
  /// Whether kLogLikelihood, kLogLikelihood2, kChiSquared, kChiSquaredYates and kSimpleLl are
  /// negative where O11 is less than expected. Their p-values do not change.
  bool is_signed = false;
  double alpha = 0.05;       ///< 1 - the confidence of intervals, in (0, 1).
  double n_comparisons = 1;  ///< alpha is divided by it (Bonferroni); at least 1.
  double k = 1;              ///< Of kSimpleMaths, per million; above 0.
};

/// Checks the ranges that AssociationOptions states.
/// @throws std::invalid_argument  naming the parameter and its value.
void check(const AssociationOptions& options);

/// The names of the measures, `log_likelihood` for kLogLikelihood and so on, in their order.
[[nodiscard]] std::span<const std::string_view> association_names();

/// The measure of a name.
/// @throws std::invalid_argument  if there is none.
[[nodiscard]] Association find_association(std::string_view name);

/// The measures of n tables, one array a measure. O(n), but for the exact tests, whose time grows
/// with the standard deviation of O11. The same bytes for any number of threads.
/// @param tables  Such as pass `check`.
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] std::vector<std::vector<double>> association(const ContingencyView& tables,
                                                           std::span<const Association> measures,
                                                           const AssociationOptions& options,
                                                           const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
