#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/statistics/keyphrases.hpp"

namespace broadsheet::statistics {

/// The keyphrases of a document by RAKE, all of them, the highest score first.
///
/// Candidates are the longest stretches of a run without a stop word. The score of a word is
/// deg(w) / freq(w): freq(w) is how often it comes in candidates, deg(w) the sum of the words of
/// these, itself included. The score of a candidate is the sum of those of its words. Two
/// candidates that adjoin at least twice, with the same stop words between, are a keyphrase
/// together with these, whose score is the sum of theirs. O(T log T).
///
/// Source: Rose, Engel, Cramer and Cowley (2010), "Automatic keyword extraction from individual
/// documents", in Text Mining: Applications and Theory, 1-20.
/// @param is_stopword  V: of each term, whether it is one.
[[nodiscard]] std::vector<Keyphrase> rake(const KeywordWords& words,
                                          std::span<const std::uint8_t> is_stopword);

}  // namespace broadsheet::statistics
