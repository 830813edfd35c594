#pragma once

#include <cstdint>
#include <vector>

#include "broadsheet/article/zones.hpp"

namespace broadsheet::statistics {

/// Where sentences, and other parts of an article that are one, begin and end. Ascending.
[[nodiscard]] std::vector<std::int64_t> sentence_edges(const article::Zones& zones);

}  // namespace broadsheet::statistics
