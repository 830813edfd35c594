#pragma once

#include <cstdint>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/csr.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/trim.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::terms {

/// Which n-grams of characters a text has, as scikit-learn's analyzers "char" and "char_wb" have
/// them. A character is a code point; white space is what Python's `str.isspace` says.
///
/// A text is folded as under Preset::kSklearn: lower case first, then accents. Then each run of two
/// or more white spaces becomes one space, and a text is one run of characters; or, within words,
/// it is split at white space, and each word with a space before and one behind is such a run. Of a
/// run of m characters come all n-grams of `lo` to `hi` characters; within words, one of fewer
/// than `lo` characters is an n-gram itself, as a whole.
struct CharacterNgramRules {
  std::int32_t lo = 3;  ///< Characters of the shortest n-grams, at least 1.
  std::int32_t hi = 3;  ///< Characters of the longest, at least `lo`.
  bool within_words = false;
  bool lowercase = true;  ///< Full lower case, as Python's `str.lower`.
  Accents accents = Accents::kKept;
};

/// Checks the ranges that CharacterNgramRules states.
/// @throws std::invalid_argument  naming the option and its value.
void check(const CharacterNgramRules& rules);

/// A document-term matrix and the label of each column.
struct CharacterCounts {
  Csr<std::int32_t> counts;
  Labels labels;
};

/// Counts the n-grams of characters of N texts. Columns are in the order of their labels' bytes,
/// which is that of code points. The result is the same for any number of threads.
///
/// What is counted first is, for each place, the longest n-gram that begins there, or within words
/// the word; n-grams that begin or make up others are counted with these, once all are known.
///
/// O(bytes + nnz) expected, but for the n-grams of distinct words. Beside the result: 32 to 64
/// bytes for each distinct n-gram that begins no other, once a thread; 4 bytes for each in a text,
/// or within words for each word in a text; and 24 bytes for each n-gram before trimming.
///
/// @throws std::invalid_argument  if an option is out of range, or no n-gram stays.
/// @throws std::length_error  if a thread meets 2**31 - 1 n-grams or words.
[[nodiscard]] CharacterCounts count_character_ngrams(const text::Texts& texts,
                                                     const CharacterNgramRules& rules,
                                                     const TrimOptions& trim,
                                                     const parallel::LoopOptions& loop);

/// Counts given n-grams: column i those that are `given` label i. Everything else is passed over.
///
/// @param given  All different. One that the rules never make has an empty column.
/// @throws std::invalid_argument  if a rule is out of range, or two labels are the same.
[[nodiscard]] Csr<std::int32_t> count_given_character_ngrams(const text::Texts& texts,
                                                             const Labels& given,
                                                             const CharacterNgramRules& rules,
                                                             const parallel::LoopOptions& loop);

}  // namespace broadsheet::terms
