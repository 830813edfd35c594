#include "broadsheet/terms/csr_view.hpp"

#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

struct Matrix {
  std::vector<std::int64_t> indptr = {0, 2, 2, 3};
  std::vector<std::int32_t> indices = {0, 2, 1};
  std::vector<double> values = {1, 2, 3};
  std::int32_t n_columns = 3;

  [[nodiscard]] CsrView<double> view() const { return {indptr, indices, values, n_columns}; }
};

std::string error_of(const Matrix& matrix) {
  try {
    check_counts(matrix.view());
  } catch (const std::invalid_argument& error) {
    return error.what();
  }
  return "";
}

TEST(CsrView, KnowsWhereRowsBeginAndEnd) {
  const Matrix matrix;
  EXPECT_EQ(matrix.view().n_rows(), 3);
  EXPECT_EQ(matrix.view().begin(2), 2);
  EXPECT_EQ(matrix.view().end(2), 3);
  EXPECT_EQ(error_of(matrix), "");
}

TEST(CsrView, NegativeValuesAreNoCountsButNoFaultOtherwise) {
  const Matrix matrix{.values = {1, -2, 3}};
  EXPECT_NO_THROW(check(matrix.view()));
  EXPECT_EQ(error_of(matrix), "counts must not be negative: row 0, column 2 holds -2");
}

TEST(CsrView, SaysWhichPromiseIsBroken) {
  EXPECT_EQ(error_of({.indptr = {}}),
            "indptr must have one place more than there are rows, not none");
  EXPECT_EQ(error_of({.indptr = {1, 2, 2, 3}}), "indptr must start at 0, not 1");
  EXPECT_EQ(error_of({.indptr = {0, 2, 1, 3}}),
            "indptr must not decrease: row 1 begins at 2 and ends at 1");
  EXPECT_EQ(error_of({.indptr = {0, 2}}), "indptr must end at the number of values, 3, not 2");
  EXPECT_EQ(error_of({.indices = {0, 2}}), "indices and values must have one length, not 2 and 3");
  EXPECT_EQ(error_of({.n_columns = 2}), "columns must lie in [0, 2): row 0 has column 2");
  EXPECT_EQ(error_of({.indices = {0, -2, 1}}), "columns must lie in [0, 3): row 0 has column -2");
  EXPECT_EQ(error_of({.indices = {2, 2, 1}}),
            "columns must ascend within a row: row 0 has 2 after 2");
  EXPECT_EQ(error_of({.values = {1, 2, std::nan("")}}),
            "values must be finite: row 2, column 1 holds nan");
  EXPECT_EQ(error_of({.n_columns = -1}), "n_columns must not be negative, not -1");
}

}  // namespace
}  // namespace broadsheet::terms
