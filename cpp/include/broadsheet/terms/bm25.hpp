#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::terms {

/// The published forms of BM25. With N documents, the document frequency df and the count tf of
/// a term, the length L of a document, A the mean length, and B = 1 - b + b L / A:
enum class Bm25Variant {
  /// ln(1 + (N - df + 1/2) / (df + 1/2)) * tf / (tf + k1 B): never negative.
  /// Source: Lucene since version 8, with exact lengths; Kamphuis, de Vries, Boytsov and Lin,
  /// "Which BM25 Do You Mean?", ECIR 2020.
  kLucene,
  /// ln((N - df + 1/2) / (df + 1/2)) * tf / (tf + k1 B): negative for a term in more than half of
  /// the documents, as printed.
  /// Source: Robertson and Zaragoza, "The Probabilistic Relevance Framework", FnTIR 3(4), 2009.
  kRobertson,
  /// ln(N / df) * (k1 + 1) tf / (tf + k1 B).
  /// Source: Trotman, Jia and Crane, "Towards an Efficient and Effective Search Engine", 2012.
  kAtire,
  /// ln((N + 1) / (df + 1/2)) * (k1 + 1)(c + delta) / (k1 + c + delta), c = tf / B.
  /// Source: Lv and Zhai, "When Documents Are Very Long, BM25 Fails!", SIGIR 2011.
  kBm25L,
  /// ln((N + 1) / df) * (delta + (k1 + 1) tf / (tf + k1 B)).
  /// Source: Lv and Zhai, "Lower-Bounding Term Frequency Normalization", CIKM 2011.
  kBm25Plus,
};

/// Free parameters; all are pure numbers.
struct Bm25Options {
  Bm25Variant variant = Bm25Variant::kLucene;
  double k1 = 1.2;     ///< Saturation of repeats, finite, at least 0; at 0 repeats do not count.
  double b = 0.75;     ///< Length correction in [0, 1]; at 0 length does not count.
  double delta = 0.5;  ///< Lower bound of kBm25L and kBm25Plus, finite, at least 0; else unused.
};

/// Checks the ranges that Bm25Options states.
/// @throws std::invalid_argument  naming the parameter and its value.
void check(const Bm25Options& options);

/// The delta that the paper of a variant recommends: 0.5 for kBm25L, 1 for kBm25Plus, else 0.
[[nodiscard]] double published_delta(Bm25Variant variant);

/// The idf of each of V terms, in nats, as the variant has it. A term of df 0 gets 0 where the
/// formula has no value.
/// @param documents  V document frequencies, each in [0, n_documents].
[[nodiscard]] std::vector<double> idf(std::int64_t n_documents,
                                      std::span<const std::int64_t> documents,
                                      const Bm25Options& options);

/// The weight of each stored count above 0, and 0 for a stored zero: terms that a document does
/// not hold weigh nothing in any variant.
///
/// A row depends on no other row. Weight is float or double, Count std::int32_t, float or double.
/// O(nnz), the same for any number of threads.
/// @param counts       A matrix that passes `check_counts`.
/// @param idf          One factor a column.
/// @param lengths      One a row, or none: then the length of a row is the sum of its counts.
/// @param mean_length  Of the documents that were learned from; where it is 0, all are average.
/// @throws std::invalid_argument  if sizes do not agree or an option is out of range.
template <typename Weight, typename Count>
[[nodiscard]] std::vector<Weight> weights(const CsrView<Count>& counts, std::span<const double> idf,
                                          std::span<const double> lengths, double mean_length,
                                          const Bm25Options& options,
                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
