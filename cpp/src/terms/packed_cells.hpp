#pragma once

#include <cstddef>
#include <cstdint>

#include "int_blocks.hpp"

namespace broadsheet::terms {

/// A row of numbers and counts, packed: most counts are 1, and such a number is stored as it is,
/// another as its complement, with its count behind it.
class PackedCells {
 public:
  PackedCells() = default;

  /// Packs the cells that `drain(visit)` calls `visit(number, count)` with, at most so many.
  template <typename Drain>
  PackedCells(IntBlocks& memory, std::size_t n_most, const Drain& drain) {
    std::int32_t* const begin = memory.reserve(2 * n_most + 1);
    std::int32_t* to = begin + 1;
    drain([&to](std::int32_t number, std::int32_t count) {
      *to++ = count == 1 ? number : ~number;
      if (count != 1) *to++ = count;
    });
    *begin = static_cast<std::int32_t>(to - begin - 1);
    cells_ = memory.commit(static_cast<std::size_t>(to - begin));
  }

  /// Calls `visit(number, count)` with each cell, in the order they came.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    const std::int32_t* const end = cells_ + 1 + *cells_;
    for (const std::int32_t* at = cells_ + 1; at != end; ++at) {
      if (*at >= 0) {
        visit(*at, std::int32_t{1});
      } else {
        const std::int32_t number = ~*at;
        visit(number, *++at);
      }
    }
  }

 private:
  const std::int32_t* cells_ = nullptr;  // How many integers follow, and they.
};

}  // namespace broadsheet::terms
