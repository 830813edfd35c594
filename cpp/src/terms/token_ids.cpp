#include "broadsheet/terms/token_ids.hpp"

#include <algorithm>
#include <iterator>
#include <limits>

#include "broadsheet/require.hpp"

namespace broadsheet::terms {

void check(const TokenIdsView& tokens) {
  require(!tokens.indptr.empty(), "indptr must have one place more than there are documents");
  require(tokens.indptr.front() == 0, "indptr must start at 0, not ", tokens.indptr.front());
  require(std::ranges::is_sorted(tokens.indptr), "indptr must not decrease");
  require(tokens.indptr.back() == tokens.n_tokens(), "indptr must end at the number of ids, ",
          tokens.n_tokens(), ", not ", tokens.indptr.back());
  require(tokens.n_terms >= 0, "n_terms must not be negative, not ", tokens.n_terms);
  constexpr std::int64_t kMost = std::numeric_limits<std::int32_t>::max();
  require(tokens.n_documents() <= kMost, "there must be fewer than 2**31 documents, not ",
          tokens.n_documents());
  for (std::int64_t document = 0; document < tokens.n_documents(); ++document) {
    require(std::ssize(tokens.of(document)) <= kMost, "a document must have fewer than 2**31 ",
            "tokens: document ", document, " has ", tokens.of(document).size());
    for (const std::int32_t id : tokens.of(document)) {
      require(id >= 0 && id < tokens.n_terms, "ids must lie in [0, ", tokens.n_terms,
              "): document ", document, " has ", id);
    }
  }
}

}  // namespace broadsheet::terms
