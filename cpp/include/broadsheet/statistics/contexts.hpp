#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/concordance.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::statistics {

/// N documents, and how their texts are cut into the tokens that hits count by.
struct CutTexts {
  std::span<const std::string_view> texts;  ///< Valid UTF-8.
  std::span<const std::int64_t> indptr;     ///< N + 1, from 0: the tokens that count.
  const terms::Tokenizer& tokenizer;
  const terms::SpansView* zones = nullptr;   ///< Null for whole texts.
  std::span<const std::int64_t> cut_indptr;  ///< N + 1, from 0: all tokens that are cut;
  std::span<const std::uint8_t> is_counted;  ///< which of them count. Both empty if all do.
  article::ZoneSource source = {};           ///< Where headlines end and sentences begin.
};

struct ContextOptions {
  std::int32_t window = 8;       ///< Tokens on each side, at least 0.
  bool within_sentence = false;  ///< Whether a side ends where the sentence of the node does.
  parallel::LoopOptions loop = {};
};

/// A hit in the text of its document. Left, node and right adjoin.
struct Context {
  text::Span left;   ///< Bytes of the text: from the first token within the window to the node.
  text::Span node;   ///< From the begin of its first token to the end of its last.
  text::Span right;  ///< To the end of the last token within the window.
  text::Span node_code_points;
};

/// The text around each of H hits, in their order. No context crosses its document.
///
/// Texts are cut anew, each once: O(bytes of the documents that have hits + H log H). Sentences
/// are those of `article::find_zones`, by what `texts` knows of zones; headline, deck, byline and
/// dateline are one each. Runs on the threads of `loop`, an item a document; the result is the same
/// for any number of them.
///
/// @throws std::invalid_argument  if the window is negative, the parts do not fit, or a text does
///                                not give as many tokens as `texts` says.
[[nodiscard]] std::vector<Context> contexts(const CutTexts& texts, const HitsView& hits,
                                            const ContextOptions& options);

}  // namespace broadsheet::statistics
