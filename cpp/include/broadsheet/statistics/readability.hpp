#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace broadsheet::statistics {

/// What readability is made of.
enum class TextCount {
  kWords,
  kSentences,
  kLetters,
  kSyllables,
  kPolysyllables,    ///< Words of three or more syllables.
  kLongWords,        ///< Words of more than six letters.
  kUnfamiliarWords,  ///< Words that are not in a list of familiar ones.
};
inline constexpr std::size_t kNTextCounts = 7;

/// Formulas of how hard a text is to read, with W words, S sentences, L letters, Y syllables, and
/// P, G and U polysyllabic, long and unfamiliar words.
enum class Readability {
  kFlesch,             ///< 206.835 - 1.015 W/S - 84.6 Y/W. Flesch 1948.
  kFleschKincaid,      ///< 0.39 W/S + 11.8 Y/W - 15.59. Kincaid et al. 1975.
  kFog,                ///< 0.4 (W/S + 100 P/W). Gunning 1952.
  kSmog,               ///< 3.1291 + 1.0430 sqrt(30 P/S). McLaughlin 1969.
  kAri,                ///< 4.71 L/W + 0.5 W/S - 21.43. Smith and Senter 1967.
  kColemanLiau,        ///< 5.88 L/W - 29.6 S/W - 15.8. Coleman and Liau 1975, rounded.
  kColemanLiauCloze,   ///< 141.8401 - 21.459 L/W + 107.9812 S/W, per cent. Coleman and Liau 1975.
  kColemanLiauGrade,   ///< 23.06395 - 27.4004 of that / 100. Coleman and Liau 1975.
  kLix,                ///< W/S + 100 G/W. Bjoernsson 1968.
  kRix,                ///< G/S. Anderson 1983.
  kDaleChall,          ///< 15.79 U/W + 0.0496 W/S + 3.6365. Dale and Chall 1948.
  kDaleChallAdjusted,  ///< The same, 3.6365 only where more than 5 % are unfamiliar.
  kDaleChall1995,      ///< 64 - 95 U/W - 0.69 W/S. Chall and Dale 1995.
};

/// n texts, borrowed: an array a count, empty for one that is not known.
struct TextCountsView {
  std::array<std::span<const double>, kNTextCounts> counts;
  std::size_t n_texts = 0;

  [[nodiscard]] const std::span<const double>& operator[](TextCount count) const {
    return counts[static_cast<std::size_t>(count)];
  }
};

/// Checks that what is known is so of each text, finite and not negative. O(n).
/// @throws std::invalid_argument  naming the count, the row and the value.
void check(const TextCountsView& texts);

/// The names of counts, `words` for kWords and so on, and of formulas, in their order.
[[nodiscard]] std::span<const std::string_view> text_count_names();
[[nodiscard]] std::span<const std::string_view> readability_names();

/// The formula of a name.
/// @throws std::invalid_argument  if there is none.
[[nodiscard]] Readability find_readability(std::string_view name);

/// A score of each of n texts: NaN for a text without words or without sentences, and where a count
/// is asked for that is not known. O(n).
[[nodiscard]] std::vector<double> readability(const TextCountsView& texts, Readability formula);

}  // namespace broadsheet::statistics
