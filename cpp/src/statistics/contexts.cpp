#include "broadsheet/statistics/contexts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>

#include "broadsheet/require.hpp"
#include "broadsheet/text/utf8.hpp"
#include "cut_tokens.hpp"

namespace broadsheet::statistics {
namespace {

using text::Span;

/// The tokens of one document that count.
class Document {
 public:
  Document(const CutTexts& texts, std::int64_t row, bool has_sentences) {
    const std::string_view text = texts.texts[static_cast<std::size_t>(row)];
    tokens_ = cut_tokens(texts, row);
    code_points_[0] = tokens_.begins;
    code_points_[1] = tokens_.ends;
    for (auto& offsets : code_points_) text::to_code_points(text, offsets);
    if (has_sentences) edges_ = sentence_edges(texts, row);
  }

  /// @param last  The last token of the node.
  [[nodiscard]] Context context(std::int64_t first, std::int64_t last, std::int64_t window) const {
    std::int64_t left = std::max<std::int64_t>(first - window, 0);
    std::int64_t right = std::min(last + window, std::ssize(tokens_.begins) - 1);
    if (!edges_.empty()) {
      left = std::max(left, first_of_sentence(first));
      right = std::min(right, last_of_sentence(last));
    }
    const Span node{begin(first), std::max(end(first), end(last))};
    return {{std::min(begin(left), node.begin), node.begin},
            node,
            {node.end, std::max(end(right), node.end)},
            {code_points_[0][static_cast<std::size_t>(first)],
             code_points_[1][static_cast<std::size_t>(last)]}};
  }

 private:
  [[nodiscard]] std::int64_t begin(std::int64_t token) const {
    return tokens_.begins[static_cast<std::size_t>(token)];
  }
  [[nodiscard]] std::int64_t end(std::int64_t token) const {
    return tokens_.ends[static_cast<std::size_t>(token)];
  }

  [[nodiscard]] std::int64_t first_of_sentence(std::int64_t token) const {
    const auto edge = std::ranges::upper_bound(edges_, begin(token));
    return edge == edges_.begin() ? 0 : n_before(tokens_, *std::prev(edge));
  }
  [[nodiscard]] std::int64_t last_of_sentence(std::int64_t token) const {
    const auto edge = std::ranges::upper_bound(edges_, begin(token));
    return (edge == edges_.end() ? std::ssize(tokens_.begins) : n_before(tokens_, *edge)) - 1;
  }

  CutTokens tokens_;
  std::array<std::vector<std::int64_t>, 2> code_points_;  // Of begins and of ends.
  std::vector<std::int64_t> edges_;
};

}  // namespace

std::vector<Context> contexts(const CutTexts& texts, const HitsView& hits,
                              const ContextOptions& options) {
  require(options.window >= 0, "window must not be negative, not ", options.window);
  check(texts);
  check(hits, texts.indptr);
  std::vector<std::size_t> order(hits.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto document_of = [&](std::size_t hit) { return hits.documents[hit]; };
  std::ranges::stable_sort(order, {}, document_of);
  std::vector<std::size_t> begins;  // Where in `order` the hits of each document begin.
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i == 0 || document_of(order[i]) != document_of(order[i - 1])) begins.push_back(i);
  }
  const auto n_documents = std::ssize(begins);
  begins.push_back(order.size());
  std::vector<Context> found(hits.size());
  parallel::for_each_chunk(n_documents, options.loop, [&](const parallel::Chunk& chunk) {
    for (auto i = static_cast<std::size_t>(chunk.begin); i < static_cast<std::size_t>(chunk.end);
         ++i) {
      const Document document(texts, document_of(order[begins[i]]), options.within_sentence);
      for (std::size_t j = begins[i]; j < begins[i + 1]; ++j) {
        const std::size_t hit = order[j];
        const std::int64_t first = hits.positions[hit];
        found[hit] = document.context(first, first + hits.lengths[hit] - 1, options.window);
      }
    }
  });
  return found;
}

}  // namespace broadsheet::statistics
