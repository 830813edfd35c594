#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet::terms {

/// What the bytes of a text are to a preset, where letters and digits are words and white space
/// is ASCII's.
struct ByteClasses {
  std::array<char, 8> hard{};  ///< Bytes with a meaning of their own wherever they stand.
  std::array<char, 8>
      joiners{};              ///< Bytes with a meaning between two word bytes. Unused places
                              ///< of both repeat a used one, or hold a byte that is hard anyhow.
  bool has_low_line = false;  ///< Whether _ is a word byte.
};

inline constexpr std::size_t kBlockSize = 64;

/// Up to kMaxBlocks blocks of 64 bytes; bit i of a mask is byte i of the block.
struct ByteTile {
  static constexpr std::size_t kMaxBlocks = 64;
  static constexpr std::size_t kMaxBytes = kMaxBlocks * kBlockSize;
  using Masks = std::array<std::uint64_t, kMaxBlocks>;

  std::size_t n_blocks;
  Masks words;
  Masks spaces;
  Masks hard;
  Masks joiners;
  std::array<char, kMaxBytes + kBlockSize> lower;  ///< The bytes, in lower case if so asked.
};

/// Fills `tile` with the first bytes of `text`, at most kMaxBytes; what a block lacks is white
/// space. Bytes that are not ASCII are hard.
void fill_tile(std::string_view text, const ByteClasses& classes, bool lowercase, ByteTile& tile);

/// Makes joiners between word bytes hard. One in the first or the last place of the tile counts as
/// not between them.
void settle_joiners(ByteTile& tile);

[[nodiscard]] constexpr std::uint64_t bits_from(std::size_t bit) {
  return ~std::uint64_t{0} << bit;
}

/// `bit` may be 64.
[[nodiscard]] constexpr std::uint64_t bits_below(std::size_t bit) {
  return bit == kBlockSize ? ~std::uint64_t{0} : ~bits_from(bit);
}

/// The first place in [from, limit) whose bit is set, or `limit`.
[[nodiscard]] std::size_t next_set(const ByteTile::Masks& masks, std::size_t from,
                                   std::size_t limit);

}  // namespace broadsheet::terms
