#include "broadsheet/terms/smart.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "broadsheet/require.hpp"
#include "weigh_rows.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::string_view kTfLetters = "nlabLd";
constexpr std::string_view kDfLetters = "ntfp";
constexpr std::string_view kNormLetters = "ncub";

/// Logarithms to one base.
struct Log {
  double scale;  // 1 / ln(base); 1 exactly for the natural one.

  explicit Log(double base) : scale(base == std::numbers::e ? 1 : 1 / std::log(base)) {}
  double operator()(double value) const { return std::log(value) * scale; }
};

bool takes_logarithm(SmartTf tf) {
  return tf == SmartTf::kLogarithm || tf == SmartTf::kLogAverage || tf == SmartTf::kDoubleLog;
}

void require_whole(const WeighedRow& row) {
  for (std::size_t i = 0; i < row.values.size(); ++i) {
    require(row.values[i] == 0 || row.values[i] >= 1, "counts must be at least 1 under a ",
            "logarithm: row ", row.row, ", column ", row.columns[i], " holds ", row.values[i]);
  }
}

/// @return  The mean of the values above 0.
double mean_tf(const WeighedRow& row) {
  const auto n_terms = std::ranges::count_if(row.values, [](double value) { return value > 0; });
  return row.sum() / static_cast<double>(n_terms);
}

/// Replaces counts above 0 by what the first letter makes of them.
void weigh_tf(const WeighedRow& row, SmartTf tf, const Log& log) {
  if (takes_logarithm(tf)) require_whole(row);
  if (row.values.empty() || row.sum() == 0) return;
  const double largest = std::ranges::max(row.values);
  const double of_mean = tf == SmartTf::kLogAverage ? 1 + log(mean_tf(row)) : 1;
  for (double& value : row.values) {
    if (value == 0) continue;
    switch (tf) {
      case SmartTf::kNatural:
        break;
      case SmartTf::kLogarithm:
        value = 1 + log(value);
        break;
      case SmartTf::kAugmented:
        value = 0.5 + 0.5 * value / largest;
        break;
      case SmartTf::kBoolean:
        value = 1;
        break;
      case SmartTf::kLogAverage:
        value = (1 + log(value)) / of_mean;
        break;
      case SmartTf::kDoubleLog:
        value = 1 + log(1 + log(value));
        break;
    }
  }
}

double idf_of(double n, double df, SmartDf letter, const Log& log) {
  if (letter == SmartDf::kNone) return 1;
  if (df == 0) return 0;
  if (letter != SmartDf::kProbabilistic) return log(n / df);
  return df < n ? std::max(0.0, log((n - df) / df)) : 0;
}

template <typename Letter>
Letter read_letter(std::string_view letters, std::size_t place, std::string_view allowed,
                   std::string_view what) {
  require(allowed.find(letters[place]) != std::string_view::npos, "the ", what,
          " of a SMART scheme must be one of ", allowed, ", not '", letters[place], "' as in '",
          letters, "'");
  return static_cast<Letter>(letters[place]);
}

}  // namespace

SmartOptions smart_options(std::string_view letters) {
  require(letters.size() == 3, "a SMART scheme has three letters, not '", letters, "'");
  return {.tf = read_letter<SmartTf>(letters, 0, kTfLetters, "first letter"),
          .df = read_letter<SmartDf>(letters, 1, kDfLetters, "second letter"),
          .norm = read_letter<SmartNorm>(letters, 2, kNormLetters, "third letter")};
}

void check(const SmartOptions& options) {
  require(std::isfinite(options.log_base) && options.log_base > 1,
          "log_base must be finite and above 1, not ", options.log_base);
  require(options.slope >= 0 && options.slope <= 1, "slope must lie in [0, 1], not ",
          options.slope);
}

std::vector<double> idf(std::int64_t n_documents, std::span<const std::int64_t> documents,
                        const SmartOptions& options) {
  check(options);
  const Log log(options.log_base);
  std::vector<double> factors(documents.size());
  for (std::size_t term = 0; term < documents.size(); ++term) {
    factors[term] = idf_of(static_cast<double>(n_documents), static_cast<double>(documents[term]),
                           options.df, log);
  }
  return factors;
}

template <typename Weight, typename Count>
std::vector<Weight> weights(const CsrView<Count>& counts, std::span<const double> idf,
                            std::span<const double> n_bytes, double pivot,
                            const SmartOptions& options, const parallel::LoopOptions& loop) {
  check(options);
  const bool needs_bytes = options.norm == SmartNorm::kPivotedBytes;
  require(!needs_bytes || std::ssize(n_bytes) == counts.n_rows(),
          "n_bytes must have one place a row, ", counts.n_rows(), ", not ", n_bytes.size());
  const Log log(options.log_base);
  const double slope = options.slope;
  return weigh_rows<Weight>(counts, idf, loop, [&](const WeighedRow& row) {
    const auto n_terms = std::ranges::count_if(row.values, [](double tf) { return tf > 0; });
    weigh_tf(row, options.tf, log);
    row.multiply(idf);
    switch (options.norm) {
      case SmartNorm::kNone:
        break;
      case SmartNorm::kCosine:
        row.divide(row.l2());
        break;
      case SmartNorm::kPivotedUnique:
        if (pivot > 0) row.divide((1 - slope) * pivot + slope * static_cast<double>(n_terms));
        break;
      case SmartNorm::kPivotedBytes:
        if (pivot > 0) {
          row.divide((1 - slope) + slope * n_bytes[static_cast<std::size_t>(row.row)] / pivot);
        }
        break;
    }
  });
}

#define INSTANTIATE(Weight, Count)                                                           \
  template std::vector<Weight> weights(const CsrView<Count>&, std::span<const double>,       \
                                       std::span<const double>, double, const SmartOptions&, \
                                       const parallel::LoopOptions&);
BROADSHEET_FOR_EACH_WEIGHT_AND_COUNT(INSTANTIATE)
#undef INSTANTIATE

}  // namespace broadsheet::terms
