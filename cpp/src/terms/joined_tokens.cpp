#include "broadsheet/terms/joined_tokens.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/merged_terms.hpp"
#include "joined_rows.hpp"

namespace broadsheet::terms {

Tokens join_tokens(std::span<const TokensPart> parts, const parallel::LoopOptions& loop) {
  std::vector<std::span<const std::int64_t>> indptrs;
  std::vector<std::shared_ptr<const Vocabulary>> vocabularies;
  for (const TokensPart& part : parts) {
    indptrs.push_back(part.tokens.indptr);
    vocabularies.push_back(part.vocabulary);
  }
  const JoinedRows rows(std::move(indptrs));
  require(rows.n_rows() <= std::numeric_limits<std::int32_t>::max(),
          "there must be fewer than 2**31 documents, not ", rows.n_rows());
  const MergedVocabulary merged = merge_vocabularies(vocabularies, loop.watch);

  Tokens joined{rows.indptr(), {}, merged.vocabulary};
  joined.ids.resize(static_cast<std::size_t>(rows.n_values()));
  rows.for_each_run(loop, [&](const JoinedRows::Run& run) {
    const auto begin = static_cast<std::size_t>(rows.source(run.part, run.begin));
    const auto end = static_cast<std::size_t>(rows.source(run.part, run.end));
    const auto ids = parts[run.part].tokens.ids.subspan(begin, end - begin);
    std::int32_t* out = joined.ids.data() + rows.offset(run.part) + begin;
    if (const auto& new_ids = merged.new_ids[run.part]) {
      std::ranges::transform(
          ids, out, [&](std::int32_t id) { return (*new_ids)[static_cast<std::size_t>(id)]; });
    } else {
      std::ranges::copy(ids, out);
    }
  });
  return joined;
}

}  // namespace broadsheet::terms
