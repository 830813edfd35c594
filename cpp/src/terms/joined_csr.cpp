#include "broadsheet/terms/joined_csr.hpp"

#include <cstddef>
#include <vector>

#include "broadsheet/require.hpp"
#include "joined_rows.hpp"
#include "new_columns.hpp"

namespace broadsheet::terms {
namespace {

template <typename Value>
void check_columns(std::span<const CsrView<Value>> parts, std::span<const NewNumbers> new_columns,
                   std::int32_t n_columns) {
  require(new_columns.size() == parts.size(), "new_columns must be of ", parts.size(),
          " parts, not of ", new_columns.size());
  for (std::size_t part = 0; part < parts.size(); ++part) {
    const std::int32_t n_old = parts[part].n_columns;
    if (!new_columns[part]) {
      require(n_old <= n_columns, "part ", part, " must have at most ", n_columns, " columns, not ",
              n_old);
      continue;
    }
    require(new_columns[part]->size() == static_cast<std::size_t>(n_old), "new_columns of part ",
            part, " must be of ", n_old, " columns, not of ", new_columns[part]->size());
    for (const std::int32_t column : *new_columns[part]) {
      require(0 <= column && column < n_columns, "new_columns of part ", part, " must lie in [0, ",
              n_columns, "), not be ", column);
    }
  }
}

}  // namespace

template <typename Value>
Csr<Value> join_rows(std::span<const CsrView<Value>> parts, std::span<const NewNumbers> new_columns,
                     std::int32_t n_columns, const parallel::LoopOptions& loop) {
  check_columns(parts, new_columns, n_columns);
  std::vector<std::span<const std::int64_t>> indptrs;
  std::vector<NewColumns> columns;
  for (std::size_t part = 0; part < parts.size(); ++part) {
    indptrs.push_back(parts[part].indptr);
    columns.emplace_back(new_columns[part] ? std::span(*new_columns[part])
                                           : std::span<const std::int32_t>());
  }
  const JoinedRows rows(std::move(indptrs));
  Csr<Value> joined{rows.indptr(), {}, {}, n_columns};
  joined.indices.resize(static_cast<std::size_t>(rows.n_values()));
  joined.values.resize(joined.indices.size());
  rows.for_each_run(loop, [&](const JoinedRows::Run& run) {
    for (std::int64_t row = run.begin; row < run.end; ++row) {
      const auto begin = static_cast<std::size_t>(rows.source(run.part, row));
      const auto n = static_cast<std::size_t>(rows.source(run.part, row + 1)) - begin;
      const auto place = static_cast<std::size_t>(rows.offset(run.part)) + begin;
      columns[run.part].write(parts[run.part].indices.subspan(begin, n),
                              parts[run.part].values.subspan(begin, n), &joined.indices[place],
                              &joined.values[place]);
    }
  });
  return joined;
}

#define BROADSHEET_JOIN_ROWS(Value)                                                           \
  template Csr<Value> join_rows(std::span<const CsrView<Value>>, std::span<const NewNumbers>, \
                                std::int32_t, const parallel::LoopOptions&);
BROADSHEET_JOIN_ROWS(std::int32_t)
BROADSHEET_JOIN_ROWS(float)
BROADSHEET_JOIN_ROWS(double)

}  // namespace broadsheet::terms
