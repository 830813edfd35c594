#include "broadsheet/terms/ngrams.hpp"
#include "broadsheet/parallel/phases.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <utility>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "count_rows.hpp"
#include "level_columns.hpp"
#include "ngram_level.hpp"
#include "ranked_words.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kDocumentsPerChunk = 128;
constexpr std::int64_t kWordsPerChunk = 1024;

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

/// N-grams of more than one word.
class NgramCount {
 public:
  NgramCount(const TokenIdsView& tokens, const RankedWords& words, const NgramOptions& options)
      : tokens_(tokens), words_(words), options_(options), n_(tokens.n_documents()) {
    for (std::int32_t n = 1; n < options.hi; ++n) {
      const NgramLevel* below = levels_.empty() ? nullptr : &levels_.back();
      if (below != nullptr && below->last_words.empty()) break;
      levels_.push_back(find_next_level(tokens, words, below, options.trim.min_documents, part(n)));
    }
    columns_ = number_columns(words, levels_, options.lo, options.trim,
                              uncounted(options.loop, n_done(options.hi), kWordsPerChunk));
    require_terms(columns_.report, options.trim, n_);
    if (columns_.size() > options.trim.max_terms) {
      keep_columns(most_frequent(count_totals(), options.trim.max_terms), columns_);
    }
  }

  /// @param n_distinct  Of each document the number of its distinct words.
  [[nodiscard]] TermCounts count(std::vector<std::int64_t> n_distinct) && {
    const auto for_each_column = [this](std::int64_t document, const auto& visit) {
      visit_columns(document, visit);
    };
    const parallel::LoopOptions loop = part(options_.hi);
    RowCounter counter(n_, static_cast<std::int32_t>(columns_.size()), loop, for_each_column);
    Csr<std::int32_t> counts =
        keeps_all() ? counter.count(add_distinct(std::move(n_distinct))) : counter.count();
    return {.counts = std::move(counts), .columns = std::move(columns_.words)};
  }

 private:
  [[nodiscard]] std::int64_t n_done(int part) const { return n_ * part / (options_.hi + 1); }
  /// The call has hi + 1 parts: frequencies, levels, and rows.
  [[nodiscard]] parallel::LoopOptions part(int index) const {
    return loop_of({index, options_.hi + 1, n_, n_}, options_.loop, kDocumentsPerChunk);
  }

  [[nodiscard]] bool keeps_all() const {
    const TrimReport& report = columns_.report;
    return report.n_rare == 0 && report.n_common == 0 && report.n_kept == columns_.size();
  }

  /// Of each document the number of its distinct n-grams, given that of its distinct words.
  [[nodiscard]] std::vector<std::int64_t> add_distinct(std::vector<std::int64_t> n_distinct) const {
    if (options_.lo > 1) std::ranges::fill(n_distinct, 0);
    for (const NgramLevel& level : levels_) {
      if (level.n_words < options_.lo) continue;
      std::ranges::transform(n_distinct, level.n_distinct, n_distinct.begin(), std::plus());
    }
    return n_distinct;
  }

  template <typename Visit>
  void visit_columns(std::int64_t document, const Visit& visit) const {
    const std::int64_t end = tokens_.indptr[static_cast<std::size_t>(document) + 1];
    for (std::int64_t place = tokens_.indptr[static_cast<std::size_t>(document)]; place < end;
         ++place) {
      std::int32_t number = words_.at(place);
      for (std::size_t n = 0; number >= 0; ++n) {
        const std::int32_t column = columns_.by_number[n][static_cast<std::size_t>(number)];
        if (column >= 0) visit(column);
        if (n == levels_.size()) break;
        number = levels_[n].at[static_cast<std::size_t>(place)];
      }
    }
  }

  /// How often the n-gram of each column occurs.
  [[nodiscard]] std::vector<std::int64_t> count_totals() const {
    std::vector<std::int64_t> totals(static_cast<std::size_t>(columns_.size()));
    parallel::LoopOptions loop = uncounted(options_.loop, n_done(options_.hi), kDocumentsPerChunk);
    loop.n_threads = 1;
    parallel::for_each_chunk(n_, loop, [&](const parallel::Chunk& chunk) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        visit_columns(document,
                      [&](std::int32_t column) { ++totals[static_cast<std::size_t>(column)]; });
      }
    });
    return totals;
  }

  const TokenIdsView& tokens_;
  const RankedWords& words_;
  const NgramOptions& options_;
  const std::int64_t n_;
  std::vector<NgramLevel> levels_;  // Of 2 words, 3 words, and so on.
  LevelColumns columns_;
};

}  // namespace

TermCounts count_ngrams(const TokenIdsView& tokens, std::span<const std::int32_t> sorted_ids,
                        const NgramOptions& options) {
  check_options(tokens, sorted_ids, options);
  const std::int64_t n = tokens.n_documents();
  std::vector<std::int64_t> n_distinct(static_cast<std::size_t>(n));
  const Frequencies<std::int64_t> by_id = frequencies(
      tokens, loop_of({0, options.hi + 1, n, n}, options.loop, kDocumentsPerChunk), n_distinct);
  if (options.hi == 1) {
    return count_words(tokens, sorted_ids, by_id, std::move(n_distinct), options);
  }
  const RankedWords words(tokens, sorted_ids, by_id, options.trim.min_documents);
  return NgramCount(tokens, words, options).count(std::move(n_distinct));
}

}  // namespace broadsheet::terms
