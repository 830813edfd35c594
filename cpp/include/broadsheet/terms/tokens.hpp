#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::terms {

/// The tokens of N texts as term ids: those of text i are ids[indptr[i]] to ids[indptr[i + 1]].
struct Tokens {
  std::vector<std::int64_t> indptr;  ///< N + 1.
  std::vector<std::int32_t> ids;     ///< T, each in [0, V).
  std::shared_ptr<const Vocabulary> vocabulary;  ///< V terms, in the order they first occur.
};

/// Spans of each text to tokenise: those of text i are spans[indptr[i]] to spans[indptr[i + 1]].
/// No token crosses a span.
struct SpansView {
  std::span<const std::int64_t> indptr;  ///< N + 1.
  std::span<const text::Span> spans;
};

/// Tokenises texts on the threads of `loop`. The result is the same for any number of threads.
/// @param zones  Null for whole texts.
[[nodiscard]] Tokens tokenize(const text::Texts& texts, const Tokenizer& tokenizer,
                              const SpansView* zones, const parallel::LoopOptions& loop);

/// Renumbers tokens: term v becomes new_ids[v], or is dropped where that is -1. How stop words,
/// stems and lengths are applied: to the V terms, not to the T tokens.
[[nodiscard]] Tokens relabel(const Tokens& tokens, std::span<const std::int32_t> new_ids,
                             std::shared_ptr<const Vocabulary> vocabulary);

}  // namespace broadsheet::terms
