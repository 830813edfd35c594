#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/character_ngrams.hpp"

namespace broadsheet::terms {

// The units of a run of m characters are, for each place where an n-gram begins, the longest that
// begins there: of `hi` characters, or at the end of the run of fewer, and not fewer than `lo`. All
// other n-grams are beginnings of these. Within words, a run of fewer than `lo` is one unit.
//
// A key is a unit as one value; keys are in the order of the code points of their units.

/// How many units a run has.
[[nodiscard]] inline std::size_t count_units(std::size_t n_characters,
                                             const CharacterNgramRules& rules) {
  const auto lo = static_cast<std::size_t>(rules.lo);
  if (n_characters >= lo) return n_characters - lo + 1;
  return rules.within_words ? 1 : 0;
}

/// 128 bits, the order that of numbers.
struct TwoWords {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  friend auto operator<=>(const TwoWords&, const TwoWords&) = default;
};

/// Keys of `hi` symbols of so many bits, the first symbol the highest; 0 where a unit is shorter.
/// Word is std::uint64_t or TwoWords. None is 0, since no symbol is.
template <typename Word>
class PackedKeys {
 public:
  using Key = Word;

  PackedKeys(const CharacterNgramRules& rules, int n_bits)
      : rules_(rules), n_bits_(n_bits), hi_(static_cast<std::size_t>(rules.hi)) {}

  [[nodiscard]] static bool can_hold(const CharacterNgramRules& rules, int n_bits) {
    return rules.hi <= static_cast<int>(8 * sizeof(Word)) / n_bits;
  }

  /// Calls `visit(key)` with each unit of a run of symbols.
  template <typename Visit>
  void for_each_unit(std::span<const std::uint32_t> run, const Visit& visit) const {
    const std::size_t n_units = count_units(run.size(), rules_);
    if (n_units == 0) return;
    const Word mask = low_bits(static_cast<std::size_t>(n_bits_) * hi_);
    Word key{};
    const std::size_t n_first = std::min(hi_ - 1, run.size());
    for (std::size_t i = 0; i < n_first; ++i) key = push(key, run[i], mask);
    for (std::size_t i = n_first; i + 1 < hi_; ++i) key = push(key, 0, mask);
    std::size_t at = 0;
    for (; at + hi_ <= run.size() && at < n_units; ++at) {
      key = push(key, run[at + hi_ - 1], mask);
      visit(key);
    }
    for (; at < n_units; ++at) {
      key = push(key, 0, mask);
      visit(key);
    }
  }

  /// Writes the symbols of a unit over what was there.
  void read(const Key& key, std::vector<std::uint32_t>& symbols) const {
    symbols.clear();
    for (std::size_t i = 0; i < hi_; ++i) {
      const std::uint32_t symbol = symbol_at(key, i);
      if (symbol == 0) return;
      symbols.push_back(symbol);
    }
  }

 private:
  static std::uint64_t low_bits_64(std::size_t n) {
    return n >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << n) - 1;
  }
  static Word low_bits(std::size_t n) {
    if constexpr (sizeof(Word) == 8) {
      return low_bits_64(n);
    } else {
      return {low_bits_64(n < 64 ? 0 : n - 64), low_bits_64(n)};
    }
  }

  [[nodiscard]] Word push(Word key, std::uint32_t symbol, Word mask) const {
    if constexpr (sizeof(Word) == 8) {
      return (key << n_bits_ | symbol) & mask;
    } else {
      return {(key.high << n_bits_ | key.low >> (64 - n_bits_)) & mask.high,
              (key.low << n_bits_ | symbol) & mask.low};
    }
  }

  [[nodiscard]] std::uint32_t symbol_at(const Word& key, std::size_t i) const {
    const std::size_t shift = static_cast<std::size_t>(n_bits_) * (hi_ - 1 - i);
    std::uint64_t bits = 0;
    if constexpr (sizeof(Word) == 8) {
      bits = key >> shift;
    } else if (shift >= 64) {
      bits = key.high >> (shift - 64);
    } else {
      bits = shift == 0 ? key.low : key.low >> shift | key.high << (64 - shift);
    }
    return static_cast<std::uint32_t>(bits & low_bits_64(static_cast<std::size_t>(n_bits_)));
  }

  const CharacterNgramRules& rules_;
  int n_bits_;
  std::size_t hi_;
};

/// Keys of any length: three bytes a symbol, the highest first.
class SpelledKeys {
 public:
  using Key = std::string_view;

  SpelledKeys(const CharacterNgramRules& rules, int) : rules_(rules) {}

  /// Calls `visit(key)` with each unit of a run of symbols; a key is valid until the next call.
  template <typename Visit>
  void for_each_unit(std::span<const std::uint32_t> run, const Visit& visit) {
    spelled_.clear();
    for (const std::uint32_t symbol : run) {
      for (const int shift : {16, 8, 0}) spelled_ += static_cast<char>(symbol >> shift & 0xFF);
    }
    const std::size_t n_units = count_units(run.size(), rules_);
    const auto hi = static_cast<std::size_t>(rules_.hi);
    for (std::size_t at = 0; at < n_units; ++at) {
      visit(std::string_view(spelled_).substr(3 * at, 3 * hi));
    }
  }

  static void read(Key key, std::vector<std::uint32_t>& symbols) {
    symbols.clear();
    const auto byte = [key](std::size_t i) {
      return std::uint32_t{static_cast<unsigned char>(key[i])};
    };
    for (std::size_t i = 0; i < key.size(); i += 3) {
      symbols.push_back(byte(i) << 16 | byte(i + 1) << 8 | byte(i + 2));
    }
  }

 private:
  const CharacterNgramRules& rules_;
  std::string spelled_;
};

}  // namespace broadsheet::terms
