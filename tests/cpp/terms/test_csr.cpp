#include "broadsheet/terms/csr.hpp"

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

TEST(Csr, IsAnEmptyMatrixAtFirst) {
  const Csr<double> matrix;
  EXPECT_EQ(matrix.view().n_rows(), 0);
  EXPECT_NO_THROW(check(matrix.view()));
}

TEST(Csr, LendsWhatItOwns) {
  const Csr<int> matrix{.indptr = {0, 1}, .indices = {4}, .values = {7}, .n_columns = 5};
  EXPECT_EQ(matrix.view().values.data(), matrix.values.data());
  EXPECT_EQ(matrix.view().n_columns, 5);
  EXPECT_NO_THROW(check(matrix.view()));
}

}  // namespace
}  // namespace broadsheet::terms
