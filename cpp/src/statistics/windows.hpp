#pragma once

#include <cstdint>
#include <span>

#include "type_counts.hpp"

namespace broadsheet::statistics {

// Each is named and defined with Diversity. `counts` comes and goes empty.

[[nodiscard]] double msttr(std::span<const std::int32_t> tokens, std::int64_t window,
                           TypeCounts& counts);
[[nodiscard]] double mattr(std::span<const std::int32_t> tokens, std::int64_t window,
                           TypeCounts& counts);
[[nodiscard]] double mtld(std::span<const std::int32_t> tokens, double threshold,
                          TypeCounts& counts);

}  // namespace broadsheet::statistics
