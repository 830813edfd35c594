#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// Whether a term counts, or the first reason why not.
enum class Verdict : std::uint8_t { kKept, kTooShort, kTooLong, kNumber, kStopWord };

struct SelectionOptions {
  std::int64_t min_length = 1;                                         ///< Code points, at least 0.
  std::int64_t max_length = std::numeric_limits<std::int64_t>::max();  ///< At least min_length.
  bool numbers = true;                                                 ///< Whether numbers count.
};

/// Whether a term is a number: digits, the signs that stand with them, and at most
///   - one to three letters before a currency sign (US$5m),
///   - behind digits one of k, m, mn, mln, b, bn, bln, t, tn, trn (of scale), st, nd, rd, th (of
///     order), s (of decades), p, c, am, pm.
/// So are 250,000 and 3.9% and 2005-06 and 21st, not 5km or 10-year. Case does not matter.
[[nodiscard]] bool is_number(std::string_view term);

/// Whether a term is a word that a stemmer knows what to do with: letters, their marks,
/// apostrophes and hyphens, no address, tag, number or dotted abbreviation.
[[nodiscard]] bool is_stemmable(std::string_view term);

/// Says of each term whether it counts. O(bytes).
/// @throws std::invalid_argument  if an option is out of range.
[[nodiscard]] std::vector<Verdict> judge(const Vocabulary& terms, const SelectionOptions& options,
                                         const Vocabulary& stop_words);

/// The terms that count, and the way to them.
struct Selection {
  std::vector<std::int32_t> new_ids;  ///< V, each the id among `terms`, or -1.
  Vocabulary terms;                   ///< In the order of the ids before.
};

/// Leaves out the terms that do not count, and writes the others as their stems if there are any.
/// An empty stem does not count.
/// @param verdicts  V of them.
/// @param stems     V of them, in UTF-8, or none at all.
/// @throws std::invalid_argument  if there are others than V.
[[nodiscard]] Selection select_terms(const Vocabulary& terms, std::span<const Verdict> verdicts,
                                     std::span<const std::string_view> stems);

}  // namespace broadsheet::terms
