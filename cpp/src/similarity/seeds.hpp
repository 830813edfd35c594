#pragma once

#include <cstdint>

#include "broadsheet/terms/hash.hpp"

namespace broadsheet::similarity {

/// What a family of hashes calls its `place`-th member: numbers that look unlike each other for any
/// two places or seeds. Source: as terms::mix_bits, whose generator this is.
[[nodiscard]] constexpr std::uint64_t member_key(std::uint64_t seed, std::uint64_t place) {
  return terms::mix_bits(seed + (place + 1) * 0x9E3779B97F4A7C15);
}

/// The key of the hashes of words.
[[nodiscard]] constexpr terms::HashKey hash_key(std::uint64_t seed) {
  constexpr std::uint64_t kWords = 0x736869'6E676C65;  // Unlike the seeds of sketches.
  return {member_key(seed ^ kWords, 0), member_key(seed ^ kWords, 1)};
}

}  // namespace broadsheet::similarity
