#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/terms/hash.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "prefetch.hpp"
#include "unit_keys.hpp"

namespace broadsheet::terms {

// Numbers of units, and how often each came in the text at hand. Three kinds with one interface:
// `number(key)` gives a key its number, new or old, `add(keys)` counts keys, `drain(visit)` calls
// `visit(number, count)` for those that were counted since, and `list()` gives all with their
// numbers, by key.

template <typename Key>
using NumberedKeys = std::vector<std::pair<Key, std::int32_t>>;

/// The key is the number: for keys of few bits, of which texts use a small part, close together.
class DirectNumbers {
 public:
  static constexpr int kMostBits = 24;

  /// @param n_bits  Of a key; at most kMostBits. The numbers take 4.1 bytes each.
  explicit DirectNumbers(int n_bits)
      : counts_(std::size_t{1} << n_bits), is_known_((counts_.size() + 63) / 64) {}

  void add(std::span<const std::uint64_t> keys) {
    for (const std::uint64_t key : keys) {
      if (counts_[key]++ == 0) counted_.push_back(static_cast<std::int32_t>(key));
    }
  }

  template <typename Visit>
  void drain(const Visit& visit) {
    for (const std::int32_t number : counted_) {
      const auto key = static_cast<std::size_t>(number);
      is_known_[key / 64] |= std::uint64_t{1} << key % 64;
      visit(number, std::exchange(counts_[key], 0));
    }
    counted_.clear();
  }

  [[nodiscard]] NumberedKeys<std::uint64_t> list() const {
    NumberedKeys<std::uint64_t> keys;
    for (std::uint64_t key = 0; key < counts_.size(); ++key) {
      const bool is_known = (is_known_[key / 64] >> key % 64 & 1) != 0;
      if (is_known) keys.emplace_back(key, static_cast<std::int32_t>(key));
    }
    return keys;
  }

 private:
  std::vector<std::int32_t> counts_;
  std::vector<std::uint64_t> is_known_;  // A bit a key.
  std::vector<std::int32_t> counted_;
};

/// A hash table with open addressing; counts stand in the slots, so that a look-up touches one
/// cache line. The hash is keyed by a number that nobody can foretell, so chosen texts cannot make
/// it slow.
template <typename Word>
class HashedNumbers {
 public:
  HashedNumbers() : slots_(std::size_t{1} << kFirstBits), key_(random_key()) {}

  std::int32_t number(const Word& key) { return slots_[find(key)].number; }

  void add(std::span<const Word> keys) {
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (i + kAhead < keys.size()) prefetch(&slots_[home_of(keys[i + kAhead])]);
      const std::size_t at = find(keys[i]);
      if (slots_[at].count++ == 0) counted_.push_back(at);
    }
  }

  template <typename Visit>
  void drain(const Visit& visit) {
    for (const std::size_t at : counted_) {
      visit(slots_[at].number, std::exchange(slots_[at].count, 0));
    }
    counted_.clear();
  }

  [[nodiscard]] NumberedKeys<Word> list() const {
    NumberedKeys<Word> keys;
    keys.reserve(n_keys_);
    for (const Slot& slot : slots_) {
      if (slot.key != Word{}) keys.emplace_back(slot.key, slot.number);
    }
    std::sort(keys.begin(), keys.end());
    return keys;
  }

 private:
  static constexpr int kFirstBits = 10;
  static constexpr std::size_t kAhead = 16;

  struct Slot {
    Word key{};  // 0: empty.
    std::int32_t number = 0;
    std::int32_t count = 0;
  };

  [[nodiscard]] std::size_t home_of(const Word& key) const {
    std::uint64_t hash = 0;
    if constexpr (sizeof(Word) == 8) {
      hash = (key ^ key_.first) * (key_.second | 1);
    } else {
      hash = (key.low ^ key_.first) * (key_.second | 1) + (key.high ^ key_.second) * kOdd;
    }
    hash ^= hash >> 32;
    return static_cast<std::size_t>(hash * kOdd >> shift_);
  }

  /// The slot of a key, which is taken if there was none.
  std::size_t find(const Word& key) {
    std::size_t at = probe(key);
    if (slots_[at].key != Word{}) return at;
    if (2 * (n_keys_ + 1) > slots_.size()) {
      grow();
      at = probe(key);
    }
    if (n_keys_ == std::numeric_limits<std::int32_t>::max()) {
      throw std::length_error("a thread can count at most 2147483647 different n-grams");
    }
    slots_[at] = {key, static_cast<std::int32_t>(n_keys_++), 0};
    return at;
  }

  [[nodiscard]] std::size_t probe(const Word& key) const {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = home_of(key);
    while (slots_[at].key != key && slots_[at].key != Word{}) at = (at + 1) & mask;
    return at;
  }

  void grow() {
    std::vector<Slot> slots(2 * slots_.size());
    slots_.swap(slots);
    --shift_;
    counted_.clear();
    for (const Slot& slot : slots) {
      if (slot.key == Word{}) continue;
      const std::size_t at = probe(slot.key);
      slots_[at] = slot;
      if (slot.count > 0) counted_.push_back(at);
    }
  }

  static constexpr std::uint64_t kOdd = 0xD6E8FEB86659FD93;

  std::vector<Slot> slots_;  // A power of two, at most half of them taken.
  HashKey key_;
  int shift_ = 64 - kFirstBits;
  std::size_t n_keys_ = 0;
  std::vector<std::size_t> counted_;
};

/// Numbers of keys of any length.
class SpelledNumbers {
 public:
  std::int32_t number(std::string_view key) {
    const std::int32_t number = vocabulary_.add(key);
    counts_.resize(static_cast<std::size_t>(vocabulary_.size()));
    return number;
  }

  void add(std::span<const std::string_view> keys) {
    for (const std::string_view key : keys) {
      const std::int32_t at = number(key);
      if (counts_[static_cast<std::size_t>(at)]++ == 0) counted_.push_back(at);
    }
  }

  template <typename Visit>
  void drain(const Visit& visit) {
    for (const std::int32_t at : counted_) {
      visit(at, std::exchange(counts_[static_cast<std::size_t>(at)], 0));
    }
    counted_.clear();
  }

  /// The keys are valid as long as this is not changed.
  [[nodiscard]] NumberedKeys<std::string_view> list() const {
    NumberedKeys<std::string_view> keys;
    for (const std::int32_t id : vocabulary_.sorted_ids()) {
      keys.emplace_back(vocabulary_.term(id), id);
    }
    return keys;
  }

 private:
  Vocabulary vocabulary_;
  std::vector<std::int32_t> counts_;
  std::vector<std::int32_t> counted_;
};

}  // namespace broadsheet::terms
