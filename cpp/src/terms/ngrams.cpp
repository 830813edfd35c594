#include "broadsheet/terms/ngrams.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <utility>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "count_rows.hpp"
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

/// @param n_distinct  Of each document the number of its distinct words.
TermCounts count_words(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
                       const Frequencies<std::int64_t>& by_id, std::vector<std::int64_t> n_distinct,
                       const NgramOptions& options) {
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
  const auto for_each_column = [&](std::int64_t document, const auto& visit) {
    for (const std::int32_t id : tokens.of(document)) {
      const std::int32_t column = columns[static_cast<std::size_t>(id)];
      if (column >= 0) visit(column);
    }
  };
  RowCounter counter(n, n_columns, loop, for_each_column);
  const bool stay_all =
      n_columns == std::ranges::count_if(by_id.documents, [](auto df) { return df > 0; });
  result.counts = stay_all ? counter.count(std::move(n_distinct)) : counter.count();
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
/// @param columns  Those of the n-grams of `run`.
template <typename Visit>
void for_each_cell(const FoundNgrams& run, const std::int32_t* columns, std::int64_t begin,
                   std::int64_t end, const Visit& visit) {
  std::size_t cell = 0;
  for (const std::int32_t n_documents : run.n_documents) {
    const std::int32_t column = *columns++;
    const std::size_t stop = cell + static_cast<std::size_t>(n_documents);
    if (column < 0) cell = stop;
    for (; cell < stop; ++cell) {
      const std::int32_t document = run.documents[cell];
      if (document < begin || document >= end) continue;
      visit(column, static_cast<std::size_t>(document), run.counts[cell]);
    }
  }
}

/// Turns lists of documents into rows, run after run. Each thread reads the whole run and writes
/// its own rows.
class Transposer {
 public:
  Transposer(const std::vector<FoundNgrams>& found, const std::vector<std::int32_t>& columns,
             std::int64_t n_documents, const parallel::LoopOptions& call)
      : found_(found), columns_(columns), n_(n_documents), call_(call) {}

  [[nodiscard]] Csr<std::int32_t> transpose(std::int32_t n_columns) {
    Csr<std::int32_t> matrix;
    matrix.n_columns = n_columns;
    matrix.indptr.resize(static_cast<std::size_t>(n_) + 1);
    for_each_run(
        [&](std::int32_t, std::size_t document, std::int32_t) { ++matrix.indptr[document + 1]; });
    std::partial_sum(matrix.indptr.begin(), matrix.indptr.end(), matrix.indptr.begin());
    matrix.indices.resize(static_cast<std::size_t>(matrix.indptr.back()));
    matrix.values.resize(matrix.indices.size());
    std::vector<std::int64_t> next(matrix.indptr.begin(), matrix.indptr.end() - 1);
    for_each_run([&](std::int32_t column, std::size_t document, std::int32_t count) {
      const auto place = static_cast<std::size_t>(next[document]++);
      matrix.indices[place] = column;
      matrix.values[place] = count;
    });
    return matrix;
  }

 private:
  template <typename Visit>
  void for_each_run(const Visit& visit) {
    const std::int64_t share = n_ / call_.n_threads + 1;
    const std::int32_t* columns = columns_.data();
    for (const FoundNgrams& run : found_) {
      const Phase phase{3, 4, 2 * std::ssize(found_) * n_, n_, n_before_};
      parallel::for_each_chunk(n_, loop_of(phase, call_, share), [&](const parallel::Chunk& rows) {
        for_each_cell(run, columns, rows.begin, rows.end, visit);
      });
      columns += run.n_words.size();
      n_before_ += n_;
    }
  }

  const std::vector<FoundNgrams>& found_;
  const std::vector<std::int32_t>& columns_;
  const std::int64_t n_;
  const parallel::LoopOptions& call_;
  std::int64_t n_before_ = 0;
};

}  // namespace

TermCounts count_ngrams(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
                        const NgramOptions& options) {
  check_options(tokens, sorted_ids, options);
  const std::int64_t n = tokens.n_documents();
  const auto first = loop_of({0, options.hi == 1 ? 2 : 4, n, n}, options.loop, kDocumentsPerChunk);
  std::vector<std::int64_t> n_distinct(static_cast<std::size_t>(n));
  const Frequencies<std::int64_t> by_id = frequencies(tokens, first, n_distinct);
  if (options.hi == 1) {
    return count_words(tokens, sorted_ids, by_id, std::move(n_distinct), options);
  }

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
  result.counts = Transposer(found, columns, n, options.loop).transpose(n_columns);
  return result;
}

}  // namespace broadsheet::terms
