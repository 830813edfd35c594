#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::statistics {

/// Where a document stands in a comparison.
enum class Side : std::uint8_t { kNeither, kTarget, kReference };

/// N documents of a comparison, borrowed. Some are of the target and some of the reference.
struct SidesView {
  std::span<const double> sizes;        ///< N: tokens of each.
  std::span<const std::uint8_t> sides;  ///< N: a Side each.
};

/// Checks that sizes are finite and not negative, that sides are such, and that both have documents
/// and tokens. O(N).
/// @throws std::invalid_argument  naming the argument, the row and the value.
void check(const SidesView& documents);

struct ResamplingOptions {
  std::int64_t n_samples = 999;  ///< At least 1.
  std::uint64_t seed = 0;        ///< The same numbers for the same seed on every machine.
  double alpha = 0.05;           ///< 1 - the confidence of intervals, in (0, 1).
  /// About so many bytes hold documents exchanged or drawn, batch after batch, each at least one,
  /// and as many the ends of the intervals of terms. No result depends on it.
  std::int64_t batch_bytes = std::int64_t{1} << 26;
};

/// Whether V terms come more often, or less, in the target than in the reference: the share of
/// random exchanges of documents between the two, the numbers of documents kept, whose difference
/// |O11 / C1 - O12 / C2| is at least that observed, the observed being one of them. NaN for a term
/// that neither side has.
///
/// Documents are exchanged whole, so that a word that comes often in few of them is no evidence of
/// many. O(nnz * samples), and batch_bytes; the same bytes for any number of threads.
///
/// Source: Lijffijt et al., "Significance testing of word frequencies in corpora", Digital
/// Scholarship in the Humanities 31(2), 2016; Phipson and Smyth, "Permutation p-values should never
/// be zero", Statistical Applications in Genetics and Molecular Biology 9(1), 2010.
///
/// @param counts  V terms x N documents, such as pass `check_counts`. Value is std::int32_t or
///                double.
/// @throws std::invalid_argument  if an option is out of range, or documents are not N.
template <typename Value>
[[nodiscard]] std::vector<double> permutation_p(const terms::CsrView<Value>& counts,
                                                const SidesView& documents,
                                                const ResamplingOptions& options,
                                                const parallel::LoopOptions& loop);

struct Intervals {
  std::vector<double> low;   ///< V.
  std::vector<double> high;  ///< V.
};

/// The percentile intervals of the log ratio log2((O11 / C1) / (O12 / C2)), a count of 0 taken for
/// 1/2, of V terms, when the documents of each side are drawn anew with replacement. NaN for a term
/// that neither side has. O(nnz * samples) and twice batch_bytes, whatever the documents, terms and
/// samples; where the ends of all intervals do not fit, documents are drawn again for each block of
/// terms. Arguments as above.
///
/// Source: Efron, "Bootstrap methods: another look at the jackknife", Annals of Statistics 7(1),
/// 1979; percentiles interpolated linearly, type 7 of Hyndman and Fan 1996.
template <typename Value>
[[nodiscard]] Intervals bootstrap_log_ratio(const terms::CsrView<Value>& counts,
                                            const SidesView& documents,
                                            const ResamplingOptions& options,
                                            const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
