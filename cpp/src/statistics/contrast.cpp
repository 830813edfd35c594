#include "contrast.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "broadsheet/statistics/beta.hpp"
#include "broadsheet/statistics/normal.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

bool has_empty_corpus(const Contingency& table) {
  return !(table.column_1() > 0 && table.column_2() > 0);
}

bool has_ratio(const Contingency& table) {
  return !has_empty_corpus(table) && table.row_1() > 0;
}

/// Hardie's way with a count of 0.
double not_zero(double count) {
  return count == 0 ? 0.5 : count;
}

/// The bound of ln(p1 / p2) at which P(Poisson counts further out) is p; below, and above.
///
/// Given O11 + O12, O11 is binomial with odds C1 / C2 times the ratio; Clopper and Pearson 1934.
double lower_bound(const Contingency& table, double p) {
  if (table.o11 == 0) return -std::numeric_limits<double>::infinity();
  return beta_quantile_log_odds(p, table.o11, table.o12 + 1) +
         std::log(table.column_2() / table.column_1());
}

double upper_bound(const Contingency& table, double p) {
  return -lower_bound({table.o12, table.o11, table.o22, table.o21}, p);
}

}  // namespace

double log_ratio(const Contingency& table) {
  if (!has_ratio(table)) return kUndefined;
  return std::log2(not_zero(table.o11) / not_zero(table.o12) *
                   (table.column_2() / table.column_1()));
}

Confidence confidence(double alpha, double n_comparisons) {
  const double p = alpha / n_comparisons;
  return {p, p / 2, normal_upper_quantile(p / 2)};
}

double log_ratio_conservative(const Contingency& table, const Confidence& at) {
  if (!has_ratio(table)) return kUndefined;
  const double bound = table.determinant() >= 0 ? std::max(lower_bound(table, at.two_sided), 0.0)
                                                : std::min(upper_bound(table, at.two_sided), 0.0);
  return bound / std::numbers::ln2;
}

double log_ratio_conservative_normal(const Contingency& table, const Confidence& at) {
  if (!has_ratio(table)) return kUndefined;
  const double ratio = log_ratio(table) * std::numbers::ln2;
  const double variance = 1 / not_zero(table.o11) + 1 / not_zero(table.o12) - 1 / table.column_1() -
                          1 / table.column_2();
  const double margin = at.z * std::sqrt(std::max(variance, 0.0));
  const double bound = ratio >= 0 ? std::max(ratio - margin, 0.0) : std::min(ratio + margin, 0.0);
  return bound / std::numbers::ln2;
}

double log_ratio_conservative_positive(const Contingency& table, const Confidence& at) {
  if (!has_ratio(table)) return kUndefined;
  return lower_bound(table, at.one_sided) / std::numbers::ln2;
}

double percent_diff(const Contingency& table) {
  if (has_empty_corpus(table)) return kUndefined;
  // p1 - p2 is determinant / (C1 C2).
  return 100 * (table.determinant() / table.column_1()) / table.o12;
}

double difference_coefficient(const Contingency& table) {
  if (has_empty_corpus(table)) return kUndefined;
  return table.determinant() / (table.o11 * table.column_2() + table.o12 * table.column_1());
}

double simple_maths(const Contingency& table, double k) {
  if (has_empty_corpus(table)) return kUndefined;
  return (1e6 * (table.o11 / table.column_1()) + k) / (1e6 * (table.o12 / table.column_2()) + k);
}

}  // namespace broadsheet::statistics
