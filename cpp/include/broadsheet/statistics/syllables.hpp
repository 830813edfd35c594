#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::statistics {

/// The number of syllables of an English word as it is spelt, at least 1. O(letters).
///
/// Runs of the vowels a, e, i, o, u and y are counted, after these rules:
/// - y beside a vowel that follows it, and u after q or in gua, gue, gui, are consonants unless a
///   consonant stands before the y;
/// - ia, io, iu, ua, uo, eo and ie, ea, ei, oi, ui before some endings are two syllables
///   ("vari-ous", "be-ing"), but not in endings such as -tion, -cial and -gion;
/// - e is silent at the end, in -es and in -ed, unless the consonant before it needs it ("hous-es",
///   "want-ed", "ta-ble", "a-cre"), and before endings such as -ly, -ful and -ment;
/// - -sm after a vowel and 's after a hiss are syllables of their own;
/// - a word without vowels is spelt out ("Mr", "TV"), and a digit is a syllable.
///
/// Accents are dropped; case does not matter. Which rules there are was settled by the CMU
/// Pronouncing Dictionary, release 0.7b; how far they go is measured in the tests.
///
/// @param word  Valid UTF-8.
[[nodiscard]] std::int64_t count_syllables(std::string_view word);

}  // namespace broadsheet::statistics
