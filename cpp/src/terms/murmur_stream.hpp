#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {

/// MurmurHash3 x86_32 of bytes that come in pieces; a copy goes on from where it was made.
class MurmurStream {
 public:
  explicit MurmurStream(std::uint32_t seed = 0) : hash_(seed) {}

  void append(std::string_view bytes) {
    length_ += static_cast<std::uint32_t>(bytes.size());
    std::size_t at = 0;
    for (; at + 4 <= bytes.size(); at += 4) push(read_little_endian(bytes.data() + at, 4), 4);
    push(read_little_endian(bytes.data() + at, bytes.size() - at), bytes.size() - at);
  }

  [[nodiscard]] std::int32_t finish() const {
    std::uint32_t hash = hash_;
    if (n_rest_ > 0) hash ^= mix_word(static_cast<std::uint32_t>(rest_));
    hash ^= length_;
    hash ^= hash >> 16;
    hash *= 0x85EBCA6B;
    hash ^= hash >> 13;
    hash *= 0xC2B2AE35;
    hash ^= hash >> 16;
    return std::bit_cast<std::int32_t>(hash);
  }

 private:
  /// Takes `n` bytes, at most 4, the first the least significant.
  void push(std::uint64_t bytes, std::size_t n) {
    rest_ |= bytes << 8 * n_rest_;
    n_rest_ += n;
    if (n_rest_ < 4) return;
    hash_ ^= mix_word(static_cast<std::uint32_t>(rest_));
    hash_ = std::rotl(hash_, 13) * 5 + 0xE6546B64;
    rest_ >>= 32;
    n_rest_ -= 4;
  }

  static std::uint32_t mix_word(std::uint32_t word) {
    return std::rotl(word * 0xCC9E2D51, 15) * 0x1B873593;
  }

  std::uint32_t hash_;
  std::uint32_t length_ = 0;
  std::uint64_t rest_ = 0;  // Bytes that do not fill a word yet.
  std::size_t n_rest_ = 0;  // Less than 4.
};

}  // namespace broadsheet::terms
