#include "bit_counts.hpp"

#include <bit>

#include "broadsheet/target_clones.hpp"

namespace broadsheet::similarity {
namespace {

// 64 numbers written across a word of each digit, kWordsAtOnce words at once.
using Bits = std::uint64_t
    __attribute__((vector_size(kWordsAtOnce * sizeof(std::uint64_t)), aligned(8), may_alias));
constexpr std::size_t kDigits = 10;  // Of kMostColumns.
constexpr std::size_t kLanes = 16;
using Lanes =
    std::int32_t __attribute__((vector_size(kLanes * sizeof(std::int32_t)), aligned(4), may_alias));

/// Adds two digits: `digit` becomes the sum, `carry` what goes to the next one.
[[gnu::always_inline]] inline void half_add(Bits& digit, Bits& carry) {
  const Bits both = digit & carry;
  digit ^= carry;
  carry = both;
}

/// Adds three digits: `digit` becomes the sum, `carry` what goes to the next one.
[[gnu::always_inline]] inline void full_add(Bits& digit, const Bits& other, Bits& carry) {
  const Bits half = digit ^ other;
  const Bits both = (digit & other) | (half & carry);
  digit = half ^ carry;
  carry = both;
}

[[gnu::always_inline]] inline const Bits& load(const std::uint64_t* words) {
  return *reinterpret_cast<const Bits*>(words);
}

/// Adds the columns' kWordsAtOnce words from `word` on into digits.
[[gnu::always_inline]] inline void add_columns(std::span<const std::uint64_t* const> columns,
                                               std::size_t word, Bits (&digits)[kDigits]) {
  std::size_t i = 0;
  for (; i + 7 <= columns.size(); i += 7) {
    Bits first = load(columns[i] + word);
    Bits first_carry = load(columns[i + 1] + word);
    full_add(first, load(columns[i + 2] + word), first_carry);
    Bits second = load(columns[i + 3] + word);
    Bits second_carry = load(columns[i + 4] + word);
    full_add(second, load(columns[i + 5] + word), second_carry);
    Bits third_carry = load(columns[i + 6] + word);
    full_add(first, second, third_carry);
    Bits fours = third_carry;
    full_add(first_carry, second_carry, fours);
    // The seven are now `first` ones, `first_carry` twos and `fours`.
    half_add(digits[0], first);
    full_add(digits[1], first_carry, first);
    full_add(digits[2], fours, first);
    for (std::size_t digit = 3; digit < kDigits; ++digit) half_add(digits[digit], first);
  }
  for (; i < columns.size(); ++i) {
    Bits carry = load(columns[i] + word);
    for (std::size_t digit = 0; digit < kDigits; ++digit) half_add(digits[digit], carry);
  }
}

}  // namespace

BROADSHEET_TARGET_CLONES
void count_bits(std::span<const std::uint64_t* const> columns, std::size_t n_words,
                std::int32_t* counts) {
  const auto n_digits = static_cast<std::size_t>(std::bit_width(columns.size()));
  Lanes lane_bits = {};
  for (std::size_t lane = 0; lane < kLanes; ++lane) lane_bits[lane] = 1 << lane;
  for (std::size_t word = 0; word < n_words; word += kWordsAtOnce) {
    Bits digits[kDigits] = {};
    add_columns(columns, word, digits);
    for (std::size_t i = 0; i < kWordsAtOnce; ++i) {
      for (std::size_t quarter = 0; quarter < 4; ++quarter, counts += kLanes) {
        Lanes sums = *reinterpret_cast<const Lanes*>(counts);
        for (std::size_t digit = 0; digit < n_digits; ++digit) {
          const auto piece =
              static_cast<std::int32_t>((digits[digit][i] >> (16 * quarter)) & 0xFFFF);
          const Lanes is_set = (lane_bits & piece) != 0;  // -1 or 0.
          sums += is_set & (1 << digit);
        }
        *reinterpret_cast<Lanes*>(counts) = sums;
      }
    }
  }
}

}  // namespace broadsheet::similarity
