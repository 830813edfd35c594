#include "cut_tokens.hpp"

#include <algorithm>
#include <iterator>

#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/terms/token_spans.hpp"
#include "sentence_edges.hpp"

namespace broadsheet::statistics {
namespace {

using text::Span;

bool is_counted(const CutTexts& texts, std::size_t row, std::size_t token) {
  if (texts.is_counted.empty()) return true;
  const auto place = static_cast<std::size_t>(texts.cut_indptr[row]) + token;
  return place < texts.is_counted.size() && texts.is_counted[place] != 0;
}

}  // namespace

CutTokens cut_tokens(const CutTexts& texts, std::int64_t row) {
  const auto at = static_cast<std::size_t>(row);
  const std::vector<Span> spans =
      terms::token_spans(texts.texts[at], texts.tokenizer, texts.zones, row);
  CutTokens tokens;
  std::size_t n_cut = 0;
  for (const Span span : spans) {
    if (!is_counted(texts, at, n_cut++)) continue;
    tokens.begins.push_back(span.begin);
    tokens.ends.push_back(span.end);
  }
  const bool is_whole = texts.is_counted.empty() ||
                        std::ssize(spans) == texts.cut_indptr[at + 1] - texts.cut_indptr[at];
  const std::int64_t n_tokens = texts.indptr[at + 1] - texts.indptr[at];
  require(is_whole && std::ssize(tokens.begins) == n_tokens, "the text of document ", row, " has ",
          tokens.begins.size(), " tokens, not ", n_tokens,
          ": it is not what the tokens were made of");
  return tokens;
}

std::vector<std::int64_t> sentence_edges(const CutTexts& texts, std::int64_t row) {
  const auto at = static_cast<std::size_t>(row);
  return sentence_edges(article::find_zones(texts.texts[at], texts.source, at));
}

std::int64_t n_before(const CutTokens& tokens, std::int64_t offset) {
  return std::ranges::lower_bound(tokens.begins, offset) - tokens.begins.begin();
}

void check(const CutTexts& texts) {
  article::check(texts.source, texts.texts.size());
  const std::size_t n_places = texts.texts.size() + 1;
  require(texts.indptr.size() == n_places, "indptr must be of ", texts.texts.size(),
          " texts, not of ", std::ssize(texts.indptr) - 1);
  require(texts.zones == nullptr || texts.zones->indptr.size() == n_places, "zones must be of ",
          texts.texts.size(), " texts");
  require(texts.is_counted.empty() || texts.cut_indptr.size() == n_places,
          "what counts must be of ", texts.texts.size(), " texts");
}

}  // namespace broadsheet::statistics
