#include "broadsheet/statistics/contingency.hpp"

#include <cmath>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {
namespace {

void check_cells(std::span<const double> cells, const char* name, std::size_t n_tables) {
  require(cells.size() == n_tables, name, " must have as many rows as o11, ", n_tables, ", not ",
          cells.size());
  for (std::size_t row = 0; row < cells.size(); ++row) {
    require(std::isfinite(cells[row]) && cells[row] >= 0, name,
            " must be finite and not negative: row ", row, " is ", cells[row]);
  }
}

}  // namespace

void check(const ContingencyView& tables) {
  check_cells(tables.o11, "o11", tables.size());
  check_cells(tables.o12, "o12", tables.size());
  check_cells(tables.o21, "o21", tables.size());
  check_cells(tables.o22, "o22", tables.size());
}

}  // namespace broadsheet::statistics
