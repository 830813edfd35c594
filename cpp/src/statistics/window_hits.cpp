#include "broadsheet/statistics/window_hits.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <vector>

#include "append.hpp"
#include "broadsheet/require.hpp"
#include "term_set.hpp"

namespace broadsheet::statistics {
namespace {

struct Hit {
  std::int32_t document, position, length, pair;
};

/// All pairs, and from each node the way to its collocates.
class SoughtPairs {
 public:
  SoughtPairs(std::span<const NodePair> pairs, std::int32_t n_terms, const Window& window)
      : window_(window), nodes_({}) {
    std::vector<std::int32_t> nodes;
    for (const auto [node, collocate] : pairs) {
      const auto number = static_cast<std::int32_t>(nodes.size());
      for (const std::int32_t term : {node, collocate}) {
        require(0 <= term && term < n_terms, "pairs must be of terms in [0, ", n_terms, "): pair ",
                number, " has ", term);
      }
      nodes.push_back(node);
      routes_.push_back({node, collocate, number});
    }
    std::ranges::sort(routes_, {}, key);
    nodes_ = TermSet(std::move(nodes));
  }

  /// Appends the hits of a stretch.
  /// @param begin  Where it begins in its document.
  void append_hits(std::span<const std::int32_t> ids, std::int32_t document, std::int64_t begin,
                   std::vector<Hit>& hits) const {
    nodes_.for_each_in(ids, [&](std::size_t at) {
      const auto node = static_cast<std::int64_t>(at);
      const std::int64_t first = node - std::min<std::int64_t>(window_.left, node);
      const std::int64_t last = std::min(node + window_.right, std::ssize(ids) - 1);
      for (std::int64_t other = first; other <= last; ++other) {
        if (other == node) continue;
        const std::int32_t pair = find(ids[at], ids[static_cast<std::size_t>(other)]);
        if (pair < 0) continue;
        const auto [left, right] = std::minmax(node, other);
        hits.push_back({document, static_cast<std::int32_t>(begin + left),
                        static_cast<std::int32_t>(right - left + 1), pair});
      }
    });
  }

 private:
  using Route = std::tuple<std::int32_t, std::int32_t, std::int32_t>;  // Node, collocate, pair.

  static const Route& key(const Route& route) { return route; }

  /// The first pair of two terms, or -1.
  [[nodiscard]] std::int32_t find(std::int32_t node, std::int32_t collocate) const {
    const auto route = std::ranges::lower_bound(routes_, Route{node, collocate, 0}, {}, key);
    if (route == routes_.end()) return -1;
    const auto [found_node, found_collocate, number] = *route;
    return found_node == node && found_collocate == collocate ? number : -1;
  }

  Window window_;
  std::vector<Route> routes_;  // Ascending.
  TermSet nodes_;
};

/// Puts hits in order, each tokens once.
void put_in_order(std::vector<Hit>& hits) {
  const auto tokens_of = [](const Hit& hit) {
    return std::tuple(hit.document, hit.position, hit.length);
  };
  std::ranges::sort(hits, {}, [&](const Hit& hit) {
    return std::tuple_cat(tokens_of(hit), std::tuple(hit.pair));
  });
  hits.erase(std::ranges::unique(hits, {}, tokens_of).begin(), hits.end());
}

void check(std::span<const std::int64_t> stretches, const terms::TokenIdsView& tokens) {
  const bool is_whole = !stretches.empty() && stretches.front() == 0 &&
                        stretches.back() == tokens.n_tokens() && std::ranges::is_sorted(stretches);
  require(is_whole, "stretches must be of the ", tokens.n_tokens(), " tokens");
  for (const std::int64_t edge : tokens.indptr) {
    require(std::ranges::binary_search(stretches, edge),
            "stretches must not cross documents: none begins at token ", edge);
  }
}

}  // namespace

Hits window_hits(const terms::TokenIdsView& tokens, std::span<const std::int64_t> stretches,
                 std::span<const NodePair> pairs, const Window& window,
                 const parallel::LoopOptions& loop) {
  check(window);
  check(stretches, tokens);
  const SoughtPairs sought(pairs, tokens.n_terms, window);
  const auto n_stretches = std::ssize(stretches) - 1;
  std::vector<std::vector<Hit>> parts(
      static_cast<std::size_t>(parallel::count_chunks(n_stretches, loop)));
  parallel::for_each_chunk(n_stretches, loop, [&](const parallel::Chunk& chunk) {
    auto& part = parts[static_cast<std::size_t>(chunk.index)];
    for (auto i = static_cast<std::size_t>(chunk.begin); i < static_cast<std::size_t>(chunk.end);
         ++i) {
      const std::int64_t begin = stretches[i];
      const auto n = static_cast<std::size_t>(stretches[i + 1] - begin);
      if (n == 0) continue;
      // The last document that begins here or before, as those without tokens have no stretch.
      const auto document = std::prev(std::ranges::upper_bound(tokens.indptr, begin));
      sought.append_hits(tokens.ids.subspan(static_cast<std::size_t>(begin), n),
                         static_cast<std::int32_t>(document - tokens.indptr.begin()),
                         begin - *document, part);
    }
    put_in_order(part);
  });
  Hits hits;
  for (const auto& part : parts) {
    for (const Hit& hit : part) {
      hits.documents.push_back(hit.document);
      hits.positions.push_back(hit.position);
      hits.lengths.push_back(hit.length);
      hits.phrases.push_back(hit.pair);
    }
  }
  return hits;
}

}  // namespace broadsheet::statistics
