#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/span.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::terms {

/// The tokens of N texts as term ids, with the terms.
struct Tokens {
  std::vector<std::int64_t> indptr;              ///< N + 1, from 0.
  LargeArray<std::int32_t> ids;                  ///< T, each in [0, V).
  std::shared_ptr<const Vocabulary> vocabulary;  ///< V terms, in the order they first occur.

  [[nodiscard]] TokenIdsView view() const { return {indptr, ids, vocabulary->size()}; }
};

/// Spans of each text to tokenise: those of text i are spans[indptr[i]] to spans[indptr[i + 1]].
/// No token crosses a span.
struct SpansView {
  std::span<const std::int64_t> indptr;  ///< N + 1, never decreasing.
  std::span<const text::Span> spans;     ///< Each within its text, at boundaries of code points.
};

/// Tokenises texts on the threads of `loop`. Ids number the terms in the order of their first
/// occurrence in the texts, so the result is the same for any number of threads and any chunks.
///
/// @param zones  Null for whole texts.
/// @throws std::invalid_argument  if `zones` is not of N texts, or a span is not within its text.
[[nodiscard]] Tokens tokenize(const text::Texts& texts, const Tokenizer& tokenizer,
                              const SpansView* zones, const parallel::LoopOptions& loop);

/// Renumbers tokens: term v becomes new_ids[v], or is dropped where that is -1. How stop words,
/// stems and lengths are applied: to the V terms, not to the T tokens. O(N + T).
///
/// @param new_ids  V entries in [-1, vocabulary->size()).
/// @throws std::invalid_argument  naming the first term whose new id is out of range.
[[nodiscard]] Tokens relabel(const TokenIdsView& tokens, std::span<const std::int32_t> new_ids,
                             std::shared_ptr<const Vocabulary> vocabulary);

/// The tokens of the given documents, in the given order; one may come more than once. O(rows + T).
/// @throws std::out_of_range  naming the first row that is not in [0, N).
[[nodiscard]] Tokens select_rows(const TokenIdsView& tokens, std::span<const std::int64_t> rows,
                                 std::shared_ptr<const Vocabulary> vocabulary);

}  // namespace broadsheet::terms
