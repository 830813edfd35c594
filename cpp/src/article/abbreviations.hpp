#pragma once

#include <string_view>

namespace broadsheet::article {

/// What a full stop after a word says about the end of the sentence.
enum class Abbreviation {
  kNone,
  kBeforeName,    ///< "Sen.": a name follows, so no sentence ends.
  kBeforeNumber,  ///< "No.": no sentence ends where a number follows.
  kOfTime,        ///< "p.m.": no sentence ends before a day, a month or a time zone.
  kBehindName,    ///< "Calif.": no sentence ends within a bracket.
  kAnywhere,      ///< "Inc.", "U.S.": a sentence may end, where only a new one can follow.
};

/// @param word             Before the stop, as it is printed, without the stop: "Sen", "U.S".
/// @param is_all_capitals  Whether all text is, so that "SEN" is "Sen"; else "SEC" is not "Sec".
[[nodiscard]] Abbreviation abbreviation_of(std::string_view word, bool is_all_capitals);

/// Whether `line` ends in "Sen." or another title that a name must follow.
[[nodiscard]] bool ends_in_title(std::string_view line);

/// Words whose capital can only come from opening a sentence: "The", "But", "When".
[[nodiscard]] bool opens_only_sentences(std::string_view word);

/// What "p.m." stands before: "Monday", "March", "EST", "Eastern".
[[nodiscard]] bool follows_time(std::string_view word);

/// "said", "asked": what comes after a quotation and its speaker.
[[nodiscard]] bool is_attribution(std::string_view word);

/// What follows such a verb where it reports something else: "that", "he".
[[nodiscard]] bool opens_report(std::string_view word);

/// "Yahoo": a name that is printed with an exclamation mark.
[[nodiscard]] bool carries_exclamation(std::string_view name);

}  // namespace broadsheet::article
