#include "broadsheet/terms/selected_csr.hpp"
#include "broadsheet/parallel/phases.hpp"

#include <cstddef>
#include <iterator>
#include <numeric>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "broadsheet/require.hpp"
#include "new_columns.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kRowsPerChunk = 1024;

template <typename Number>
void check_range(const char* name, std::span<const Number> numbers, std::int64_t n) {
  for (const Number number : numbers) {
    if (number >= 0 && number < n) continue;
    std::ostringstream message;
    message << name << " " << number << " is out of range for " << n << " " << name << "s";
    throw std::out_of_range(message.str());
  }
}

/// Rows of a matrix under new numbers of columns: measured first, then written.
template <typename Value, typename SourceOf>
Csr<Value> copy_rows(const CsrView<Value>& matrix, std::int64_t n_rows, const SourceOf& source_of,
                     const NewColumns& new_columns, std::int32_t n_columns,
                     const parallel::LoopOptions& call) {
  Csr<Value> copy{
      std::vector<std::int64_t>(static_cast<std::size_t>(n_rows) + 1), {}, {}, n_columns};
  const auto for_each_row = [&](int phase, const auto& visit) {
    const auto loop = loop_of({phase, 2, n_rows, n_rows}, call, kRowsPerChunk);
    parallel::for_each_chunk(n_rows, loop, [&](const parallel::Chunk& chunk) {
      for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
        const auto begin = static_cast<std::size_t>(matrix.begin(source_of(row)));
        const auto n = static_cast<std::size_t>(matrix.end(source_of(row))) - begin;
        visit(static_cast<std::size_t>(row), matrix.indices.subspan(begin, n),
              matrix.values.subspan(begin, n));
      }
    });
  };
  for_each_row(0, [&](std::size_t row, auto columns, auto) {
    copy.indptr[row + 1] = new_columns.count(columns);
  });
  std::partial_sum(copy.indptr.begin(), copy.indptr.end(), copy.indptr.begin());
  copy.indices.resize(static_cast<std::size_t>(copy.indptr.back()));
  copy.values.resize(copy.indices.size());
  for_each_row(1, [&](std::size_t row, auto columns, auto values) {
    new_columns.write(columns, values, copy.indices.data() + copy.indptr[row],
                      copy.values.data() + copy.indptr[row]);
  });
  return copy;
}

}  // namespace

template <typename Value>
Csr<Value> select_rows(const CsrView<Value>& matrix, std::span<const std::int64_t> rows,
                       const parallel::LoopOptions& loop) {
  check_range("row", rows, matrix.n_rows());
  return copy_rows(
      matrix, std::ssize(rows),
      [&](std::int64_t row) { return rows[static_cast<std::size_t>(row)]; }, NewColumns({}),
      matrix.n_columns, loop);
}

template <typename Value>
Csr<Value> select_columns(const CsrView<Value>& matrix, std::span<const std::int32_t> columns,
                          const parallel::LoopOptions& loop) {
  check_range("column", columns, matrix.n_columns);
  std::vector<std::int32_t> new_numbers(static_cast<std::size_t>(matrix.n_columns), -1);
  std::int32_t next = 0;
  for (const std::int32_t column : columns) {
    std::int32_t& number = new_numbers[static_cast<std::size_t>(column)];
    require(number < 0, "columns must be different, since their terms are: column ", column,
            " comes again");
    number = next++;
  }
  return copy_rows(
      matrix, matrix.n_rows(), [](std::int64_t row) { return row; }, NewColumns(new_numbers), next,
      loop);
}

Labels select_labels(const Labels& labels, std::span<const std::int32_t> columns) {
  check_range("column", columns, labels.size());
  Labels selected;
  selected.offsets.reserve(columns.size() + 1);
  for (const std::int32_t column : columns) {
    selected.bytes += labels.at(column);
    selected.offsets.push_back(std::ssize(selected.bytes));
  }
  return selected;
}

#define BROADSHEET_SELECT(Value)                                                           \
  template Csr<Value> select_rows(const CsrView<Value>&, std::span<const std::int64_t>,    \
                                  const parallel::LoopOptions&);                           \
  template Csr<Value> select_columns(const CsrView<Value>&, std::span<const std::int32_t>, \
                                     const parallel::LoopOptions&);
BROADSHEET_SELECT(std::int32_t)
BROADSHEET_SELECT(float)
BROADSHEET_SELECT(double)

}  // namespace broadsheet::terms
