#include "broadsheet/terms/csr_view.hpp"

#include <cmath>
#include <cstddef>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {
namespace {

template <typename Value>
bool is_finite([[maybe_unused]] Value value) {
  if constexpr (std::is_floating_point_v<Value>) {
    return std::isfinite(value);
  } else {
    return true;
  }
}

template <typename Value>
void check_indptr(const CsrView<Value>& matrix) {
  const auto nnz = static_cast<std::int64_t>(matrix.values.size());
  require(!matrix.indptr.empty(), "indptr must have one place more than there are rows, not none");
  require(matrix.indptr.front() == 0, "indptr must start at 0, not ", matrix.indptr.front());
  for (std::int64_t row = 0; row < matrix.n_rows(); ++row) {
    require(matrix.begin(row) <= matrix.end(row), "indptr must not decrease: row ", row,
            " begins at ", matrix.begin(row), " and ends at ", matrix.end(row));
  }
  require(matrix.indptr.back() == nnz, "indptr must end at the number of values, ", nnz, ", not ",
          matrix.indptr.back());
  require(matrix.indices.size() == matrix.values.size(),
          "indices and values must have one length, not ", matrix.indices.size(), " and ", nnz);
}

/// Whether check_row has nothing to say of a row: a look without branches, which compilers turn
/// into one at many values at once.
template <typename Value>
bool is_sound(const CsrView<Value>& matrix, std::int64_t row) {
  const auto begin = static_cast<std::size_t>(matrix.begin(row));
  const auto end = static_cast<std::size_t>(matrix.end(row));
  if (begin == end) return true;
  const std::int32_t* columns = matrix.indices.data();
  const Value* values = matrix.values.data();
  bool is_sound = columns[begin] >= 0 && columns[end - 1] < matrix.n_columns;
  for (std::size_t at = begin; at + 1 < end; ++at) is_sound &= columns[at] < columns[at + 1];
  // What is not finite is not 0 times 0.
  if constexpr (std::is_floating_point_v<Value>) {
    for (std::size_t at = begin; at < end; ++at) is_sound &= values[at] * 0 == 0;
  }
  return is_sound;
}

template <typename Value>
void check_row(const CsrView<Value>& matrix, std::int64_t row) {
  std::int32_t previous = -1;
  for (std::int64_t place = matrix.begin(row); place < matrix.end(row); ++place) {
    const std::int32_t column = matrix.indices[static_cast<std::size_t>(place)];
    require(column >= 0 && column < matrix.n_columns, "columns must lie in [0, ", matrix.n_columns,
            "): row ", row, " has column ", column);
    require(column > previous, "columns must ascend within a row: row ", row, " has ", column,
            " after ", previous);
    const Value value = matrix.values[static_cast<std::size_t>(place)];
    require(is_finite(value), "values must be finite: row ", row, ", column ", column, " holds ",
            value);
    previous = column;
  }
}

}  // namespace

template <typename Value>
void check(const CsrView<Value>& matrix) {
  require(matrix.n_columns >= 0, "n_columns must not be negative, not ", matrix.n_columns);
  check_indptr(matrix);
  for (std::int64_t row = 0; row < matrix.n_rows(); ++row) {
    if (!is_sound(matrix, row)) check_row(matrix, row);
  }
}

template <typename Value>
void check_counts(const CsrView<Value>& counts) {
  check(counts);
  for (std::int64_t row = 0; row < counts.n_rows(); ++row) {
    for (std::int64_t place = counts.begin(row); place < counts.end(row); ++place) {
      const Value value = counts.values[static_cast<std::size_t>(place)];
      require(value >= 0, "counts must not be negative: row ", row, ", column ",
              counts.indices[static_cast<std::size_t>(place)], " holds ", value);
    }
  }
}

template void check(const CsrView<std::int32_t>&);
template void check(const CsrView<float>&);
template void check(const CsrView<double>&);
template void check_counts(const CsrView<std::int32_t>&);
template void check_counts(const CsrView<float>&);
template void check_counts(const CsrView<double>&);

}  // namespace broadsheet::terms
