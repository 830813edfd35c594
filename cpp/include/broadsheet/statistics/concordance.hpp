#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// What may stand in one place of a phrase: any term at all, or one of some.
struct PhrasePlace {
  bool is_any = false;
  std::vector<std::int32_t> terms = {};  ///< Ids in any order; none if nothing may stand there.
};

/// Tokens that follow one another, a place each.
using Phrase = std::vector<PhrasePlace>;

/// Where phrases stand in documents: H of them, by document, position and length.
struct Hits {
  std::vector<std::int32_t> documents;
  std::vector<std::int32_t> positions;  ///< How many tokens of the document stand before it.
  std::vector<std::int32_t> lengths;    ///< How many tokens it has.
  std::vector<std::int32_t> phrases;    ///< Which phrase; of several for the same tokens the first.
};

/// Hits as borrowed, in any order and any number of times.
struct HitsView {
  std::span<const std::int32_t> documents;
  std::span<const std::int32_t> positions;
  std::span<const std::int32_t> lengths;

  [[nodiscard]] std::size_t size() const noexcept { return documents.size(); }
};

/// Checks that there is a document, a position and a length to each hit, and that each lies within
/// the tokens of its document. O(H).
/// @throws std::invalid_argument  naming the rule.
void check(const HitsView& hits, std::span<const std::int64_t> indptr);

/// Finds every place where one of P phrases stands within a document; places may overlap. Reads
/// the tokens once, however many phrases there are, and keeps nothing.
///
/// Runs on the threads of `loop`; the result is the same for any number of them.
/// O(T + H log P), and O(H log H) more where there are several phrases.
///
/// @throws std::invalid_argument  if a phrase has no place that says which terms, or names a term
///                                that is not in [0, V).
[[nodiscard]] Hits find_hits(const terms::TokenIdsView& tokens, std::span<const Phrase> phrases,
                             const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
