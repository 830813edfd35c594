#include "significance.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include "broadsheet/statistics/deviance.hpp"
#include "broadsheet/statistics/hypergeometric.hpp"
#include "broadsheet/statistics/poisson.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

double sign(double x) {
  return static_cast<double>(x > 0) - static_cast<double>(x < 0);
}

}  // namespace

// The plain sum. Deviances would keep more digits near 0, but the reference values of UCS, which
// this is held to, have the rounding of the plain sum: 1e-10 where N is 200,000.
double log_likelihood(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  const double n = table.total();
  const auto term = [n](double o, double row, double column) {
    return o == 0 ? 0 : o * std::log(o / (row * column / n));
  };
  const double sum = term(table.o11, table.row_1(), table.column_1()) +
                     term(table.o12, table.row_1(), table.column_2()) +
                     term(table.o21, table.row_2(), table.column_1()) +
                     term(table.o22, table.row_2(), table.column_2());
  return std::max(2 * sum, 0.0);
}

// Differences from E add up to 0, so this is the sum of deviances, of which none is negative.
double log_likelihood_2(const Contingency& table) {
  if (!(table.row_1() > 0 && table.column_1() > 0 && table.column_2() > 0)) return kUndefined;
  const double n = table.total();
  const double d = table.difference();
  return 2 * (deviance(d, table.row_1() * table.column_1() / n) +
              deviance(-d, table.row_1() * table.column_2() / n));
}

double chi_squared(const Contingency& table, double correction) {
  if (table.has_empty_margin()) return kUndefined;
  const double n = table.total();
  const double d = std::abs(table.difference()) - correction;
  return n * (n / table.row_1()) * (n / table.row_2()) * (d / table.column_1()) *
         (d / table.column_2());
}

double simple_ll(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return 2 * deviance(table.difference(), table.expected());
}

double fisher_log_p(const Contingency& table, Side side) {
  if (table.has_empty_margin() || !table.is_whole()) return kUndefined;
  const Hypergeometric drawn{table.column_1(), table.column_2(), table.row_1()};
  switch (side) {
    case Side::kBoth:
      return drawn.log_at_most_as_likely(table.o11);
    case Side::kGreater:
      return drawn.log_at_least(table.o11);
    case Side::kLess:
      return drawn.log_at_most(table.o11);
  }
  return kUndefined;
}

double poisson_log_p(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return poisson_log_at_least(table.o11, table.expected());
}

double poisson_stirling(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  if (table.o11 == 0) return 0;
  return table.o11 * (std::log(table.o11 / table.expected()) - 1) / std::numbers::ln10;
}

double z_score(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return table.difference() / std::sqrt(table.expected());
}

double z_score_corrected(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  const double d = table.difference();
  return (d - sign(d) / 2) / std::sqrt(table.expected());
}

double t_score(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return table.difference() / std::sqrt(table.o11);
}

double lambda(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return std::log((table.o11 + 0.5) / (table.o12 + 0.5)) +
         std::log((table.o22 + 0.5) / (table.o21 + 0.5));
}

double lambda_z(const Contingency& table) {
  const double variance =
      1 / (table.o11 + 0.5) + 1 / (table.o12 + 0.5) + 1 / (table.o21 + 0.5) + 1 / (table.o22 + 0.5);
  return lambda(table) / std::sqrt(variance);
}

}  // namespace broadsheet::statistics
