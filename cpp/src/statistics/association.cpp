#include "broadsheet/statistics/association.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "attraction.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/statistics/normal.hpp"
#include "contrast.hpp"
#include "names.hpp"
#include "significance.hpp"

namespace broadsheet::statistics {
namespace {

/// The options, and what is made of them once for all tables.
struct Setting {
  AssociationOptions options;
  Confidence confidence;
};

/// Gives `value` the sign of O11 - E11 if the options ask for it.
double with_sign(double value, const Contingency& table, const Setting& at) {
  if (!at.options.is_signed) return value;
  const double d = table.determinant();
  return d > 0 ? value : d < 0 ? -value : 0 * value;
}

/// -log10 of a probability given by its ln, never a negative 0.
double as_score(double log_p) {
  return 0 - log_p / std::numbers::ln10;
}

using Measure = double (*)(const Contingency&, const Setting&);
using Table = const Contingency&;
using At = const Setting&;

struct Entry {
  std::string_view name;
  Measure measure;
};

constexpr std::array kEntries = std::to_array<Entry>({
    {"log_likelihood", [](Table t, At at) { return with_sign(log_likelihood(t), t, at); }},
    {"log_likelihood_p", [](Table t, At) { return chi_squared_above(log_likelihood(t)); }},
    {"log_likelihood_2", [](Table t, At at) { return with_sign(log_likelihood_2(t), t, at); }},
    {"log_likelihood_2_p", [](Table t, At) { return chi_squared_above(log_likelihood_2(t)); }},
    {"chi_squared", [](Table t, At at) { return with_sign(chi_squared(t, 0), t, at); }},
    {"chi_squared_p", [](Table t, At) { return chi_squared_above(chi_squared(t, 0)); }},
    {"chi_squared_yates", [](Table t, At at) { return with_sign(chi_squared(t, 0.5), t, at); }},
    {"chi_squared_yates_p", [](Table t, At) { return chi_squared_above(chi_squared(t, 0.5)); }},
    {"fisher", [](Table t, At) { return std::exp(fisher_log_p(t, Side::kBoth)); }},
    {"fisher_greater", [](Table t, At) { return std::exp(fisher_log_p(t, Side::kGreater)); }},
    {"fisher_less", [](Table t, At) { return std::exp(fisher_log_p(t, Side::kLess)); }},
    {"fisher_score", [](Table t, At) { return as_score(fisher_log_p(t, Side::kGreater)); }},
    {"simple_ll", [](Table t, At at) { return with_sign(simple_ll(t), t, at); }},
    {"t_score", [](Table t, At) { return t_score(t); }},
    {"z_score", [](Table t, At) { return z_score(t); }},
    {"z_score_corrected", [](Table t, At) { return z_score_corrected(t); }},
    {"poisson_score", [](Table t, At) { return as_score(poisson_log_p(t)); }},
    {"poisson_stirling", [](Table t, At) { return poisson_stirling(t); }},
    {"lambda", [](Table t, At) { return lambda(t); }},
    {"lambda_z", [](Table t, At) { return lambda_z(t); }},
    {"bic", [](Table t, At) { return log_likelihood(t) - std::log(t.total()); }},
    {"log_ratio", [](Table t, At) { return log_ratio(t); }},
    {"log_ratio_conservative",
     [](Table t, At at) { return log_ratio_conservative(t, at.confidence); }},
    {"log_ratio_conservative_normal",
     [](Table t, At at) { return log_ratio_conservative_normal(t, at.confidence); }},
    {"log_ratio_conservative_positive",
     [](Table t, At at) { return log_ratio_conservative_positive(t, at.confidence); }},
    {"percent_diff", [](Table t, At) { return percent_diff(t); }},
    {"difference_coefficient", [](Table t, At) { return difference_coefficient(t); }},
    {"simple_maths", [](Table t, At at) { return simple_maths(t, at.options.k); }},
    {"odds_ratio", [](Table t, At) { return odds_ratio(t); }},
    {"log_odds_ratio", [](Table t, At) { return std::log(odds_ratio(t)); }},
    {"phi_squared", [](Table t, At) { return chi_squared(t, 0) / t.total(); }},
    {"delta_p", [](Table t, At) { return delta_p(t); }},
    {"delta_p_backward", [](Table t, At) { return delta_p_backward(t); }},
    {"mi", [](Table t, At) { return mutual_information(t, 1); }},
    {"mi2", [](Table t, At) { return mutual_information(t, 2); }},
    {"mi3", [](Table t, At) { return mutual_information(t, 3); }},
    {"mi_log_f", [](Table t, At) { return weighted_mutual_information(t, std::log1p(t.o11)); }},
    {"local_mi", [](Table t, At) { return weighted_mutual_information(t, t.o11); }},
    {"npmi", [](Table t, At) { return npmi(t); }},
    {"dice", [](Table t, At) { return dice(t); }},
    {"log_dice", [](Table t, At) { return 14 + std::log2(dice(t)); }},
    {"jaccard", [](Table t, At) { return jaccard(t); }},
    {"min_sensitivity", [](Table t, At) { return min_sensitivity(t); }},
    {"gmean", [](Table t, At) { return gmean(t); }},
});
static_assert(kEntries.size() == static_cast<std::size_t>(Association::kGmean) + 1);

constexpr auto kNames = names_of(kEntries);

}  // namespace

void check(const AssociationOptions& options) {
  constexpr double kLeast = 1e-200;  // Whose quantiles can still be computed.
  require(options.alpha > 0 && options.alpha < 1, "alpha must lie between 0 and 1, not ",
          options.alpha);
  require(std::isfinite(options.n_comparisons) && options.n_comparisons >= 1,
          "n_comparisons must be finite and at least 1, not ", options.n_comparisons);
  require(options.alpha / options.n_comparisons >= kLeast,
          "alpha / n_comparisons must be at least 1e-200, not ",
          options.alpha / options.n_comparisons);
  require(std::isfinite(options.k) && options.k > 0, "k must be finite and above 0, not ",
          options.k);
}

std::span<const std::string_view> association_names() {
  return kNames;
}

Association find_association(std::string_view name) {
  return find_name<Association>(kNames, name, "association");
}

std::vector<std::vector<double>> association(const ContingencyView& tables,
                                             std::span<const Association> measures,
                                             const AssociationOptions& options,
                                             const parallel::LoopOptions& call) {
  check(options);
  const Setting setting{options, confidence(options.alpha, options.n_comparisons)};
  std::vector<std::vector<double>> values(measures.size(), std::vector<double>(tables.size()));
  parallel::LoopOptions loop = call;
  loop.chunk_size = 1024;
  parallel::for_each_chunk(
      static_cast<std::int64_t>(tables.size()), loop, [&](const parallel::Chunk& chunk) {
        for (std::size_t i = 0; i < measures.size(); ++i) {
          const Measure measure = kEntries[static_cast<std::size_t>(measures[i])].measure;
          for (auto row = static_cast<std::size_t>(chunk.begin);
               row < static_cast<std::size_t>(chunk.end); ++row) {
            values[i][row] = measure(tables[row], setting);
          }
        }
      });
  return values;
}

}  // namespace broadsheet::statistics
