#include "broadsheet/terms/tokens.hpp"

#include <stdexcept>
#include <string>
#include <utility>

#include "broadsheet/require.hpp"
#include "parallel_tokens.hpp"
#include "token_source.hpp"

namespace broadsheet::terms {
namespace {

using text::Span;

void check_spans(const text::Texts& texts, const SpansView& zones) {
  require(zones.indptr.size() == texts.views().size() + 1, "zones must be of ", texts.size(),
          " texts, not of ", static_cast<std::int64_t>(zones.indptr.size()) - 1);
  require(zones.indptr.front() >= 0, "indptr of zones must not start with ", zones.indptr.front());
  require(zones.indptr.back() <= static_cast<std::int64_t>(zones.spans.size()),
          "indptr of zones must not end with ", zones.indptr.back(), " where there are ",
          zones.spans.size(), " spans");
  for (std::size_t row = 0; row < texts.views().size(); ++row) {
    const std::int64_t begin = zones.indptr[row];
    const std::int64_t end = zones.indptr[row + 1];
    require(begin <= end, "indptr of zones must not decrease, as it does at text ", row);
    const auto size = static_cast<std::int64_t>(texts.views()[row].size());
    for (std::int64_t at = begin; at < end; ++at) {
      const Span span = zones.spans[static_cast<std::size_t>(at)];
      require(0 <= span.begin && span.begin <= span.end && span.end <= size, "span [", span.begin,
              ", ", span.end, ") of text ", row, " must lie within its ", size, " bytes");
    }
  }
}

Tokens tokenize_on_one_thread(const TokenSource& source, const parallel::LoopOptions& loop) {
  Tokens tokens;
  const auto vocabulary = std::make_shared<Vocabulary>();
  tokens.indptr.resize(static_cast<std::size_t>(source.n_texts()) + 1);
  tokens.ids.reserve(source.n_expected({0, 0, source.n_texts()}));
  parallel::for_each_chunk(source.n_texts(), loop, [&](const parallel::Chunk& chunk) {
    source.cut(chunk, *vocabulary, tokens.ids, tokens.indptr);
  });
  tokens.vocabulary = vocabulary;
  return tokens;
}

}  // namespace

Tokens tokenize(const text::Texts& texts, const Tokenizer& tokenizer, const SpansView* zones,
                const parallel::LoopOptions& loop) {
  if (zones != nullptr) check_spans(texts, *zones);
  const TokenSource source(texts.views(), tokenizer, zones);
  Tokens tokens = loop.n_threads == 1 ? tokenize_on_one_thread(source, loop)
                                      : tokenize_on_threads(source, loop);
  for (std::size_t row = 1; row < tokens.indptr.size(); ++row) {
    tokens.indptr[row] += tokens.indptr[row - 1];
  }
  return tokens;
}

Tokens relabel(const TokenIdsView& tokens, std::span<const std::int32_t> new_ids,
               std::shared_ptr<const Vocabulary> vocabulary) {
  require(new_ids.size() == static_cast<std::size_t>(tokens.n_terms), "new_ids must be of ",
          tokens.n_terms, " terms, not of ", new_ids.size());
  for (std::size_t id = 0; id < new_ids.size(); ++id) {
    require(-1 <= new_ids[id] && new_ids[id] < vocabulary->size(), "new_ids must lie in [-1, ",
            vocabulary->size(), "), not be ", new_ids[id], " as of term ", id);
  }
  Tokens relabelled;
  relabelled.vocabulary = std::move(vocabulary);
  relabelled.indptr.reserve(tokens.indptr.size());
  relabelled.ids.reserve(tokens.ids.size());
  relabelled.indptr.push_back(0);
  for (std::int64_t document = 0; document < tokens.n_documents(); ++document) {
    for (const std::int32_t id : tokens.of(document)) {
      const std::int32_t new_id = new_ids[static_cast<std::size_t>(id)];
      if (new_id >= 0) relabelled.ids.push_back(new_id);
    }
    relabelled.indptr.push_back(static_cast<std::int64_t>(relabelled.ids.size()));
  }
  return relabelled;
}

Tokens select_rows(const TokenIdsView& tokens, std::span<const std::int64_t> rows,
                   std::shared_ptr<const Vocabulary> vocabulary) {
  Tokens selected;
  selected.vocabulary = std::move(vocabulary);
  selected.indptr.reserve(rows.size() + 1);
  selected.indptr.push_back(0);
  for (const std::int64_t row : rows) {
    if (row < 0 || row >= tokens.n_documents()) {
      throw std::out_of_range("row " + std::to_string(row) + " is out of range for " +
                              std::to_string(tokens.n_documents()) + " documents");
    }
    selected.indptr.push_back(selected.indptr.back() +
                              static_cast<std::int64_t>(tokens.of(row).size()));
  }
  selected.ids.reserve(static_cast<std::size_t>(selected.indptr.back()));
  for (const std::int64_t row : rows) {
    const auto ids = tokens.of(row);
    selected.ids.insert(selected.ids.end(), ids.begin(), ids.end());
  }
  return selected;
}

}  // namespace broadsheet::terms
