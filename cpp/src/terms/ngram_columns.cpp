#include "ngram_columns.hpp"

namespace broadsheet::terms {

NgramColumns keep_columns(const NgramColumns& columns, std::span<const std::int32_t> kept,
                          std::vector<std::int32_t>& nearest) {
  NgramColumns result;
  nearest.assign(static_cast<std::size_t>(columns.size()), -1);
  auto next = kept.begin();
  for (std::int32_t column = 0; column < columns.size(); ++column) {
    std::int32_t& found = nearest[static_cast<std::size_t>(column)];
    const std::int32_t parent = columns.parent(column);
    found = parent < 0 ? -1 : nearest[static_cast<std::size_t>(parent)];
    if (next == kept.end() || *next != column) continue;
    ++next;
    result.push(found);
    found = result.size() - 1;
  }
  return result;
}

}  // namespace broadsheet::terms
