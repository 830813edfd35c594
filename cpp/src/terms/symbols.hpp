#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/character_ngrams.hpp"

namespace broadsheet::terms {

/// A set of code points.
class CodePointSet {
 public:
  CodePointSet() : bits_(kLimit / 64) {}

  void insert(char32_t value) { bits_[value / 64] |= std::uint64_t{1} << value % 64; }
  /// Adds the code points of valid UTF-8.
  void insert_all(std::string_view text);
  void insert_all(const CodePointSet& other);

  /// Calls `visit(value)` with each, in ascending order.
  template <typename Visit>
  void for_each(const Visit& visit) const {
    for (char32_t value = 0; value < kLimit; ++value) {
      if (bits_[value / 64] == 0) {
        value |= 63;
      } else if ((bits_[value / 64] >> value % 64 & 1) != 0) {
        visit(value);
      }
    }
  }

 private:
  static constexpr char32_t kLimit = 0x110000;

  std::vector<std::uint64_t> bits_;
};

/// The code points that texts have once they are folded; perhaps some more.
[[nodiscard]] CodePointSet find_folded(std::span<const std::string_view> texts,
                                       const CharacterNgramRules& rules,
                                       const parallel::LoopOptions& loop);

/// Code points as small numbers from 1, in their order.
class Symbols {
 public:
  explicit Symbols(const CodePointSet& code_points);

  /// The bits that hold any of them, and 0, which is none.
  [[nodiscard]] int n_bits() const noexcept { return n_bits_; }
  /// 0 where the code point has no number.
  [[nodiscard]] std::uint32_t number(char32_t value) const {
    return numbers_[std::size_t{pages_[value >> 8]} + (value & 0xFF)];
  }
  /// The code point numbered so; at least 1.
  [[nodiscard]] char32_t value(std::uint32_t number) const { return values_[number - 1]; }

 private:
  std::vector<char32_t> values_;
  std::vector<std::uint32_t> numbers_;         // In pages of 256; the first is of none.
  std::array<std::uint32_t, 0x1100> pages_{};  // Where each begins.
  int n_bits_ = 1;
};

}  // namespace broadsheet::terms
