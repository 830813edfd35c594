#pragma once

#include "comparison.hpp"

namespace broadsheet::similarity {

/// Answers a question in the way that `search` names, and hands what was found to `sink`.
template <typename Value>
void find(const Comparison<Value>& comparison, Search search, const Sink<Value>& sink);

}  // namespace broadsheet::similarity
