#pragma once

#include <string>
#include <string_view>

#include "broadsheet/text/mapped_text.hpp"

namespace broadsheet::text {

/// Normalization forms of UAX #15.
enum class NormalForm { kNfc, kNfd, kNfkc, kNfkd };

/// The normal form of a valid UTF-8 text, for Unicode 15.0. ASCII and texts that are already
/// normal by the quick check come back unchanged and unmapped. O(bytes), but for runs of combining
/// marks, which are sorted.
[[nodiscard]] MappedText normalize(std::string_view text, NormalForm form);

/// NFC without the non-spacing marks that NFD reveals: "Zoe" for a Zoe with diaeresis.
///
/// Letters that are not composed, as a stroked o, stay as they are.
[[nodiscard]] MappedText strip_accents(std::string_view text);

/// NFKD without the code points that have a combining class: what scikit-learn makes of a text by
/// strip_accents="unicode". Hangul comes apart and a ligature is two letters; marks of class 0, as
/// many of Indic vowels, stay.
[[nodiscard]] MappedText strip_combining(std::string_view text);

/// The ASCII of NFKD: what scikit-learn makes of a text by strip_accents="ascii". All else is lost.
[[nodiscard]] MappedText keep_ascii(std::string_view text);

// The same without the way back, appended to `out`: what runs once a token.
void append_normal(std::string& out, std::string_view text, NormalForm form);
void append_without_accents(std::string& out, std::string_view text);
void append_without_combining(std::string& out, std::string_view text);
void append_ascii(std::string& out, std::string_view text);

/// True where a text is in the form if all its code points are such as this one.
[[nodiscard]] bool is_inert(char32_t value, NormalForm form);

/// True where NFC surely leaves `text` as it is (the quick check of UAX #15, section 9).
[[nodiscard]] bool is_surely_nfc(std::string_view text);

}  // namespace broadsheet::text
