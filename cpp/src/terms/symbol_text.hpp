#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/character_ngrams.hpp"
#include "symbols.hpp"

namespace broadsheet::terms {

/// Reads texts as runs of symbols: folded, and each run of white spaces as one space.
class SymbolText {
 public:
  SymbolText(const CharacterNgramRules& rules, const Symbols& symbols);

  /// The symbols of a text, which is valid UTF-8; they stay until the next call.
  [[nodiscard]] std::span<const std::uint32_t> read(std::string_view text);

 private:
  /// Appends a symbol, unless it is a space after another.
  void append(std::uint32_t symbol, bool is_space) {
    if (is_space && is_after_space_) {
      run_[n_ - 1] = space_;
    } else {
      run_[n_++] = symbol;
    }
    is_after_space_ = is_space;
  }

  const CharacterNgramRules& rules_;
  const Symbols& symbols_;
  std::array<std::uint32_t, 128> ascii_;  // Symbols of ASCII, folded.
  std::uint32_t space_;
  std::string folded_;
  std::vector<std::uint32_t> run_;
  std::size_t n_ = 0;
  bool is_after_space_ = false;
};

}  // namespace broadsheet::terms
