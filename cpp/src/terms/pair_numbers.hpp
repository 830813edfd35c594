#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {

/// Two numbers of at least 0 as one, the first above the second.
[[nodiscard]] constexpr std::uint64_t to_pair(std::int32_t first, std::int32_t second) {
  return std::uint64_t{static_cast<std::uint32_t>(first)} << 32 |
         static_cast<std::uint32_t>(second);
}
[[nodiscard]] constexpr std::int32_t first_of(std::uint64_t pair) {
  return static_cast<std::int32_t>(pair >> 32);
}
[[nodiscard]] constexpr std::int32_t second_of(std::uint64_t pair) {
  return static_cast<std::int32_t>(pair);
}
/// Stands where there is no pair.
inline constexpr std::uint64_t kNoPair = ~std::uint64_t{0};

/// Distinct pairs, numbered from 0 in the order in which they come, with the number of documents
/// that hold each. Documents come one after the other.
///
/// A hash table with open addressing. Its hash is keyed at random, so nobody can choose pairs that
/// make it slow; numbers do not depend on the key.
class PairNumbers {
 public:
  PairNumbers() : key_(random_key()), slots_(kFirstSlots) {}

  /// Numbers pairs of one document, or some of them; -1 where there is none.
  /// @param numbers  Room for as many as there are pairs.
  /// @return  How many of them the document did not have yet.
  /// @throws std::overflow_error  at 2**31 pairs.
  std::int64_t add(std::span<const std::uint64_t> pairs, std::int32_t document,
                   std::int32_t* numbers);

  /// By number.
  [[nodiscard]] std::span<const std::uint64_t> pairs() const { return pairs_; }
  [[nodiscard]] std::span<const std::int32_t> n_documents() const { return n_documents_; }

 private:
  static constexpr std::size_t kFirstSlots = 1 << 10;

  struct Slot {
    std::uint64_t pair = kNoPair;  // Empty.
    std::int32_t number = 0;
    std::int32_t last_document = -1;  // The last that held the pair.
  };

  [[nodiscard]] std::size_t home_of(std::uint64_t pair) const {
    std::uint64_t hash = (pair ^ key_.first) * 0x9E3779B97F4A7C15;
    hash = (hash ^ hash >> 32) * (key_.second | 1);
    return hash >> shift_;
  }
  Slot& find(std::uint64_t pair);
  void make_room(std::size_t n_pairs);

  HashKey key_;
  LargeArray<Slot> slots_;  // A power of two, at most 7 of 10 taken.
  int shift_ = 64 - std::countr_zero(kFirstSlots);
  std::vector<std::uint64_t> pairs_;
  std::vector<std::int32_t> n_documents_;
};

}  // namespace broadsheet::terms
