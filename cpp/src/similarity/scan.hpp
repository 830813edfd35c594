#pragma once

#include "comparison.hpp"

namespace broadsheet::similarity {

/// Finds similar rows by scoring every pair, in parallel over queries and blocks of candidates, so
/// that even one query keeps all threads busy.
template <typename Value>
void scan(const Comparison<Value>& comparison, const Sink<Value>& sink);

}  // namespace broadsheet::similarity
