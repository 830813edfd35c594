#include "broadsheet/statistics/sentence_indptr.hpp"

#include <cstddef>

#include "cut_tokens.hpp"

namespace broadsheet::statistics {
namespace {

/// Appends where a sentence of a document begins, if it has tokens that none before it has.
void append_begins(const CutTexts& texts, std::int64_t row, std::vector<std::int64_t>& begins) {
  const std::int64_t first = texts.indptr[static_cast<std::size_t>(row)];
  const CutTokens tokens = cut_tokens(texts, row);
  std::int64_t last = -1;
  const auto append = [&](std::int64_t n_tokens) {
    const bool is_begin = n_tokens > last && n_tokens < std::ssize(tokens.begins);
    if (!is_begin) return;
    last = n_tokens;
    begins.push_back(first + n_tokens);
  };
  append(0);
  for (const std::int64_t edge : sentence_edges(texts, row)) {
    append(n_before(tokens, edge));
  }
}

}  // namespace

std::vector<std::int64_t> sentence_indptr(const CutTexts& texts,
                                          const parallel::LoopOptions& loop) {
  check(texts);
  const auto n_documents = std::ssize(texts.texts);
  std::vector<std::vector<std::int64_t>> parts(
      static_cast<std::size_t>(parallel::count_chunks(n_documents, loop)));
  parallel::for_each_chunk(n_documents, loop, [&](const parallel::Chunk& chunk) {
    auto& begins = parts[static_cast<std::size_t>(chunk.index)];
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) append_begins(texts, row, begins);
  });
  std::vector<std::int64_t> indptr;
  for (const auto& part : parts) indptr.insert(indptr.end(), part.begin(), part.end());
  indptr.push_back(texts.indptr.back());
  return indptr;
}

}  // namespace broadsheet::statistics
