#pragma once

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/statistics/keyphrases.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::statistics {

struct YakeOptions {
  std::int32_t max_words = 3;  ///< Words of the longest keyphrase, at least 1.
  std::int32_t window = 1;     ///< Words to the left that a word is related to, at least 1.
  double dedup = 0.9;          ///< How alike two keyphrases may be, from 0 to 1.
  std::int64_t k = std::numeric_limits<std::int64_t>::max();  ///< How many are found at most.
};

/// Checks the ranges that YakeOptions states.
/// @throws std::invalid_argument  naming the option and its value.
void check(const YakeOptions& options);

/// What YAKE makes of the V terms of a vocabulary.
struct YakeTerms {
  std::vector<std::int32_t> stems;        ///< V: one number for terms that are alike in lower case
                                          ///< and without a final s that three letters precede.
  std::vector<std::uint8_t> is_stopword;  ///< V: the term or its stem is listed, or the stem has
                                          ///< fewer than three characters that are no punctuation.
};

/// @param stopwords  In lower case.
[[nodiscard]] YakeTerms yake_terms(const terms::Vocabulary& vocabulary,
                                   const terms::Vocabulary& stopwords);

/// The keyphrases of a document by YAKE, the lowest score first, up to `k`.
///
/// What a word is weighed by:
///   case      TCase = max(acronyms, names) / (1 + ln TF): occurrences all in capitals, or
///             capitalised and not the first word of their sentence
///   position  TPos = ln(ln(3 + median of the numbers of its sentences, from 0))
///   frequency TFNorm = TF / (mean + standard deviation of TF), over words that are no stop words
///   relation  TRel = 1 + (DL + DR) TF / max TF, DL the distinct words to the left within `window`
///             of the run over their occurrences, DR those to the right
///   spread    TSent = its sentences / all sentences
///   S(t) = TPos TRel / (TCase + TFNorm / TRel + TSent / TRel)
/// Keyphrases are n-grams of a run that neither begin nor end with a stop word and have no number
/// and no unparsable word: with digits and letters, or more than one mark of ASCII punctuation.
///   S(kw) = prod S(t) / (KF (1 + sum S(t))), KF its occurrences
/// where a stop word within, of probability p = P(t | before) P(t | behind), multiplies the product
/// by 2 - p and takes 1 - p from the sum; where so many stand within that 1 + sum is not above 0,
/// there is no keyphrase. One that is more like a better one than `dedup` is left out: by
/// 1 - the Levenshtein distance / the length of the longer.
///
/// Source: Campos, Mangaravite, Pasquali, Jorge, Nunes and Jatowt (2020), "YAKE! Keyword extraction
/// from single documents using multiple local features", Information Sciences 509, 257-289; details
/// that the paper leaves open, and 1 + ln TF, are those of the authors' program.
/// @param text  That of the words.
[[nodiscard]] std::vector<Keyphrase> yake(const KeywordWords& words, std::string_view text,
                                          const YakeTerms& terms,
                                          const terms::Vocabulary& vocabulary,
                                          const YakeOptions& options = {});

}  // namespace broadsheet::statistics
