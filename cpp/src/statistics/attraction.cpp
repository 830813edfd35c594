#include "attraction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double odds_ratio(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return (table.o11 / table.o12) * (table.o22 / table.o21);
}

// A difference of two shares is the determinant over the product of what they are shares of.
double delta_p(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return table.determinant() / table.row_1() / table.row_2();
}

double delta_p_backward(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  return table.determinant() / table.column_1() / table.column_2();
}

double mutual_information(const Contingency& table, double power) {
  if (table.has_empty_margin()) return kUndefined;
  const double plain = std::log2(table.o11 / table.expected());
  return power == 1 ? plain : plain + (power - 1) * std::log2(table.o11);
}

double weighted_mutual_information(const Contingency& table, double factor) {
  if (table.has_empty_margin()) return kUndefined;
  return table.o11 == 0 ? 0 : factor * mutual_information(table, 1);
}

double npmi(const Contingency& table) {
  if (table.has_empty_margin()) return kUndefined;
  if (table.o11 == 0) return -1;
  return mutual_information(table, 1) / -std::log2(table.o11 / table.total());
}

double dice(const Contingency& table) {
  return 2 * table.o11 / (table.row_1() + table.column_1());
}

double jaccard(const Contingency& table) {
  return table.o11 / (table.o11 + table.o12 + table.o21);
}

double min_sensitivity(const Contingency& table) {
  return table.o11 / std::max(table.row_1(), table.column_1());
}

double gmean(const Contingency& table) {
  return table.o11 / std::sqrt(table.row_1() * table.column_1());
}

}  // namespace broadsheet::statistics
