#include "broadsheet/terms/ngrams.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/counts.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "ngram_search.hpp"
#include "phases.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kDocumentsPerChunk = 128;

void check_options(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
                   const NgramOptions& options) {
  check(options.trim);
  require(1 <= options.lo && options.lo <= options.hi && options.hi <= 255,
          "ngrams must be (lo, hi) with 1 <= lo <= hi <= 255, not (", options.lo, ", ", options.hi,
          ")");
  require(sorted_ids.size() == static_cast<std::size_t>(tokens.n_terms),
          "sorted_ids must have one place a term, ", tokens.n_terms, ", not ", sorted_ids.size());
}

TermCounts count_words(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
                       const Frequencies<std::int64_t>& by_id, const NgramOptions& options) {
  Frequencies<std::int64_t> by_rank;
  for (const std::int32_t id : sorted_ids) {
    by_rank.totals.push_back(by_id.totals[static_cast<std::size_t>(id)]);
    by_rank.documents.push_back(by_id.documents[static_cast<std::size_t>(id)]);
  }
  TermCounts result;
  result.columns.words = kept_terms(by_rank, options.trim, tokens.n_documents());
  std::vector<std::int32_t> columns(sorted_ids.size(), -1);
  for (std::size_t column = 0; column < result.columns.words.size(); ++column) {
    std::int32_t& word = result.columns.words[column];  // A rank becomes an id.
    word = sorted_ids[static_cast<std::size_t>(word)];
    columns[static_cast<std::size_t>(word)] = static_cast<std::int32_t>(column);
    result.columns.indptr.push_back(static_cast<std::int64_t>(column) + 1);
  }
  const std::int64_t n = tokens.n_documents();
  const auto loop = loop_of({1, 2, n, n}, options.loop, kDocumentsPerChunk);
  const auto n_columns = static_cast<std::int32_t>(result.columns.words.size());
  result.counts = counts(tokens, columns, n_columns, loop);
  return result;
}

/// The columns of the n-grams that stay, one a found n-gram: -1 for those that do not.
std::vector<std::int32_t> number_columns(const std::vector<FoundNgrams>& found,
                                         std::int64_t max_terms) {
  std::int64_t n_found = 0;
  for (const FoundNgrams& run : found) n_found += std::ssize(run.n_words);
  if (n_found > std::numeric_limits<std::int32_t>::max()) {
    throw std::overflow_error("there are 2**31 n-grams or more; raise min_df");
  }
  std::vector<std::int32_t> columns(static_cast<std::size_t>(n_found));
  std::iota(columns.begin(), columns.end(), 0);
  if (n_found <= max_terms) return columns;

  std::vector<std::int64_t> totals;
  for (const FoundNgrams& run : found) {
    auto count = run.counts.begin();
    for (const std::int32_t n_documents : run.n_documents) {
      totals.push_back(std::accumulate(count, count + n_documents, std::int64_t{0}));
      count += n_documents;
    }
  }
  std::ranges::fill(columns, -1);
  std::int32_t next = 0;
  for (const std::int32_t kept : most_frequent(totals, max_terms)) {
    columns[static_cast<std::size_t>(kept)] = next++;
  }
  return columns;
}

ColumnWords list_words(const std::vector<FoundNgrams>& found,
                       const std::vector<std::int32_t>& columns) {
  ColumnWords result;
  auto column = columns.begin();
  for (const FoundNgrams& run : found) {
    auto word = run.words.begin();
    for (const std::uint8_t n_words : run.n_words) {
      if (*column++ >= 0) {
        result.words.insert(result.words.end(), word, word + n_words);
        result.indptr.push_back(std::ssize(result.words));
      }
      word += n_words;
    }
  }
  return result;
}

/// Calls `visit(column, document, count)` for the cells of documents in [begin, end), in the
/// order of columns, hence of columns within each row.
template <typename Visit>
void for_each_cell(const std::vector<FoundNgrams>& found, const std::vector<std::int32_t>& columns,
                   std::int64_t begin, std::int64_t end, const Visit& visit) {
  auto column = columns.begin();
  for (const FoundNgrams& run : found) {
    std::size_t cell = 0;
    for (const std::int32_t n_documents : run.n_documents) {
      const std::size_t stop = cell + static_cast<std::size_t>(n_documents);
      for (; cell < stop; ++cell) {
        const std::int32_t document = run.documents[cell];
        if (*column >= 0 && document >= begin && document < end) {
          visit(*column, static_cast<std::size_t>(document), run.counts[cell]);
        }
      }
      ++column;
    }
  }
}

/// Turns lists of documents into rows. Each thread reads all lists and writes its own rows.
Csr<std::int32_t> transpose(const std::vector<FoundNgrams>& found,
                            const std::vector<std::int32_t>& columns, std::int32_t n_columns,
                            std::int64_t n_documents, const parallel::LoopOptions& call) {
  Csr<std::int32_t> matrix;
  matrix.n_columns = n_columns;
  matrix.indptr.resize(static_cast<std::size_t>(n_documents) + 1);
  for_each_cell(
      found, columns, 0, n_documents,
      [&](std::int32_t, std::size_t document, std::int32_t) { ++matrix.indptr[document + 1]; });
  std::partial_sum(matrix.indptr.begin(), matrix.indptr.end(), matrix.indptr.begin());
  matrix.indices.resize(static_cast<std::size_t>(matrix.indptr.back()));
  matrix.values.resize(matrix.indices.size());
  std::vector<std::int64_t> next(matrix.indptr.begin(), matrix.indptr.end() - 1);
  const std::int64_t share = n_documents / call.n_threads + 1;
  const auto loop = loop_of({3, 4, n_documents, n_documents}, call, share);
  parallel::for_each_chunk(n_documents, loop, [&](const parallel::Chunk& rows) {
    for_each_cell(found, columns, rows.begin, rows.end,
                  [&](std::int32_t column, std::size_t document, std::int32_t count) {
                    const auto place = static_cast<std::size_t>(next[document]++);
                    matrix.indices[place] = column;
                    matrix.values[place] = count;
                  });
  });
  return matrix;
}

}  // namespace

TermCounts count_ngrams(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
                        const NgramOptions& options) {
  check_options(tokens, sorted_ids, options);
  const std::int64_t n = tokens.n_documents();
  const auto first = loop_of({0, options.hi == 1 ? 2 : 4, n, n}, options.loop, kDocumentsPerChunk);
  const Frequencies<std::int64_t> by_id = frequencies(tokens, first);
  if (options.hi == 1) return count_words(tokens, sorted_ids, by_id, options);

  const std::vector<FoundNgrams> found = find_ngrams(tokens, sorted_ids, by_id, options);
  TrimReport report;
  for (const std::int64_t n_documents : by_id.documents) {  // Words that no n-gram begins with.
    report.n_rare +=
        n_documents > 0 && static_cast<double>(n_documents) < options.trim.min_documents;
  }
  for (const FoundNgrams& run : found) {
    report.n_rare += run.report.n_rare;
    report.n_common += run.report.n_common;
    report.n_kept += run.report.n_kept;
  }
  require_terms(report, options.trim, n);
  const std::vector<std::int32_t> columns = number_columns(found, options.trim.max_terms);
  TermCounts result{.counts = {}, .columns = list_words(found, columns)};
  const auto n_columns = static_cast<std::int32_t>(result.columns.indptr.size() - 1);
  result.counts = transpose(found, columns, n_columns, n, options.loop);
  return result;
}

}  // namespace broadsheet::terms
