#include "broadsheet/terms/expected_size.hpp"
#include "broadsheet/parallel/phases.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kDocumentsPerChunk = 128;

/// A term or n-gram, or several of which nothing else is known.
struct Column {
  std::int64_t total = 0;
  std::int64_t documents = 0;
  std::int64_t label_bytes = 0;
  double n = 1;  // How many columns it stands for.
};

/// One occurrence of an n-gram that was chosen.
struct Occurrence {
  std::uint64_t hash = 0;
  std::int32_t document = 0;
  std::int32_t label_bytes = 0;

  friend bool operator<(const Occurrence& left, const Occurrence& right) {
    return left.hash != right.hash ? left.hash < right.hash : left.document < right.document;
  }
};

void check_options(const NgramOptions& options) {
  check(options.trim);
  require(1 <= options.lo && options.lo <= options.hi && options.hi <= 255,
          "ngrams must be (lo, hi) with 1 <= lo <= hi <= 255, not (", options.lo, ", ", options.hi,
          ")");
}

class SizeExpectation {
 public:
  SizeExpectation(const TokenIdsView& tokens, const Vocabulary& vocabulary,
                  const NgramOptions& options, std::int64_t most_occurrences)
      : tokens_(tokens), vocabulary_(vocabulary), options_(options) {
    const std::int64_t n_lengths = std::max(0, options.hi - std::max(options.lo, 2) + 1);
    while (tokens.n_tokens() * n_lengths >> n_bits_ > most_occurrences) ++n_bits_;
  }

  ExpectedSize expect() {
    if (options_.lo == 1) count_words();
    if (options_.hi > 1) count_chosen();
    if (n_columns() > static_cast<double>(options_.trim.max_terms)) keep_most_frequent();
    size_.share = 1.0 / static_cast<double>(std::int64_t{1} << n_bits_);
    for (const Column& column : columns_) {
      size_.n_columns += column.n;
      size_.n_values += column.n * static_cast<double>(column.documents);
      size_.label_bytes += column.n * static_cast<double>(column.label_bytes);
    }
    return size_;
  }

 private:
  [[nodiscard]] parallel::LoopOptions loop(int phase) const {
    const std::int64_t n = tokens_.n_documents();
    return loop_of({phase, 2, n, n}, options_.loop, kDocumentsPerChunk);
  }

  [[nodiscard]] std::int64_t length_of(std::int32_t id) const {
    const auto at = static_cast<std::size_t>(id);
    return vocabulary_.ends()[at + 1] - vocabulary_.ends()[at];
  }

  void add(const Column& column) {
    if (column.documents > 0) size_.n_found += column.n;
    const auto documents = static_cast<double>(column.documents);
    if (column.documents > 0 && documents >= options_.trim.min_documents &&
        documents <= options_.trim.max_documents) {
      columns_.push_back(column);
    }
  }

  void count_words() {
    const auto found = frequencies(tokens_, loop(0));
    for (std::int32_t id = 0; id < tokens_.n_terms; ++id) {
      const auto at = static_cast<std::size_t>(id);
      add({found.totals[at], found.documents[at], length_of(id)});
    }
  }

  void count_chosen() {
    const parallel::LoopOptions options = loop(1);
    std::vector<std::vector<Occurrence>> chunks(
        static_cast<std::size_t>(parallel::count_chunks(tokens_.n_documents(), options)));
    parallel::for_each_chunk(tokens_.n_documents(), options, [&](const parallel::Chunk& chunk) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        choose(document, chunks[static_cast<std::size_t>(chunk.index)]);
      }
    });
    std::vector<Occurrence> chosen;
    for (const auto& chunk : chunks) chosen.insert(chosen.end(), chunk.begin(), chunk.end());
    std::ranges::sort(chosen, std::less<>());
    for (std::size_t begin = 0; begin < chosen.size();) {
      Column column{0, 0, chosen[begin].label_bytes,
                    static_cast<double>(std::int64_t{1} << n_bits_)};
      std::size_t at = begin;
      for (; at < chosen.size() && chosen[at].hash == chosen[begin].hash; ++at) {
        ++column.total;
        column.documents += at == begin || chosen[at].document != chosen[at - 1].document;
      }
      add(column);
      begin = at;
    }
  }

  /// Appends the occurrences of chosen n-grams in a document.
  void choose(std::int64_t document, std::vector<Occurrence>& chosen) const {
    const auto ids = tokens_.of(document);
    const std::uint64_t mask = (std::uint64_t{1} << n_bits_) - 1;
    const auto longest = static_cast<std::size_t>(options_.hi);
    const auto shortest = static_cast<std::size_t>(std::max(options_.lo, 2));
    for (std::size_t begin = 0; begin < ids.size(); ++begin) {
      std::uint64_t hash = 0;
      std::int64_t label_bytes = -1;  // A space fewer than words.
      for (std::size_t at = begin; at < std::min(ids.size(), begin + longest); ++at) {
        hash = mix_bits(hash * 3 + static_cast<std::uint64_t>(ids[at]) + 1);
        label_bytes += length_of(ids[at]) + 1;
        if (at + 1 - begin >= shortest && (hash & mask) == 0) {
          chosen.push_back(
              {hash, static_cast<std::int32_t>(document), static_cast<std::int32_t>(label_bytes)});
        }
      }
    }
  }

  [[nodiscard]] double n_columns() const {
    double n = 0;
    for (const Column& column : columns_) n += column.n;
    return n;
  }

  void keep_most_frequent() {
    std::ranges::stable_sort(columns_, std::greater<>(), &Column::total);
    auto left = static_cast<double>(options_.trim.max_terms);
    for (Column& column : columns_) {
      column.n = std::min(column.n, left);
      left -= column.n;
    }
  }

  const TokenIdsView& tokens_;
  const Vocabulary& vocabulary_;
  const NgramOptions& options_;
  int n_bits_ = 0;  // One of 2**n_bits_ n-grams is chosen.
  std::vector<Column> columns_;
  ExpectedSize size_;
};

}  // namespace

ExpectedSize expect_size(const TokenIdsView& tokens, const Vocabulary& vocabulary,
                         const NgramOptions& options, std::int64_t most_occurrences) {
  check_options(options);
  return SizeExpectation(tokens, vocabulary, options, most_occurrences).expect();
}

}  // namespace broadsheet::terms
