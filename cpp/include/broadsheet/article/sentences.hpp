#pragma once

#include <string_view>
#include <vector>

#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// The sentences of a paragraph of news, without the white space between them.
///
/// UAX #29 proposes the boundaries; those that split after an abbreviation ("Sen.", "U.S.",
/// "Inc."), after an initial ("J. Smith") or inside a decimal are taken back, unless the next word
/// can only start a sentence; closing quotes and brackets stay with the sentence they end.
[[nodiscard]] std::vector<text::Span> split_sentences(std::string_view paragraph);

}  // namespace broadsheet::article
