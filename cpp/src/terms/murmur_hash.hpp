#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {

/// Bytes that are read, and not hashed, behind those that are.
inline constexpr std::size_t kMurmurPadding = 3;

/// MurmurHash3 x86_32 of `n` bytes; see murmur_hash_3.
/// @param bytes  Bytes of which kMurmurPadding more than `n` can be read.
[[nodiscard]] inline std::int32_t murmur_hash_3_padded(const char* bytes, std::size_t n,
                                                       std::uint32_t seed = 0) {
  constexpr std::array<std::uint32_t, 4> kRest{0, 0xFF, 0xFFFF, 0xFFFFFF};
  const auto word_at = [bytes](std::size_t at) {
    return static_cast<std::uint32_t>(read_little_endian(bytes + at, 4));
  };
  const auto mix = [](std::uint32_t word) { return std::rotl(word * 0xCC9E2D51, 15) * 0x1B873593; };
  std::uint32_t hash = seed;
  const std::size_t n_whole = n & ~std::size_t{3};
  for (std::size_t at = 0; at < n_whole; at += 4) {
    hash = std::rotl(hash ^ mix(word_at(at)), 13) * 5 + 0xE6546B64;
  }
  if (n != n_whole) hash ^= mix(word_at(n_whole) & kRest[n & 3]);
  hash ^= static_cast<std::uint32_t>(n);
  hash ^= hash >> 16;
  hash *= 0x85EBCA6B;
  hash ^= hash >> 13;
  hash *= 0xC2B2AE35;
  hash ^= hash >> 16;
  return std::bit_cast<std::int32_t>(hash);
}

}  // namespace broadsheet::terms
