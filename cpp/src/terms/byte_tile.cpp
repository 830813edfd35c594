#include "byte_tile.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

// One source, compiled for several x86-64 levels; the best is chosen when the library is loaded.
// Not where the compiler, the C library or a sanitizer cannot follow.
#if defined(__x86_64__) && defined(__GLIBC__) && defined(__GNUC__) && !defined(__clang__) && \
    __GNUC__ >= 12 && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#define BROADSHEET_TARGET_CLONES \
  __attribute__((target_clones("arch=x86-64-v4", "arch=x86-64-v3", "default")))
#else
#define BROADSHEET_TARGET_CLONES
#endif

namespace broadsheet::terms {
namespace {

using Flags = std::array<std::uint8_t, kBlockSize>;  // Each 0 or 1.

/// Flag i as bit i. Eight flags are gathered at a time, by a product that brings the lowest bit
/// of each byte into the highest byte.
std::uint64_t pack(const Flags& flags) {
  std::uint64_t mask = 0;
  for (std::size_t i = 0; i < kBlockSize / 8; ++i) {
    std::uint64_t eight = 0;
    if constexpr (std::endian::native == std::endian::little) {
      std::memcpy(&eight, flags.data() + 8 * i, 8);
    } else {
      for (std::size_t j = 0; j < 8; ++j) eight |= std::uint64_t{flags[8 * i + j]} << 8 * j;
    }
    mask |= (eight * 0x0102040810204080 >> 56) << 8 * i;
  }
  return mask;
}

BROADSHEET_TARGET_CLONES
void classify_blocks(const char* bytes, std::size_t n_blocks, const ByteClasses& classes,
                     bool lowercase, char* lower, std::uint64_t* words, std::uint64_t* spaces,
                     std::uint64_t* hard, std::uint64_t* joiners) {
  const auto case_bit = static_cast<std::uint8_t>(lowercase ? 0x20 : 0);
  const auto low_line = static_cast<std::uint8_t>(classes.has_low_line ? '_' : 'a');
  for (std::size_t block = 0; block < n_blocks; ++block) {
    const char* const from = bytes + block * kBlockSize;
    char* const to = lower + block * kBlockSize;
    Flags is_word;
    Flags is_space;
    Flags is_hard;
    Flags is_joiner;
    for (std::size_t i = 0; i < kBlockSize; ++i) {
      const auto byte = static_cast<std::uint8_t>(from[i]);
      const auto letter = static_cast<std::uint8_t>((byte | 0x20) - 'a');
      const auto capital = static_cast<std::uint8_t>(byte - 'A');
      const auto digit = static_cast<std::uint8_t>(byte - '0');
      const auto control = static_cast<std::uint8_t>(byte - '\t');
      is_word[i] = (letter < 26) | (digit < 10) | (byte == low_line);
      is_space[i] = (byte == ' ') | (control < 5);
      to[i] = static_cast<char>(byte | (capital < 26 ? case_bit : 0));
    }
    for (std::size_t i = 0; i < kBlockSize; ++i) {
      const char byte = from[i];
      std::uint8_t found_hard = static_cast<std::uint8_t>(byte) >> 7;
      std::uint8_t found_joiner = 0;
      for (std::size_t k = 0; k < 8; ++k) {
        found_hard = static_cast<std::uint8_t>(found_hard | (byte == classes.hard[k]));
        found_joiner = static_cast<std::uint8_t>(found_joiner | (byte == classes.joiners[k]));
      }
      is_hard[i] = found_hard;
      is_joiner[i] = found_joiner;
    }
    words[block] = pack(is_word);
    spaces[block] = pack(is_space);
    hard[block] = pack(is_hard);
    joiners[block] = pack(is_joiner);
  }
}

}  // namespace

void fill_tile(std::string_view text, const ByteClasses& classes, bool lowercase, ByteTile& tile) {
  const std::size_t n_bytes = std::min(text.size(), ByteTile::kMaxBytes);
  const std::size_t n_whole = n_bytes / kBlockSize;
  const std::size_t n_rest = n_bytes % kBlockSize;
  tile.n_blocks = n_whole + (n_rest != 0);
  classify_blocks(text.data(), n_whole, classes, lowercase, tile.lower.data(), tile.words.data(),
                  tile.spaces.data(), tile.hard.data(), tile.joiners.data());
  if (n_rest != 0) {
    std::array<char, kBlockSize> last;
    last.fill(' ');
    std::memcpy(last.data(), text.data() + n_whole * kBlockSize, n_rest);
    classify_blocks(last.data(), 1, classes, lowercase, tile.lower.data() + n_whole * kBlockSize,
                    tile.words.data() + n_whole, tile.spaces.data() + n_whole,
                    tile.hard.data() + n_whole, tile.joiners.data() + n_whole);
  }
}

void settle_joiners(ByteTile& tile) {
  std::uint64_t before = 0;
  for (std::size_t block = 0; block < tile.n_blocks; ++block) {
    const std::uint64_t words = tile.words[block];
    const std::uint64_t after = block + 1 < tile.n_blocks ? tile.words[block + 1] << 63 : 0;
    tile.hard[block] |= tile.joiners[block] & (words << 1 | before) & (words >> 1 | after);
    before = words >> 63;
  }
}

std::size_t next_set(const ByteTile::Masks& masks, std::size_t from, std::size_t limit) {
  if (from >= limit) return limit;
  std::size_t block = from / kBlockSize;
  std::uint64_t bits = masks[block] & bits_from(from % kBlockSize);
  while (bits == 0) {
    if (++block * kBlockSize >= limit) return limit;
    bits = masks[block];
  }
  const auto place = block * kBlockSize + static_cast<std::size_t>(std::countr_zero(bits));
  return std::min(place, limit);
}

}  // namespace broadsheet::terms
