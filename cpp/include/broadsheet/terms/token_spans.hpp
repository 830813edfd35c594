#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::terms {

/// Where the tokens of one text stand in it: the bytes of each id that `tokenize` gives, in order.
///
/// @param zones  Those of all texts, `row` being this one's; null for whole texts.
[[nodiscard]] std::vector<text::Span> token_spans(std::string_view text, const Tokenizer& tokenizer,
                                                  const SpansView* zones, std::int64_t row);

}  // namespace broadsheet::terms
