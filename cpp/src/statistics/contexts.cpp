#include "broadsheet/statistics/contexts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <numeric>

#include "broadsheet/article/zones.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/terms/token_spans.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::statistics {
namespace {

using text::Span;

/// Where sentences, and other parts of an article that are one, begin and end. Ascending.
std::vector<std::int64_t> sentence_edges(std::string_view text) {
  const article::Zones zones = article::find_zones(text);
  std::vector<Span> parts = zones.sentences;
  parts.insert(parts.end(), {zones.headline, zones.deck, zones.byline});
  if (zones.dateline) parts.push_back(zones.dateline->whole);
  std::vector<std::int64_t> edges;
  for (const Span part : parts) {
    if (!part.is_empty()) edges.insert(edges.end(), {part.begin, part.end});
  }
  std::ranges::sort(edges);
  return edges;
}

/// The tokens of one document that count.
class Document {
 public:
  Document(const CutTexts& texts, std::int64_t row, bool has_sentences) {
    const auto at = static_cast<std::size_t>(row);
    const std::string_view text = texts.texts[at];
    std::vector<Span> spans = terms::token_spans(text, texts.tokenizer, texts.zones, row);
    std::size_t n_cut = 0;
    for (const Span span : spans) {
      if (!is_counted(texts, at, n_cut++)) continue;
      begins_.push_back(span.begin);
      ends_.push_back(span.end);
    }
    const bool is_whole = texts.is_counted.empty() ||
                          std::ssize(spans) == texts.cut_indptr[at + 1] - texts.cut_indptr[at];
    const std::int64_t n_tokens = texts.indptr[at + 1] - texts.indptr[at];
    require(is_whole && std::ssize(begins_) == n_tokens, "the text of document ", row, " has ",
            begins_.size(), " tokens, not ", n_tokens, ": it is not what the tokens were made of");
    code_points_[0] = begins_;
    code_points_[1] = ends_;
    for (auto& offsets : code_points_) text::to_code_points(text, offsets);
    if (has_sentences) edges_ = sentence_edges(text);
  }

  /// @param last  The last token of the node.
  [[nodiscard]] Context context(std::int64_t first, std::int64_t last, std::int64_t window) const {
    std::int64_t left = std::max<std::int64_t>(first - window, 0);
    std::int64_t right = std::min(last + window, std::ssize(begins_) - 1);
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
  static bool is_counted(const CutTexts& texts, std::size_t row, std::size_t token) {
    if (texts.is_counted.empty()) return true;
    const auto place = static_cast<std::size_t>(texts.cut_indptr[row]) + token;
    return place < texts.is_counted.size() && texts.is_counted[place] != 0;
  }

  [[nodiscard]] std::int64_t begin(std::int64_t token) const {
    return begins_[static_cast<std::size_t>(token)];
  }
  [[nodiscard]] std::int64_t end(std::int64_t token) const {
    return ends_[static_cast<std::size_t>(token)];
  }

  /// How many tokens begin before an offset.
  [[nodiscard]] std::int64_t n_before(std::int64_t offset) const {
    return std::ranges::lower_bound(begins_, offset) - begins_.begin();
  }
  [[nodiscard]] std::int64_t first_of_sentence(std::int64_t token) const {
    const auto edge = std::ranges::upper_bound(edges_, begin(token));
    return edge == edges_.begin() ? 0 : n_before(*std::prev(edge));
  }
  [[nodiscard]] std::int64_t last_of_sentence(std::int64_t token) const {
    const auto edge = std::ranges::upper_bound(edges_, begin(token));
    return (edge == edges_.end() ? std::ssize(begins_) : n_before(*edge)) - 1;
  }

  std::vector<std::int64_t> begins_;
  std::vector<std::int64_t> ends_;
  std::array<std::vector<std::int64_t>, 2> code_points_;  // Of begins and of ends.
  std::vector<std::int64_t> edges_;
};

void check(const CutTexts& texts) {
  const std::size_t n_places = texts.texts.size() + 1;
  require(texts.indptr.size() == n_places, "indptr must be of ", texts.texts.size(),
          " texts, not of ", std::ssize(texts.indptr) - 1);
  require(texts.zones == nullptr || texts.zones->indptr.size() == n_places, "zones must be of ",
          texts.texts.size(), " texts");
  require(texts.is_counted.empty() || texts.cut_indptr.size() == n_places,
          "what counts must be of ", texts.texts.size(), " texts");
}

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
        found[hit] = document.context(first, first + hits.length(hit) - 1, options.window);
      }
    }
  });
  return found;
}

}  // namespace broadsheet::statistics
