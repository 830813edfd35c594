#pragma once

#include <cstddef>
#include <cstdint>

#include "broadsheet/text/words.hpp"

// The generated tables. A two-stage table gives the value of code point c as
// Values[Blocks[c / 128] * 128 + c % 128]; equal blocks are stored once.
namespace broadsheet::text::tables {

extern const char* const kUnicodeVersion;

inline constexpr int kBlockShift = 7;
inline constexpr std::size_t kBlockMask = 127;

template <typename Block, typename Value>
[[nodiscard]] inline Value look_up(const Block* blocks, const Value* values, char32_t value) {
  const auto place = static_cast<std::size_t>(value);
  const std::size_t block = blocks[place >> kBlockShift];
  return values[block << kBlockShift | (place & kBlockMask)];
}

/// Bits of a set of properties, in the order of generate.py.
enum Property : std::uint16_t {
  kAlphabetic = 1 << 0,
  kLetter = 1 << 1,
  kNumeric = 1 << 2,
  kDecimal = 1 << 3,
  kUpper = 1 << 4,
  kLower = 1 << 5,
  kMark = 1 << 6,
  kSpace = 1 << 7,
  kPunctuation = 1 << 8,
  kSymbol = 1 << 9,
  kCurrency = 1 << 10,
  kPictographic = 1 << 11,
  kCased = 1 << 12,
  kCaseIgnorable = 1 << 13,
  kAssigned = 1 << 14,
};

extern const std::uint16_t kPropertyBlocks[];
extern const std::uint8_t kPropertyValues[];
extern const std::uint16_t kPropertySets[];

/// True where `value` has one of the properties whose bits are given.
[[nodiscard]] inline bool has_property(char32_t value, unsigned properties) {
  return (kPropertySets[look_up(kPropertyBlocks, kPropertyValues, value)] & properties) != 0;
}

/// Values of Grapheme_Cluster_Break; Extended_Pictographic, which is none, stands last.
enum class GraphemeBreak : std::uint8_t {
  kOther,
  kCr,
  kLf,
  kControl,
  kExtend,
  kZwj,
  kRegionalIndicator,
  kPrepend,
  kSpacingMark,
  kL,
  kV,
  kT,
  kLv,
  kLvt,
  kPictographic,
};

/// Values of Sentence_Break.
enum class SentenceBreak : std::uint8_t {
  kOther,
  kCr,
  kLf,
  kSep,
  kExtend,
  kFormat,
  kSp,
  kLower,
  kUpper,
  kOLetter,
  kNumeric,
  kATerm,
  kSTerm,
  kClose,
  kSContinue,
};

extern const std::uint8_t kGraphemeBlocks[];
extern const std::uint8_t kGraphemeValues[];
extern const std::uint8_t kWordBlocks[];
extern const std::uint8_t kWordValues[];
extern const std::uint8_t kSentenceBlocks[];
extern const std::uint8_t kSentenceValues[];

[[nodiscard]] inline GraphemeBreak grapheme_break(char32_t value) {
  return static_cast<GraphemeBreak>(look_up(kGraphemeBlocks, kGraphemeValues, value));
}
[[nodiscard]] inline WordBreak word_break(char32_t value) {
  return static_cast<WordBreak>(look_up(kWordBlocks, kWordValues, value));
}
// ASCII is the first block, which is stored first.
[[nodiscard]] inline WordBreak ascii_word_break(unsigned char byte) {
  return static_cast<WordBreak>(kWordValues[byte]);
}
[[nodiscard]] inline SentenceBreak ascii_sentence_break(unsigned char byte) {
  return static_cast<SentenceBreak>(kSentenceValues[byte]);
}
[[nodiscard]] inline SentenceBreak sentence_break(char32_t value) {
  return static_cast<SentenceBreak>(look_up(kSentenceBlocks, kSentenceValues, value));
}

// Case mappings: a value below DeltaCount is the place of a difference to add, and one above it,
// less DeltaCount, that of a sequence of three in Sequences, padded by zeros.
extern const std::uint8_t kLowerBlocks[];
extern const std::uint8_t kLowerValues[];
extern const std::size_t kLowerDeltaCount;
extern const std::int32_t kLowerDeltas[];
extern const std::uint16_t kLowerSequences[];
extern const std::uint8_t kFoldBlocks[];
extern const std::uint8_t kFoldValues[];
extern const std::size_t kFoldDeltaCount;
extern const std::int32_t kFoldDeltas[];
extern const std::uint16_t kFoldSequences[];

// Full decompositions, but of Hangul: places in kDecompositions of a length and as many code
// points; 0 is none. Compositions are sorted rows of first, second and composite.
extern const std::uint8_t kCanonicalBlocks[];
extern const std::uint16_t kCanonicalValues[];
extern const std::uint8_t kCompatibilityBlocks[];
extern const std::uint16_t kCompatibilityValues[];
extern const std::uint32_t kDecompositions[];
extern const std::size_t kCompositionCount;
extern const std::uint32_t kCompositions[];

/// Flags of a code point above its combining class, which is the low byte, in the order of
/// generate.py. A text without the flag of a form is in that form, if its marks are in order.
enum NormalFlag : std::uint16_t {
  kCombiningClass = 0xFF,
  kMayChangeInNfc = 1 << 8,
  kChangesInNfd = 1 << 9,
  kMayChangeInNfkc = 1 << 10,
  kChangesInNfkd = 1 << 11,
  kJoinsCanonically = 1 << 12,  ///< May combine or change places with what comes before.
  kJoinsCompatibly = 1 << 13,   ///< The same after compatibility decomposition.
  kIsNonspacing = 1 << 14,      ///< General category Mn.
};

extern const std::uint8_t kNormalBlocks[];
extern const std::uint8_t kNormalValues[];
extern const std::uint16_t kNormalClasses[];

[[nodiscard]] inline std::uint16_t normal_class(char32_t value) {
  return kNormalClasses[look_up(kNormalBlocks, kNormalValues, value)];
}

}  // namespace broadsheet::text::tables
