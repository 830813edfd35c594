#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace broadsheet::terms {

/// What the bytes of a text are to a preset, where letters and digits are words and white space
/// is ASCII's. Every byte that is not ASCII is hard.
struct ByteClasses {
  std::array<char, 8> hard{};  ///< Bytes with a meaning of their own wherever they stand.
  std::array<char, 8>
      joiners{};              ///< Bytes with a meaning between two word bytes. Unused places
                              ///< of both repeat a used one, or hold a byte that is hard anyhow.
  bool has_low_line = false;  ///< Whether _ is a word byte.
};

inline constexpr std::size_t kBlockSize = 64;

/// Up to kMaxBlocks blocks of 64 bytes; bit i of a mask is byte i of the block.
struct AsciiTile {
  static constexpr std::size_t kMaxBlocks = 64;
  static constexpr std::size_t kMaxBytes = kMaxBlocks * kBlockSize;

  std::size_t n_blocks;
  std::array<std::uint64_t, kMaxBlocks> words;
  std::array<std::uint64_t, kMaxBlocks> spaces;
  std::array<std::uint64_t, kMaxBlocks> hard;      ///< Hard bytes, and joiners between word bytes.
  std::array<char, kMaxBytes + kBlockSize> lower;  ///< The bytes, in lower case if so asked.
};

/// Fills `tile` with the first bytes of `text`, at most kMaxBytes; what a block lacks is white
/// space. A joiner in the first or the last place of the tile counts as not between words.
void fill_tile(std::string_view text, const ByteClasses& classes, bool lowercase, AsciiTile& tile);

}  // namespace broadsheet::terms
