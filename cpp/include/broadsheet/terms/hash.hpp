#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace broadsheet::terms {

/// The secret of a keyed hash.
struct HashKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

/// A key that other processes, and other calls, do not know.
[[nodiscard]] HashKey random_key();

/// Spreads every bit of a number over all: what makes its neighbours look unlike it. No two numbers
/// give the same.
///
/// Source: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
[[nodiscard]] constexpr std::uint64_t mix_bits(std::uint64_t bits) {
  bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9;
  bits = (bits ^ bits >> 27) * 0x94D049BB133111EB;
  return bits ^ bits >> 31;
}

/// SipHash with one round a word and three at the end: nobody who does not know the key can choose
/// terms that collide. About twice the time of `fast_hash`.
///
/// Source: Aumasson and Bernstein, "SipHash: a fast short-input PRF", Indocrypt 2012.
[[nodiscard]] std::uint64_t sip_hash_13(std::string_view bytes, HashKey key);

/// The variant whose test vectors the paper prints: two rounds a word, four at the end.
[[nodiscard]] std::uint64_t sip_hash_24(std::string_view bytes, HashKey key);

/// The 16 bytes of a term of at most 16 bytes, filled up with zeros, and their number.
struct ShortTerm {
  std::uint64_t low = 0;   ///< Bytes 0 to 7, the first the least significant.
  std::uint64_t high = 0;  ///< Bytes 8 to 15.
  std::uint32_t length = 0;
};

/// The most bytes that a ShortTerm holds.
inline constexpr std::size_t kShortLength = 16;

/// `count` bytes, at most 8, as a number whose least significant byte is the first one.
[[nodiscard]] inline std::uint64_t read_little_endian(const char* bytes, std::size_t count) {
  std::uint64_t value = 0;
  if constexpr (std::endian::native == std::endian::little) {
    std::memcpy(&value, bytes, count);
  } else {
    for (std::size_t i = 0; i < count; ++i) {
      value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i;
    }
  }
  return value;
}

/// A short term from any memory; term.size() <= 16.
[[nodiscard]] ShortTerm to_short(std::string_view term);

/// The bits of the first `n` of 8 bytes.
[[nodiscard]] constexpr std::uint64_t low_bytes(std::size_t n) {
  return n >= 8 ? ~std::uint64_t{0} : (std::uint64_t{1} << 8 * n) - 1;
}

/// Of a term of n bytes, the bits of bytes 0 to 7 and of bytes 8 to 15.
struct ShortTermMask {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};
inline constexpr auto kShortTermMasks = [] {
  std::array<ShortTermMask, kShortLength + 1> masks;
  for (std::size_t n = 0; n < masks.size(); ++n) {
    masks[n] = {low_bytes(n), low_bytes(n < 8 ? 0 : n - 8)};
  }
  return masks;
}();

/// As `to_short`, where 16 bytes can be read from term.data(): no branch on the length, which
/// nobody can foretell.
[[nodiscard]] inline ShortTerm to_short_padded(std::string_view term) {
  const ShortTermMask& mask = kShortTermMasks[term.size()];
  return {read_little_endian(term.data(), 8) & mask.low,
          read_little_endian(term.data() + 8, 8) & mask.high,
          static_cast<std::uint32_t>(term.size())};
}

/// A hash without a key, for speed; the best bits are the highest. Terms that collide are easy to
/// choose, so whoever uses it watches for them, as Vocabulary does.
[[nodiscard]] constexpr std::uint64_t fast_hash(const ShortTerm& term) {
  std::uint64_t hash = term.low * 0x9E3779B97F4A7C15 + term.high * 0xC2B2AE3D27D4EB4F + term.length;
  hash ^= hash >> 32;
  hash *= 0xD6E8FEB86659FD93;
  return hash ^ hash >> 32;
}

/// The same for terms of any length; of short ones, equal to the hash above.
[[nodiscard]] std::uint64_t fast_hash(std::string_view term);

}  // namespace broadsheet::terms
