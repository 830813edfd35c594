#pragma once

#include <cmath>
#include <cstddef>
#include <span>

namespace broadsheet::statistics {

/// A table of two words, or of a word in two corpora:
///
///                     column 1      column 2
///     row 1           o11           o12         row_1()
///     row 2           o21           o22         row_2()
///                     column_1()    column_2()  total()
///
/// For a word in two corpora the columns are the target and the reference, row 1 the word and row 2
/// all others (Rayson and Garside 2000). For a pair of words, row 1 and column 1 have the first and
/// the second word, row 2 and column 2 lack it (Evert 2005). Cells may be fractions.
struct Contingency {
  double o11 = 0;
  double o12 = 0;
  double o21 = 0;
  double o22 = 0;

  [[nodiscard]] double row_1() const noexcept { return o11 + o12; }
  [[nodiscard]] double row_2() const noexcept { return o21 + o22; }
  [[nodiscard]] double column_1() const noexcept { return o11 + o21; }
  [[nodiscard]] double column_2() const noexcept { return o12 + o22; }
  [[nodiscard]] double total() const noexcept { return row_1() + row_2(); }

  /// What o11 is expected to be where rows and columns are independent: E11.
  [[nodiscard]] double expected() const noexcept { return row_1() * column_1() / total(); }

  /// o11 o22 - o12 o21, to the last digits even where the products nearly cancel.
  /// Source: Kahan; Jeannerod, Louvet and Muller, Math. Comp. 82(284), 2013.
  [[nodiscard]] double determinant() const noexcept {
    const double product = o12 * o21;
    return std::fma(o11, o22, -product) + std::fma(-o12, o21, product);
  }

  /// o11 - E11; the other three cells differ from theirs by as much, o12 and o21 the other way.
  [[nodiscard]] double difference() const noexcept { return determinant() / total(); }

  /// Whether a row or a column is all zeros: such a table says nothing of association.
  [[nodiscard]] bool has_empty_margin() const noexcept {
    return !(row_1() > 0 && row_2() > 0 && column_1() > 0 && column_2() > 0);
  }

  /// Whether each cell is a whole number.
  [[nodiscard]] bool is_whole() const noexcept {
    return std::floor(o11) == o11 && std::floor(o12) == o12 && std::floor(o21) == o21 &&
           std::floor(o22) == o22;
  }
};

/// n tables, borrowed: one array a cell.
struct ContingencyView {
  std::span<const double> o11;
  std::span<const double> o12;
  std::span<const double> o21;
  std::span<const double> o22;

  [[nodiscard]] std::size_t size() const noexcept { return o11.size(); }
  [[nodiscard]] Contingency operator[](std::size_t row) const {
    return {o11[row], o12[row], o21[row], o22[row]};
  }
};

/// Checks that the arrays have one length and that cells are finite and not negative. O(n).
/// @throws std::invalid_argument  naming the cell, the row and the value.
void check(const ContingencyView& tables);

}  // namespace broadsheet::statistics
