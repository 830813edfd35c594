#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::statistics {

template <typename T>
void append_all(std::vector<T>& values, const std::vector<T>& more) {
  values.insert(values.end(), more.begin(), more.end());
}

/// Goes on with the places of another part, which begin at 0.
inline void append_indptr(std::vector<std::int64_t>& indptr, std::span<const std::int64_t> more) {
  const std::int64_t first = indptr.back();
  for (const std::int64_t place : more.subspan(1)) indptr.push_back(first + place);
}

}  // namespace broadsheet::statistics
