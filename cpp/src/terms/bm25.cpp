#include "broadsheet/terms/bm25.hpp"

#include <cmath>
#include <cstddef>

#include "broadsheet/require.hpp"
#include "weigh_rows.hpp"

namespace broadsheet::terms {
namespace {

double idf_of(double n, double df, Bm25Variant variant) {
  switch (variant) {
    case Bm25Variant::kLucene:
      return std::log(1 + (n - df + 0.5) / (df + 0.5));
    case Bm25Variant::kRobertson:
      return std::log((n - df + 0.5) / (df + 0.5));
    case Bm25Variant::kAtire:
      return df > 0 ? std::log(n / df) : 0;
    case Bm25Variant::kBm25L:
      return std::log((n + 1) / (df + 0.5));
    case Bm25Variant::kBm25Plus:
      return df > 0 ? std::log((n + 1) / df) : 0;
  }
  return 0;
}

/// @param correction  B, the length correction of the document.
double tf_of(double tf, double correction, const Bm25Options& options) {
  if (tf == 0) return 0;
  const double k1 = options.k1;
  switch (options.variant) {
    case Bm25Variant::kLucene:
    case Bm25Variant::kRobertson:
      return tf / (tf + k1 * correction);
    case Bm25Variant::kAtire:
      return (k1 + 1) * tf / (tf + k1 * correction);
    case Bm25Variant::kBm25L: {
      const double c = tf / correction;
      // At b = 1 a length of 0 gives c = infinity; the limit is k1 + 1.
      return std::isinf(c) ? k1 + 1 : (k1 + 1) * (c + options.delta) / (k1 + c + options.delta);
    }
    case Bm25Variant::kBm25Plus:
      return options.delta + (k1 + 1) * tf / (tf + k1 * correction);
  }
  return 0;
}

}  // namespace

void check(const Bm25Options& options) {
  require(std::isfinite(options.k1) && options.k1 >= 0, "k1 must be finite and at least 0, not ",
          options.k1);
  require(options.b >= 0 && options.b <= 1, "b must lie in [0, 1], not ", options.b);
  require(std::isfinite(options.delta) && options.delta >= 0,
          "delta must be finite and at least 0, not ", options.delta);
}

double published_delta(Bm25Variant variant) {
  if (variant == Bm25Variant::kBm25L) return 0.5;
  return variant == Bm25Variant::kBm25Plus ? 1 : 0;
}

std::vector<double> idf(std::int64_t n_documents, std::span<const std::int64_t> documents,
                        const Bm25Options& options) {
  std::vector<double> factors(documents.size());
  for (std::size_t term = 0; term < documents.size(); ++term) {
    factors[term] = idf_of(static_cast<double>(n_documents), static_cast<double>(documents[term]),
                           options.variant);
  }
  return factors;
}

template <typename Weight, typename Count>
std::vector<Weight> weights(const CsrView<Count>& counts, std::span<const double> idf,
                            std::span<const double> lengths, double mean_length,
                            const Bm25Options& options, const parallel::LoopOptions& loop) {
  check(options);
  require(lengths.empty() || std::ssize(lengths) == counts.n_rows(),
          "lengths must have one place a row, ", counts.n_rows(), ", not ", lengths.size());
  return weigh_rows<Weight>(counts, idf, loop, [&](const WeighedRow& row) {
    const double length = lengths.empty() ? row.sum() : lengths[static_cast<std::size_t>(row.row)];
    const double relative = mean_length > 0 ? length / mean_length : 1;
    const double correction = 1 - options.b + options.b * relative;
    for (double& value : row.values) value = tf_of(value, correction, options);
    row.multiply(idf);
  });
}

#define INSTANTIATE(Weight, Count)                                                          \
  template std::vector<Weight> weights(const CsrView<Count>&, std::span<const double>,      \
                                       std::span<const double>, double, const Bm25Options&, \
                                       const parallel::LoopOptions&);
BROADSHEET_FOR_EACH_WEIGHT_AND_COUNT(INSTANTIATE)
#undef INSTANTIATE

}  // namespace broadsheet::terms
