#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::terms {

/// What the weights of a row are divided by: nothing, their sum of absolute values, or the root of
/// their sum of squares. A row of zeros stays as it is.
enum class Norm { kNone, kL1, kL2 };

struct TfidfOptions {
  bool use_idf = true;        ///< Off: the factor is 1.
  bool smooth_idf = true;     ///< As if one more document held every term.
  bool sublinear_tf = false;  ///< 1 + ln(count) in place of the count.
  Norm norm = Norm::kL2;
};

/// The idf of each of V terms, in nats:
///
///     ln((N + s) / (df + s)) + 1,  s = 1 if smooth_idf, else 0.
///
/// A term of df 0 gets 0 if it is not smoothed: the formula has no value there.
///
/// Source: scikit-learn, TfidfTransformer; its rounding too, hence the same bits where `log` is
/// the same.
/// @param documents  V document frequencies, each in [0, n_documents].
[[nodiscard]] std::vector<double> idf(std::int64_t n_documents,
                                      std::span<const std::int64_t> documents,
                                      const TfidfOptions& options);

/// The weight of each stored count: (1 + ln) count * idf, divided by the norm of the row.
///
/// A row depends on no other row. Weight is float or double, Count std::int32_t, float or double.
/// O(nnz), the same for any number of threads.
/// @param counts  A matrix that passes `check_counts`.
/// @param idf     One factor a column.
/// @throws std::invalid_argument  if `counts` has another number of columns.
template <typename Weight, typename Count>
[[nodiscard]] std::vector<Weight> weights(const CsrView<Count>& counts, std::span<const double> idf,
                                          const TfidfOptions& options,
                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
