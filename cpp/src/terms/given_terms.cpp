#include "broadsheet/terms/given_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "broadsheet/require.hpp"
#include "count_rows.hpp"

namespace broadsheet::terms {
namespace {

/// Given n-grams as a tree: a node is the beginning of some of them.
class NgramTree {
 public:
  NgramTree(const ColumnWords& given, std::int32_t n_terms)
      : roots_(static_cast<std::size_t>(n_terms), kNone) {
    for (std::size_t column = 0; column + 1 < given.indptr.size(); ++column) {
      const auto begin = static_cast<std::size_t>(given.indptr[column]);
      const auto end = static_cast<std::size_t>(given.indptr[column + 1]);
      require(begin < end, "column ", column, " has no word");
      add(std::span(given.words).subspan(begin, end - begin), static_cast<std::int32_t>(column));
    }
  }

  /// Visits the columns of the n-grams that `ids` begins with.
  template <typename Visit>
  void match(std::span<const std::int32_t> ids, const Visit& visit) const {
    std::int32_t node = roots_[static_cast<std::size_t>(ids[0])];
    for (std::size_t length = 1; node != kNone; ++length) {
      const Node& at = nodes_[static_cast<std::size_t>(node)];
      if (at.column != kNone) visit(at.column);
      if (length == ids.size() || at.next.empty()) return;
      const auto found = at.next.find(ids[length]);
      node = found == at.next.end() ? kNone : found->second;
    }
  }

 private:
  static constexpr std::int32_t kNone = -1;

  struct Node {
    std::int32_t column = kNone;
    std::map<std::int32_t, std::int32_t> next;  // Word to node.
  };

  void add(std::span<const std::int32_t> words, std::int32_t column) {
    const auto n_terms = static_cast<std::int32_t>(roots_.size());
    for (const std::int32_t word : words) {
      require(word >= -1 && word < n_terms, "words must be -1 or in [0, ", n_terms, "): column ",
              column, " has ", word);
    }
    if (std::ranges::find(words, kNone) != words.end()) return;
    std::int32_t node = step(roots_[static_cast<std::size_t>(words[0])]);
    for (const std::int32_t word : words.subspan(1)) {
      node =
          step(nodes_[static_cast<std::size_t>(node)].next.try_emplace(word, kNone).first->second);
    }
    Node& last = nodes_[static_cast<std::size_t>(node)];
    require(last.column == kNone, "columns ", last.column, " and ", column, " have the same words");
    last.column = column;
  }

  /// The node that `edge` leads to, made if there is none. An edge stays where it is meanwhile:
  /// a map's nodes do not move with the map.
  std::int32_t step(std::int32_t& edge) {
    if (edge == kNone) {
      edge = static_cast<std::int32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    return edge;
  }

  std::vector<std::int32_t> roots_;  // Word to node.
  std::vector<Node> nodes_;
};

}  // namespace

Csr<std::int32_t> count_given(const TokenIdsView& tokens, const ColumnWords& columns,
                              const parallel::LoopOptions& loop) {
  const NgramTree tree(columns, tokens.n_terms);
  const auto for_each_column = [&](std::int64_t document, const auto& visit) {
    const std::span<const std::int32_t> ids = tokens.of(document);
    for (std::size_t i = 0; i < ids.size(); ++i) tree.match(ids.subspan(i), visit);
  };
  const auto n_columns = static_cast<std::int32_t>(columns.indptr.size() - 1);
  return RowCounter(tokens.n_documents(), n_columns, loop, for_each_column).count();
}

}  // namespace broadsheet::terms
