#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "broadsheet/text/texts.hpp"

namespace broadsheet::text {

/// N texts one behind the other: text i is bytes[offsets[i]] to bytes[offsets[i + 1]].
struct PackedTexts {
  std::vector<std::uint8_t> bytes;
  std::vector<std::int64_t> offsets;  ///< N + 1, from 0 to the number of bytes, never decreasing.
};

/// Copies texts into two arrays that can be written down. O(bytes).
[[nodiscard]] PackedTexts pack(const Texts& texts);

/// Texts in packed bytes, borrowed: the inverse of `pack`. O(bytes).
/// @param owner  What keeps the bytes alive; the offsets are only read.
/// @throws std::invalid_argument  if the offsets are not as above, or a text is not UTF-8.
[[nodiscard]] Texts unpack(std::span<const std::uint8_t> bytes,
                           std::span<const std::int64_t> offsets,
                           std::shared_ptr<const void> owner);

}  // namespace broadsheet::text
