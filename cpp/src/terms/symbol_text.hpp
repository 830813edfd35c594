#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/character_ngrams.hpp"
#include "symbols.hpp"

namespace broadsheet::terms {

/// Reads texts as runs of symbols: folded, and each run of two or more white spaces as one space.
class SymbolText {
 public:
  SymbolText(const CharacterNgramRules& rules, const Symbols& symbols);

  /// The symbols of a text, which is valid UTF-8; they stay until the next call.
  [[nodiscard]] std::span<const std::uint32_t> read(std::string_view text);

 private:
  /// A symbol, and kSpace where it is white space.
  using Entry = std::uint32_t;
  static constexpr Entry kSpace = Entry{1} << 31;

  [[nodiscard]] Entry entry_of(char32_t value) const;

  const CharacterNgramRules& rules_;
  const Symbols& symbols_;
  std::array<Entry, 128> ascii_;  // Folded.
  std::string folded_;
  std::vector<std::uint32_t> run_;
};

}  // namespace broadsheet::terms
