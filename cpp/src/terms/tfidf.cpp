#include "broadsheet/terms/tfidf.hpp"

#include <cmath>
#include <cstddef>

#include "weigh_rows.hpp"

namespace broadsheet::terms {
namespace {

double l1(std::span<const double> values) {
  double sum = 0;
  for (const double value : values) sum += std::abs(value);
  return sum;
}

void normalize(const WeighedRow& row, Norm norm) {
  switch (norm) {
    case Norm::kNone:
      return;
    case Norm::kL1:
      row.divide(l1(row.values));
      return;
    case Norm::kL2:
      row.divide(row.l2());
      return;
  }
}

}  // namespace

std::vector<double> idf(std::int64_t n_documents, std::span<const std::int64_t> documents,
                        const TfidfOptions& options) {
  std::vector<double> factors(documents.size(), 1.0);
  if (!options.use_idf) return factors;
  const double smooth = options.smooth_idf ? 1 : 0;
  const double n = static_cast<double>(n_documents) + smooth;
  for (std::size_t term = 0; term < documents.size(); ++term) {
    const double df = static_cast<double>(documents[term]) + smooth;
    factors[term] = df > 0 ? std::log(n / df) + 1 : 0;
  }
  return factors;
}

template <typename Weight, typename Count>
std::vector<Weight> weights(const CsrView<Count>& counts, std::span<const double> idf,
                            const TfidfOptions& options, const parallel::LoopOptions& loop) {
  return weigh_rows<Weight>(counts, idf, loop, [&](const WeighedRow& row) {
    if (options.sublinear_tf) {
      for (double& value : row.values) value = std::log(value) + 1;
    }
    row.multiply(idf);
    normalize(row, options.norm);
  });
}

#define INSTANTIATE(Weight, Count)                                                     \
  template std::vector<Weight> weights(const CsrView<Count>&, std::span<const double>, \
                                       const TfidfOptions&, const parallel::LoopOptions&);
BROADSHEET_FOR_EACH_WEIGHT_AND_COUNT(INSTANTIATE)
#undef INSTANTIATE

}  // namespace broadsheet::terms
