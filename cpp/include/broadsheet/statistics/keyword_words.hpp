#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/statistics/contexts.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::statistics {

/// The T words of one document that keywords are made of, in R runs.
///
/// A run is words of one sentence that nothing but white space stands between; a possessive 's that
/// is no part of the token does not end it, any other character does. Sentences are those of
/// `article::find_zones`, by what the texts know of zones; headline, deck, byline and dateline are
/// one each.
struct KeywordWords {
  std::vector<std::int32_t> terms;             ///< T: ids of terms.
  std::vector<text::Span> spans;               ///< T: bytes of the text.
  std::vector<std::int32_t> run_indptr = {0};  ///< R + 1, from 0; no run is empty.
  std::vector<std::int32_t> sentences;         ///< R: the sentence of each run, from 0; none is
                                               ///< without words.

  [[nodiscard]] std::int32_t n_words() const noexcept {
    return static_cast<std::int32_t>(terms.size());
  }
  [[nodiscard]] std::int32_t n_runs() const noexcept {
    return static_cast<std::int32_t>(sentences.size());
  }
  [[nodiscard]] std::int32_t n_sentences() const noexcept {
    return sentences.empty() ? 0 : sentences.back() + 1;
  }
};

/// Cuts the text of one document into words and runs. O(bytes). Tokens without a letter, a number
/// or a pictograph are punctuation: no words, and the end of a run.
///
/// @param ids  The terms of all tokens of all documents.
/// @throws std::invalid_argument  if the text does not give as many tokens as `texts` says.
[[nodiscard]] KeywordWords keyword_words(const CutTexts& texts, std::span<const std::int32_t> ids,
                                         std::int64_t row);

}  // namespace broadsheet::statistics
