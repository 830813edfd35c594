#pragma once

#include <cstdint>
#include <numbers>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::terms {

/// First letter: what a count tf above 0 becomes. A count of 0 stays 0.
enum class SmartTf : char {
  kNatural = 'n',     ///< tf.
  kLogarithm = 'l',   ///< 1 + log(tf).
  kAugmented = 'a',   ///< 0.5 + 0.5 tf / (largest tf of the document).
  kBoolean = 'b',     ///< 1.
  kLogAverage = 'L',  ///< (1 + log(tf)) / (1 + log(mean tf of the document's terms)).
  kDoubleLog = 'd',   ///< 1 + log(1 + log(tf)).
};

/// Second letter: the factor of a term that df of N documents hold.
enum class SmartDf : char {
  kNone = 'n',           ///< 1.
  kIdf = 't',            ///< log(N / df).
  kIdfToo = 'f',         ///< The same under its older letter (Salton and Buckley 1988).
  kProbabilistic = 'p',  ///< max(0, log((N - df) / df)).
};

/// Third letter: what the weights of a document are divided by.
enum class SmartNorm : char {
  kNone = 'n',           ///< 1.
  kCosine = 'c',         ///< The root of the sum of their squares.
  kPivotedUnique = 'u',  ///< (1 - slope) pivot + slope (terms of the document); the pivot is the
                         ///< mean number of terms of a document.
  kPivotedBytes = 'b',   ///< (1 - slope) + slope (bytes of the document) / pivot; the pivot is the
                         ///< mean number of bytes of a document.
};

/// A scheme of the SMART system.
///
/// Sources: Salton and Buckley, IP&M 24(5), 1988; Manning, Raghavan and Schuetze, "Introduction to
/// Information Retrieval", 2008, figure 6.15. L and u, with the slope 0.2: Singhal, Buckley and
/// Mitra, "Pivoted Document Length Normalization", SIGIR 1996. d and b: Singhal, Choi, Hindle,
/// Lewis and Pereira, "AT&T at TREC-7", 1998.
struct SmartOptions {
  SmartTf tf = SmartTf::kLogarithm;
  SmartDf df = SmartDf::kIdf;
  SmartNorm norm = SmartNorm::kCosine;
  double log_base = std::numbers::e;  ///< Of every logarithm above; finite and above 1.
  double slope = 0.2;                 ///< In [0, 1]; of the pivoted norms.
};

/// The scheme that three letters name, such as "ltc".
/// @throws std::invalid_argument  naming the place, the letters it may have, and the letters given.
[[nodiscard]] SmartOptions smart_options(std::string_view letters);

/// Checks the ranges that SmartOptions states.
/// @throws std::invalid_argument  naming the parameter and its value.
void check(const SmartOptions& options);

/// The factor of each of V terms by the second letter. A term of df 0 gets 0 where the formula
/// has no value.
/// @param documents  V document frequencies, each in [0, n_documents].
[[nodiscard]] std::vector<double> idf(std::int64_t n_documents,
                                      std::span<const std::int64_t> documents,
                                      const SmartOptions& options);

/// The weight of each stored count.
///
/// A row depends on no other row. Weight is float or double, Count std::int32_t, float or double.
/// O(nnz), the same for any number of threads.
/// @param counts   A matrix that passes `check_counts`. With l, L and d, counts above 0 must be at
///                 least 1: below that logarithms turn weights around or have no value.
/// @param idf      One factor a column.
/// @param n_bytes  Bytes of each row's document; may be empty unless the norm is kPivotedBytes.
/// @param pivot    Of the documents that were learned from; only for the pivoted norms. Where it
///                 is 0, all documents are average.
/// @throws std::invalid_argument  if sizes do not agree, an option is out of range, or a count
///         lies between 0 and 1 where it may not.
template <typename Weight, typename Count>
[[nodiscard]] std::vector<Weight> weights(const CsrView<Count>& counts, std::span<const double> idf,
                                          std::span<const double> n_bytes, double pivot,
                                          const SmartOptions& options,
                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
