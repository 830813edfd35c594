#include "broadsheet/terms/token_ids.hpp"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <limits>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();

/// Without a branch an id, so that many are looked at together.
bool is_document(std::span<const std::int32_t> ids, std::int32_t n_terms) {
  std::uint32_t outside = 0;  // Its highest bit is set by an id below 0 or above the last.
  for (const std::int32_t id : ids) {
    const auto value = static_cast<std::uint32_t>(id);
    outside |= value | (static_cast<std::uint32_t>(n_terms) - 1 - value);
  }
  return std::ssize(ids) <= kMost && outside >> 31 == 0;
}

void require_document(std::span<const std::int32_t> ids, std::int32_t n_terms,
                      std::int64_t document) {
  require(std::ssize(ids) <= kMost, "a document must have fewer than 2**31 tokens: document ",
          document, " has ", ids.size());
  for (const std::int32_t id : ids) {
    require(id >= 0 && id < n_terms, "ids must lie in [0, ", n_terms, "): document ", document,
            " has ", id);
  }
}

}  // namespace

void check(const TokenIdsView& tokens, const parallel::LoopOptions& loop) {
  require(!tokens.indptr.empty(), "indptr must have one place more than there are documents");
  require(tokens.indptr.front() == 0, "indptr must start at 0, not ", tokens.indptr.front());
  require(std::ranges::is_sorted(tokens.indptr), "indptr must not decrease");
  require(tokens.indptr.back() == tokens.n_tokens(), "indptr must end at the number of ids, ",
          tokens.n_tokens(), ", not ", tokens.indptr.back());
  require(tokens.n_terms >= 0, "n_terms must not be negative, not ", tokens.n_terms);
  const std::int64_t n = tokens.n_documents();
  require(n <= kMost, "there must be fewer than 2**31 documents, not ", n);
  std::atomic<bool> are_documents = true;
  parallel::for_each_chunk(n, uncounted(loop, 0, 1024), [&](const parallel::Chunk& chunk) {
    for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
      if (!is_document(tokens.of(document), tokens.n_terms)) are_documents = false;
    }
  });
  if (are_documents) return;
  for (std::int64_t document = 0; document < n; ++document) {  // Names the first.
    require_document(tokens.of(document), tokens.n_terms, document);
  }
}

}  // namespace broadsheet::terms
