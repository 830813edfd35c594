#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "broadsheet/terms/tokenizer.hpp"

namespace broadsheet::terms {

/// What a code point is to the scan of easy words. "Word" in the names means what joins its like.
enum class WordKind : std::uint8_t {
  kWord,        ///< A letter or digit, which counts as it stands.
  kCapital,     ///< One that has a lower case of its own, and no other peculiarity.
  kFolded,      ///< One that takes the long way to its term, in which its neighbours count.
  kMark,        ///< Stays with what it follows.
  kFoldedMark,  ///< The same, and takes the long way.
  kKatakana,    ///< Joins its like alone.
  kSingle,      ///< A token by itself, as an ideograph is.
  kLowLine,     ///< Joins letters and digits before it to those behind, and itself to both.
  kMid,         ///< Joins letters or digits on both sides, or else stands for a break.
  kApostrophe,  ///< As kMid, and may start a possessive ending of any token.
  kHyphen,      ///< Joins tokens of any kind.
  kBreak,       ///< No part of a token, and no rule looks across it.
  kSpace,       ///< ASCII white space: the same, and no part of what it separates.
  kSoftBreak,   ///< No part of a token.
  kHard,        ///< All else: has a part in some rule.
};

/// The kinds of all code points under some options.
class WordKinds {
 public:
  explicit WordKinds(const TokenizerOptions& options);

  /// The kinds under `options`, made when first asked for. Rules do not matter: what may have a
  /// part in one that is off is hard as well.
  [[nodiscard]] static const WordKinds& of(const TokenizerOptions& options);

  [[nodiscard]] WordKind operator[](char32_t value) const {
    return value < kinds_.size() ? kinds_[value] : find(value);
  }

  /// The lower case of something of kind kCapital.
  [[nodiscard]] char32_t lower(char32_t capital) const {
    return capital < lower_.size() ? lower_[capital] : find_lower(capital);
  }

 private:
  [[nodiscard]] WordKind find(char32_t value) const;
  [[nodiscard]] static char32_t find_lower(char32_t capital);

  Preset preset_;
  bool lowercase_;
  Accents accents_;
  std::array<WordKind, 0x10000> kinds_;
  std::array<char16_t, 0x10000> lower_;
};

}  // namespace broadsheet::terms
