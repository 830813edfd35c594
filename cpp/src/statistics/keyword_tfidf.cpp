#include "broadsheet/statistics/keyword_tfidf.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <cstddef>
#include <utility>

#include "append.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/terms/ngrams.hpp"
#include "phrase_numbers.hpp"

namespace broadsheet::statistics {
namespace {

constexpr std::int32_t kMostWords = 255;

}  // namespace

KeywordRuns keyword_runs(const CutTexts& texts, std::span<const std::int32_t> ids,
                         const parallel::LoopOptions& loop) {
  const std::int64_t n_documents = std::ssize(texts.texts);
  std::vector<KeywordRuns> parts(
      static_cast<std::size_t>(parallel::count_chunks(n_documents, loop)));
  parallel::for_each_chunk(n_documents, loop, [&](const parallel::Chunk& chunk) {
    KeywordRuns& part = parts[static_cast<std::size_t>(chunk.index)];
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      const KeywordWords words = keyword_words(texts, ids, row);
      const std::int64_t first = part.run_indptr.back();
      for (std::size_t run = 1; run < words.run_indptr.size(); ++run) {
        part.run_indptr.push_back(first + words.run_indptr[run]);
      }
      part.terms.insert(part.terms.end(), words.terms.begin(), words.terms.end());
      part.document_indptr.push_back(part.document_indptr.back() + words.n_runs());
    }
  });
  KeywordRuns runs;
  for (const KeywordRuns& part : parts) {
    append_indptr(runs.document_indptr, part.document_indptr);
    append_indptr(runs.run_indptr, part.run_indptr);
    append_all(runs.terms, part.terms);
  }
  return runs;
}

KeywordTfidf::KeywordTfidf(const KeywordRuns& runs, const terms::Vocabulary& vocabulary,
                           std::span<const std::uint8_t> is_stopword,
                           const KeywordTfidfOptions& options)
    : document_indptr_(runs.document_indptr),
      is_stopword_(is_stopword),
      max_words_(options.max_words) {
  require(1 <= max_words_ && max_words_ <= kMostWords, "max_words must be from 1 to ", kMostWords,
          ", not ", max_words_);
  if (runs.terms.empty()) return;
  terms::require_joinable(vocabulary);
  const auto waiting = parallel::uncounted(options.loop, 0, options.loop.chunk_size);
  const std::vector<std::int32_t> sorted_ids = vocabulary.sorted_ids(waiting);
  ranks_.resize(sorted_ids.size());
  for (std::size_t rank = 0; rank < sorted_ids.size(); ++rank) {
    ranks_[static_cast<std::size_t>(sorted_ids[rank])] = static_cast<std::int32_t>(rank);
  }
  const terms::TokenIdsView words{runs.run_indptr, runs.terms, vocabulary.size()};
  terms::TermCounts ngrams =
      terms::count_ngrams(words, sorted_ids, {.hi = max_words_, .loop = waiting});
  counts_ = std::move(ngrams.counts);
  columns_ = std::move(ngrams.columns);
  count_documents(runs, options);
}

void KeywordTfidf::count_documents(const KeywordRuns& runs, const KeywordTfidfOptions& options) {
  std::vector<std::atomic<std::int32_t>> frequencies(static_cast<std::size_t>(counts_.n_columns));
  const std::int64_t n_documents = runs.n_documents() - options.first_document;
  const auto waiting = parallel::uncounted(options.loop, 0, options.loop.chunk_size);
  parallel::for_each_chunk(n_documents, waiting, [&](const parallel::Chunk& chunk) {
    std::vector<std::int32_t> columns;
    for (std::int64_t i = chunk.begin; i < chunk.end; ++i) {
      const auto document = static_cast<std::size_t>(options.first_document + i);
      const auto run = [&](std::int64_t at) {
        return counts_.indptr[static_cast<std::size_t>(at)];
      };
      columns.assign(counts_.indices.begin() + run(document_indptr_[document]),
                     counts_.indices.begin() + run(document_indptr_[document + 1]));
      std::ranges::sort(columns);
      const auto repeated = std::ranges::unique(columns);
      columns.erase(repeated.begin(), repeated.end());
      for (const std::int32_t column : columns) {
        frequencies[static_cast<std::size_t>(column)].fetch_add(1, std::memory_order_relaxed);
      }
    }
  });
  for (const std::atomic<std::int32_t>& frequency : frequencies) {
    const double n = frequency.load(std::memory_order_relaxed);
    idf_.push_back(std::log((1 + static_cast<double>(n_documents)) / (1 + n)) + 1);
  }
}

std::int32_t KeywordTfidf::column_of(std::int64_t row, std::span<const std::int32_t> words) const {
  const auto rank = [this](std::int32_t term) { return ranks_[static_cast<std::size_t>(term)]; };
  const auto words_of = [this](std::int32_t column) {
    const auto at = static_cast<std::size_t>(column);
    const auto begin = static_cast<std::size_t>(columns_.indptr[at]);
    return std::span(columns_.words)
        .subspan(begin, static_cast<std::size_t>(columns_.indptr[at + 1]) - begin);
  };
  const auto at = static_cast<std::size_t>(row);
  const auto columns =
      std::span<const std::int32_t>(counts_.indices)
          .subspan(static_cast<std::size_t>(counts_.indptr[at]),
                   static_cast<std::size_t>(counts_.indptr[at + 1] - counts_.indptr[at]));
  return *std::ranges::partition_point(columns, [&](std::int32_t column) {
    return std::ranges::lexicographical_compare(words_of(column), words, {}, rank, rank);
  });
}

std::vector<Keyphrase> KeywordTfidf::keyphrases(std::int64_t document,
                                                const KeywordWords& words) const {
  std::vector<WordRange> ranges;
  std::vector<std::int32_t> columns;
  const auto is_content = [&](std::int32_t place) {
    const auto term = words.terms[static_cast<std::size_t>(place)];
    return is_stopword_[static_cast<std::size_t>(term)] == 0;
  };
  const std::int64_t first_row = document_indptr_[static_cast<std::size_t>(document)];
  for (std::int32_t run = 0; run < words.n_runs(); ++run) {
    const std::int32_t begin = words.run_indptr[static_cast<std::size_t>(run)];
    const std::int32_t end = words.run_indptr[static_cast<std::size_t>(run) + 1];
    for (std::int32_t last = begin; last < end; ++last) {
      const std::int32_t farthest = std::max(begin, last - max_words_ + 1);
      for (std::int32_t first = last; is_content(last) && first >= farthest; --first) {
        if (!is_content(first)) continue;
        ranges.push_back({first, last + 1});
        columns.push_back(
            column_of(first_row + run, std::span(words.terms)
                                           .subspan(static_cast<std::size_t>(first),
                                                    static_cast<std::size_t>(last + 1 - first))));
      }
    }
  }
  const PhraseNumbers numbers = number_words(columns);
  std::vector<Keyphrase> phrases;
  for (std::size_t i = 0; i < numbers.n_phrases(); ++i) {
    const auto first = static_cast<std::size_t>(numbers.firsts[i]);
    const double score = numbers.counts[i] * idf_[static_cast<std::size_t>(columns[first])];
    phrases.push_back({ranges[first].begin, ranges[first].size(), score});
  }
  rank(phrases, BestScore::kHighest);
  return phrases;
}

}  // namespace broadsheet::statistics
