#include "broadsheet/terms/counts.hpp"

#include <cstddef>

#include "broadsheet/require.hpp"
#include "count_rows.hpp"

namespace broadsheet::terms {

Csr<std::int32_t> counts(const TokenIdsView& tokens, std::span<const std::int32_t> columns,
                         std::int32_t n_columns, const parallel::LoopOptions& loop) {
  require(columns.size() == static_cast<std::size_t>(tokens.n_terms), "columns must have ",
          tokens.n_terms, " places, one a term, not ", columns.size());
  for (const std::int32_t column : columns) {
    require(column >= -1 && column < n_columns, "columns must be -1 or in [0, ", n_columns,
            "), not ", column);
  }
  const auto for_each_column = [&](std::int64_t document, const auto& visit) {
    for (const std::int32_t id : tokens.of(document)) {
      const std::int32_t column = columns[static_cast<std::size_t>(id)];
      if (column >= 0) visit(column);
    }
  };
  return RowCounter(tokens.n_documents(), n_columns, loop, for_each_column).count();
}

}  // namespace broadsheet::terms
