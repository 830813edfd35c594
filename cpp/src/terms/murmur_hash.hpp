#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {

/// Bytes that are read, and not hashed, behind those that are.
inline constexpr std::size_t kMurmurPadding = 3;

/// MurmurHash3 x86_32 of bytes of which more and more are known; see murmur_hash_3.
class MurmurRun {
 public:
  /// @param hash  What an earlier run had at `at`, or the seed.
  explicit MurmurRun(std::uint32_t hash = 0, std::size_t at = 0) : hash_(hash), at_(at) {}

  /// Takes in all words of 4 bytes that are whole within `n` bytes, which go on where those of
  /// earlier calls ended.
  void advance(const char* bytes, std::size_t n) {
    for (const std::size_t end = n & ~std::size_t{3}; at_ < end; at_ += 4) {
      hash_ = std::rotl(hash_ ^ mix(word_at(bytes)), 13) * 5 + 0xE6546B64;
    }
  }

  /// The hash of `n` bytes, after `advance` with them.
  /// @param bytes  Bytes of which kMurmurPadding more than `n` can be read.
  [[nodiscard]] std::int32_t finish(const char* bytes, std::size_t n) const {
    constexpr std::array<std::uint32_t, 4> kRest{0, 0xFF, 0xFFFF, 0xFFFFFF};
    std::uint32_t hash = hash_;
    if (n != at_) hash ^= mix(word_at(bytes) & kRest[n & 3]);
    hash ^= static_cast<std::uint32_t>(n);
    hash ^= hash >> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >> 13;
    hash *= 0xC2B2AE35;
    hash ^= hash >> 16;
    return std::bit_cast<std::int32_t>(hash);
  }

  /// What the whole words so far came to.
  [[nodiscard]] std::uint32_t hash() const { return hash_; }

 private:
  [[nodiscard]] std::uint32_t word_at(const char* bytes) const {
    return static_cast<std::uint32_t>(read_little_endian(bytes + at_, 4));
  }
  static constexpr std::uint32_t mix(std::uint32_t word) {
    return std::rotl(word * 0xCC9E2D51, 15) * 0x1B873593;
  }

  std::uint32_t hash_;
  std::size_t at_;  // A multiple of 4.
};

/// MurmurHash3 x86_32 of `n` bytes; see murmur_hash_3.
/// @param bytes  Bytes of which kMurmurPadding more than `n` can be read.
[[nodiscard]] inline std::int32_t murmur_hash_3_padded(const char* bytes, std::size_t n,
                                                       std::uint32_t seed = 0) {
  MurmurRun run(seed);
  run.advance(bytes, n);
  return run.finish(bytes, n);
}

}  // namespace broadsheet::terms
