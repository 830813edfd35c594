#include "broadsheet/terms/character_ngrams.hpp"

#include <cstddef>
#include <numeric>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "character_text.hpp"
#include "ordered_ids.hpp"
#include "phases.hpp"

namespace broadsheet::terms {
namespace {

using parallel::Chunk;

constexpr std::int64_t kTextsPerChunk = 128;

/// Numbers n-grams in the order they come.
struct GrowingNumbers {
  Vocabulary vocabulary;

  std::int32_t number(std::string_view ngram) { return vocabulary.add(ngram); }
  [[nodiscard]] std::int32_t size() const { return vocabulary.size(); }
};

/// Numbers n-grams as they are given, others -1.
struct GivenNumbers {
  const Vocabulary* given;

  [[nodiscard]] std::int32_t number(std::string_view ngram) const { return given->find(ngram); }
  [[nodiscard]] std::int32_t size() const { return given->size(); }
};

/// How often numbers came, and which.
class Tally {
 public:
  /// @param number  At least 0.
  void add(std::int32_t number, std::int32_t count) {
    const auto place = static_cast<std::size_t>(number);
    if (place >= counts_.size()) counts_.resize(2 * place + 1);
    if (counts_[place] == 0) found_.push_back(number);
    counts_[place] += count;
  }

  /// Calls `visit(number, count)` with each number; the tally is empty afterwards.
  template <typename Visit>
  void drain(const Visit& visit) {
    for (const std::int32_t number : found_) {
      visit(number, std::exchange(counts_[static_cast<std::size_t>(number)], 0));
    }
    found_.clear();
  }

 private:
  std::vector<std::int32_t> counts_;
  std::vector<std::int32_t> found_;
};

/// What a thread counts with, and the numbers that it gave to n-grams and words.
template <typename Numbers>
struct Counter {
  Counter(const CharacterNgramRules& rules, Numbers start) : text(rules), ngrams(start) {}

  CharacterText text;
  Numbers ngrams;
  Vocabulary words;
  std::vector<std::int64_t> word_ends = {0};
  std::vector<std::int32_t> word_ngrams;
  Tally word_tally;
  Tally tally;
  Frequencies<std::int64_t> frequencies;  // By the number of an n-gram, which may lie beyond.
  std::vector<std::int32_t> columns;      // The same, once columns are known.

  void count(std::string_view bytes, bool within_words) {
    text.read(bytes);
    if (!within_words) {
      text.for_each_ngram([this](std::string_view ngram) {
        const std::int32_t number = ngrams.number(ngram);
        if (number >= 0) tally.add(number, 1);
      });
      return;
    }
    text.for_each_padded_word(
        [this](std::string_view word) { word_tally.add(number_word(word), 1); });
    word_tally.drain([this](std::int32_t word, std::int32_t count) {
      const auto at = static_cast<std::size_t>(word);
      for (std::int64_t i = word_ends[at]; i < word_ends[at + 1]; ++i) {
        tally.add(word_ngrams[static_cast<std::size_t>(i)], count);
      }
    });
  }

  std::int32_t number_word(std::string_view padded_word) {
    const std::int32_t word = words.add(padded_word);
    if (static_cast<std::size_t>(word) + 1 == word_ends.size()) {
      text.for_each_ngram_of_word(padded_word, [this](std::string_view ngram) {
        const std::int32_t number = ngrams.number(ngram);
        if (number >= 0) word_ngrams.push_back(number);
      });
      word_ends.push_back(std::ssize(word_ngrams));
    }
    return word;
  }
};

/// The rows of a chunk, not in order: numbers of the thread that counted it, then columns.
template <typename Numbers>
struct ChunkRows {
  std::vector<std::int32_t> numbers;
  std::vector<std::int32_t> counts;
  Counter<Numbers>* counter = nullptr;
};

/// Counts texts in the numbers of each thread, and puts the rows together once these are columns.
template <typename Numbers>
class CharacterCount {
 public:
  CharacterCount(const text::Texts& texts, const CharacterNgramRules& rules, const Numbers& start,
                 const parallel::LoopOptions& loop)
      : texts_(texts.views()),
        rules_(rules),
        loop_(loop),
        counters_([&rules, start] { return Counter<Numbers>(rules, start); }) {
    const parallel::LoopOptions by_chunk = phase(0);
    chunks_.resize(static_cast<std::size_t>(parallel::count_chunks(n_texts(), by_chunk)));
    matrix_.indptr.resize(texts_.size() + 1);
  }

  void count(bool with_frequencies) {
    parallel::for_each_chunk(n_texts(), phase(0), [&](const Chunk& chunk) {
      counters_.with(
          [&](Counter<Numbers>& counter) { count_chunk(chunk, counter, with_frequencies); });
    });
  }

  /// Calls `visit(counter)` for each thread's.
  template <typename Visit>
  void for_each_counter(const Visit& visit) {
    counters_.for_each(visit);
  }

  /// The matrix, where each counter knows the column of each of its numbers, or -1.
  [[nodiscard]] Csr<std::int32_t> finish(std::int32_t n_columns, bool drops) {
    if (drops) {
      parallel::for_each_chunk(n_texts(), silent(), [&](const Chunk& chunk) { drop(chunk); });
    }
    std::partial_sum(matrix_.indptr.begin(), matrix_.indptr.end(), matrix_.indptr.begin());
    matrix_.indices.resize(static_cast<std::size_t>(matrix_.indptr.back()));
    matrix_.values.resize(matrix_.indices.size());
    matrix_.n_columns = n_columns;
    parallel::Scratch<Row> rows([n_columns] { return Row(n_columns); });
    parallel::for_each_chunk(n_texts(), phase(1), [&](const Chunk& chunk) {
      rows.with([&](Row& row) { write_rows(chunk, row); });
    });
    return std::move(matrix_);
  }

 private:
  struct Row {
    explicit Row(std::int32_t n_columns)
        : counts(static_cast<std::size_t>(n_columns)), columns(n_columns) {}

    std::vector<std::int32_t> counts;
    OrderedIds columns;  // Empty between rows.
  };

  [[nodiscard]] std::int64_t n_texts() const { return std::ssize(texts_); }
  [[nodiscard]] parallel::LoopOptions phase(int index) const {
    return loop_of({index, 2, n_texts(), n_texts()}, loop_, kTextsPerChunk);
  }
  [[nodiscard]] parallel::LoopOptions silent() const {
    return {.n_threads = loop_.n_threads, .chunk_size = kTextsPerChunk};
  }
  ChunkRows<Numbers>& rows_of(const Chunk& chunk) {
    return chunks_[static_cast<std::size_t>(chunk.index)];
  }

  void count_chunk(const Chunk& chunk, Counter<Numbers>& counter, bool with_frequencies) {
    ChunkRows<Numbers>& rows = rows_of(chunk);
    rows.counter = &counter;
    auto& [totals, documents] = counter.frequencies;
    for (auto text = static_cast<std::size_t>(chunk.begin);
         text < static_cast<std::size_t>(chunk.end); ++text) {
      const std::size_t n_before = rows.numbers.size();
      counter.count(texts_[text], rules_.within_words);
      if (with_frequencies) {
        totals.resize(static_cast<std::size_t>(counter.ngrams.size()));
        documents.resize(totals.size());
      }
      counter.tally.drain([&](std::int32_t number, std::int32_t count) {
        rows.numbers.push_back(number);
        rows.counts.push_back(count);
        if (!with_frequencies) return;
        totals[static_cast<std::size_t>(number)] += count;
        ++documents[static_cast<std::size_t>(number)];
      });
      matrix_.indptr[text + 1] = static_cast<std::int64_t>(rows.numbers.size() - n_before);
    }
  }

  /// Leaves out the cells of numbers without a column.
  void drop(const Chunk& chunk) {
    ChunkRows<Numbers>& rows = rows_of(chunk);
    const std::vector<std::int32_t>& columns = rows.counter->columns;
    std::size_t from = 0;
    std::size_t to = 0;
    for (auto text = static_cast<std::size_t>(chunk.begin);
         text < static_cast<std::size_t>(chunk.end); ++text) {
      const std::size_t begin = to;
      const auto end = from + static_cast<std::size_t>(matrix_.indptr[text + 1]);
      for (; from < end; ++from) {
        if (columns[static_cast<std::size_t>(rows.numbers[from])] < 0) continue;
        rows.numbers[to] = rows.numbers[from];
        rows.counts[to++] = rows.counts[from];
      }
      matrix_.indptr[text + 1] = static_cast<std::int64_t>(to - begin);
    }
  }

  void write_rows(const Chunk& chunk, Row& row) {
    ChunkRows<Numbers> rows = std::move(rows_of(chunk));  // Gives the memory back at the end.
    const std::vector<std::int32_t>& columns = rows.counter->columns;
    std::size_t from = 0;
    for (auto text = static_cast<std::size_t>(chunk.begin);
         text < static_cast<std::size_t>(chunk.end); ++text) {
      auto place = static_cast<std::size_t>(matrix_.indptr[text]);
      const std::size_t end = from + static_cast<std::size_t>(matrix_.indptr[text + 1]) - place;
      for (; from < end; ++from) {
        const std::int32_t column = columns[static_cast<std::size_t>(rows.numbers[from])];
        row.columns.insert(column);
        row.counts[static_cast<std::size_t>(column)] = rows.counts[from];
      }
      row.columns.drain([&](std::int32_t column) {
        matrix_.indices[place] = column;
        matrix_.values[place++] = row.counts[static_cast<std::size_t>(column)];
      });
    }
  }

  const std::span<const std::string_view> texts_;
  const CharacterNgramRules& rules_;
  const parallel::LoopOptions& loop_;
  parallel::Scratch<Counter<Numbers>> counters_;
  std::vector<ChunkRows<Numbers>> chunks_;
  Csr<std::int32_t> matrix_;
};

/// The n-grams of all threads, and the number that each thread's have among them.
struct MergedNgrams {
  Vocabulary vocabulary;
  Frequencies<std::int64_t> frequencies;
};

MergedNgrams merge(CharacterCount<GrowingNumbers>& count) {
  MergedNgrams merged;
  count.for_each_counter([&](Counter<GrowingNumbers>& counter) {
    const Vocabulary& vocabulary = counter.ngrams.vocabulary;
    auto& [totals, documents] = merged.frequencies;
    counter.columns.resize(static_cast<std::size_t>(vocabulary.size()));
    for (std::int32_t number = 0; number < vocabulary.size(); ++number) {
      const auto place = static_cast<std::size_t>(number);
      const std::int32_t id = merged.vocabulary.add(vocabulary.term(number));
      counter.columns[place] = id;
      totals.resize(static_cast<std::size_t>(merged.vocabulary.size()));
      documents.resize(totals.size());
      totals[static_cast<std::size_t>(id)] += counter.frequencies.totals[place];
      documents[static_cast<std::size_t>(id)] += counter.frequencies.documents[place];
    }
    counter.ngrams = {};
  });
  return merged;
}

/// The ids of the n-grams that stay, in the order of their bytes.
std::vector<std::int32_t> kept_ids(const MergedNgrams& merged, const TrimOptions& trim,
                                   std::int64_t n_texts) {
  const std::vector<std::int32_t> sorted = merged.vocabulary.sorted_ids();
  Frequencies<std::int64_t> by_rank;
  for (const std::int32_t id : sorted) {
    by_rank.totals.push_back(merged.frequencies.totals[static_cast<std::size_t>(id)]);
    by_rank.documents.push_back(merged.frequencies.documents[static_cast<std::size_t>(id)]);
  }
  std::vector<std::int32_t> kept = kept_terms(by_rank, trim, n_texts);
  for (std::int32_t& rank : kept) rank = sorted[static_cast<std::size_t>(rank)];
  return kept;
}

}  // namespace

void check(const CharacterNgramRules& rules) {
  require(1 <= rules.lo && rules.lo <= rules.hi,
          "ngrams must be (lo, hi) with 1 <= lo <= hi, not (", rules.lo, ", ", rules.hi, ")");
}

CharacterCounts count_character_ngrams(const text::Texts& texts, const CharacterNgramRules& rules,
                                       const TrimOptions& trim, const parallel::LoopOptions& loop) {
  check(rules);
  check(trim);
  CharacterCount<GrowingNumbers> count(texts, rules, {}, loop);
  count.count(true);
  const MergedNgrams merged = merge(count);
  require(merged.vocabulary.size() > 0, "no n-gram of ", rules.lo, " to ", rules.hi,
          " characters in ", texts.size(), " documents");
  const std::vector<std::int32_t> kept = kept_ids(merged, trim, texts.size());

  CharacterCounts result;
  std::vector<std::int32_t> columns(static_cast<std::size_t>(merged.vocabulary.size()), -1);
  for (std::size_t column = 0; column < kept.size(); ++column) {
    columns[static_cast<std::size_t>(kept[column])] = static_cast<std::int32_t>(column);
    result.labels.bytes += merged.vocabulary.term(kept[column]);
    result.labels.offsets.push_back(std::ssize(result.labels.bytes));
  }
  count.for_each_counter([&](Counter<GrowingNumbers>& counter) {
    for (std::int32_t& id : counter.columns) id = columns[static_cast<std::size_t>(id)];
  });
  const bool drops = kept.size() < columns.size();
  result.counts = count.finish(static_cast<std::int32_t>(kept.size()), drops);
  return result;
}

Csr<std::int32_t> count_given_character_ngrams(const text::Texts& texts, const Labels& given,
                                               const CharacterNgramRules& rules,
                                               const parallel::LoopOptions& loop) {
  check(rules);
  Vocabulary vocabulary;
  for (std::int64_t i = 0; i < given.size(); ++i) {
    const std::int32_t id = vocabulary.add(given.at(i));
    require(id == i, "terms ", id, " and ", i, " are the same: '", given.at(i), "'");
  }
  CharacterCount<GivenNumbers> count(texts, rules, {&vocabulary}, loop);
  count.count(false);
  count.for_each_counter([&](Counter<GivenNumbers>& counter) {
    counter.columns.resize(static_cast<std::size_t>(vocabulary.size()));
    std::iota(counter.columns.begin(), counter.columns.end(), 0);
  });
  return count.finish(vocabulary.size(), false);
}

}  // namespace broadsheet::terms
