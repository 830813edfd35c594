#pragma once

#include <string_view>
#include <vector>

#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// The sentences of a paragraph of news in valid UTF-8, without the white space between them.
/// O(bytes).
///
/// UAX #29 proposes the boundaries, with line ends read as spaces, for paragraphs are wrapped.
/// Those are taken back that split
/// - after a title ("Sen."), or after another abbreviation ("U.S.", "Inc.", "J.", "Jan.") unless
/// the
///   next word can only start a sentence ("The") or a quotation opens;
/// - after "p.m." before a day or a time zone, after "No." before a number, inside "5. Oktober";
/// - between a quotation and what says whose it is ("Stop!" he said; "Why?" Smith asked);
/// - off a piece that has no letter, as the number of an item.
/// Closing quotes and brackets stay with the sentence they end. The abbreviations are English;
/// other languages are split as UAX #29 has it.
[[nodiscard]] std::vector<text::Span> split_sentences(std::string_view paragraph);

}  // namespace broadsheet::article
