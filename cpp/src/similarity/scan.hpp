#pragma once

#include "comparison.hpp"

namespace broadsheet::similarity {

/// Finds neighbours by scoring every pair, in parallel over queries and blocks of candidates, so
/// that even one query keeps all threads busy.
template <typename Value>
[[nodiscard]] Neighbors<Value> scan(const Comparison<Value>& comparison);

}  // namespace broadsheet::similarity
