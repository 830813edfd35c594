#include "ngram_columns.hpp"

#include <cstddef>

namespace broadsheet::terms {

NgramColumns keep_columns(const NgramColumns& columns, std::span<const std::int32_t> kept,
                          std::vector<std::int32_t>& nearest) {
  NgramColumns result;
  nearest.assign(columns.parents.size(), -1);
  auto next = kept.begin();
  for (std::size_t column = 0; column < nearest.size(); ++column) {
    const std::int32_t parent = columns.parents[column];
    nearest[column] = parent < 0 ? -1 : nearest[static_cast<std::size_t>(parent)];
    if (next == kept.end() || static_cast<std::size_t>(*next) != column) continue;
    ++next;
    result.push(nearest[column]);
    nearest[column] = result.size() - 1;
  }
  return result;
}

}  // namespace broadsheet::terms
