#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "broadsheet/statistics/contexts.hpp"

namespace broadsheet::statistics {

/// Where the tokens of one document that count stand in its text.
struct CutTokens {
  std::vector<std::int64_t> begins;  ///< In bytes,
  std::vector<std::int64_t> ends;    ///< one for each token.
};

/// Cuts the text of one document anew.
/// @throws std::invalid_argument  if it does not give as many tokens as `texts` says.
[[nodiscard]] CutTokens cut_tokens(const CutTexts& texts, std::int64_t row);

/// Where sentences, and other parts of an article that are one, begin and end in the text of one
/// document, by what is known of its zones. Ascending.
[[nodiscard]] std::vector<std::int64_t> sentence_edges(const CutTexts& texts, std::int64_t row);

/// How many of the tokens begin before an offset.
[[nodiscard]] std::int64_t n_before(const CutTokens& tokens, std::int64_t offset);

/// Checks that the parts are of the same number of texts.
/// @throws std::invalid_argument  naming the part that is not.
void check(const CutTexts& texts);

}  // namespace broadsheet::statistics
