#include "ngram_level.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstddef>
#include <limits>
#include <map>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "broadsheet/parallel/phases.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "pair_numbers.hpp"

namespace broadsheet::terms {
namespace {

using parallel::Chunk;

constexpr std::int64_t kDocumentsPerChunk = 128;
constexpr std::int64_t kFirstsPerChunk = 1024;

/// Each thread numbers pairs as they come: an n-gram of the level below, and the word that follows.
/// Then the pairs of all threads are put in order.
class NextLevel {
 public:
  NextLevel(const TokenIdsView& tokens, const RankedWords& words, const NgramLevel* below,
            double min_documents, const parallel::LoopOptions& loop)
      : tokens_(tokens),
        words_(words),
        below_(below),
        n_(below == nullptr ? 1 : below->n_words),
        min_documents_(min_documents),
        loop_(loop) {
    level_.n_words = n_ + 1;
    level_.at.resize(static_cast<std::size_t>(tokens.n_tokens()));
    level_.n_distinct.resize(static_cast<std::size_t>(tokens.n_documents()));
  }

  NgramLevel find() {
    number_pairs();
    gather_by_first();
    put_in_order();
    renumber();
    return std::move(level_);
  }

 private:
  /// A pair of one thread: its second number, and its place among the pairs of all threads.
  struct Entry {
    std::int32_t second;
    std::uint32_t source;
  };

  [[nodiscard]] std::int32_t number_at(std::int64_t place) const {
    return below_ == nullptr ? words_.at(place) : below_->at[static_cast<std::size_t>(place)];
  }

  [[nodiscard]] std::uint64_t pair_at(std::int64_t place, std::int64_t end) const {
    if (place + n_ >= end) return kNoPair;
    const std::int32_t first = number_at(place);
    if (first < 0 || number_at(place + 1) < 0) return kNoPair;
    return to_pair(first, words_.at(place + n_));
  }

  void number_pairs() {
    const std::int64_t n = tokens_.n_documents();
    const auto loop = loop_of({0, 2, n, n}, loop_, kDocumentsPerChunk);
    owners_.resize(static_cast<std::size_t>(parallel::count_chunks(n, loop)));
    parallel::for_each_chunk(n, loop, [&](const Chunk& chunk) {
      threads_.with([&](PairNumbers& pairs) {
        owners_[static_cast<std::size_t>(chunk.index)] = &pairs;
        for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
          number_document(document, pairs);
        }
      });
    });
  }

  void number_document(std::int64_t document, PairNumbers& pairs) {
    std::array<std::uint64_t, 1024> block;
    const std::int64_t end = tokens_.indptr[static_cast<std::size_t>(document) + 1];
    std::int64_t n_distinct = 0;
    for (std::int64_t begin = tokens_.indptr[static_cast<std::size_t>(document)]; begin < end;
         begin += std::ssize(block)) {
      const std::int64_t n = std::min(std::ssize(block), end - begin);
      for (std::int64_t i = 0; i < n; ++i) {
        block[static_cast<std::size_t>(i)] = pair_at(begin + i, end);
      }
      n_distinct += pairs.add(std::span(block).first(static_cast<std::size_t>(n)),
                              static_cast<std::int32_t>(document), level_.at.data() + begin);
    }
    level_.n_distinct[static_cast<std::size_t>(document)] = n_distinct;
  }

  void gather_by_first() {
    const std::size_t n_firsts =
        below_ == nullptr ? static_cast<std::size_t>(words_.size()) : below_->last_words.size();
    begins_.resize(n_firsts + 1);
    std::size_t n_entries = 0;
    threads_.for_each([&](const PairNumbers& pairs) {
      offsets_[&pairs] = n_entries;
      n_entries += pairs.pairs().size();
      for (const std::uint64_t pair : pairs.pairs()) {
        ++begins_[static_cast<std::size_t>(first_of(pair)) + 1];
      }
    });
    if (n_entries > std::numeric_limits<std::uint32_t>::max()) {
      throw std::overflow_error("the threads find 2**32 n-grams or more; raise min_df");
    }
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<std::int64_t> next(begins_.begin(), begins_.end() - 1);
    entries_.resize(n_entries);
    n_documents_.reserve(n_entries);
    std::uint32_t source = 0;
    threads_.for_each([&](const PairNumbers& pairs) {
      for (const std::uint64_t pair : pairs.pairs()) {
        auto& place = next[static_cast<std::size_t>(first_of(pair))];
        entries_[static_cast<std::size_t>(place++)] = {second_of(pair), source++};
      }
      n_documents_.insert(n_documents_.end(), pairs.n_documents().begin(),
                          pairs.n_documents().end());
    });
  }

  /// Calls `body(first, entries)` with the pairs of each first number, on all threads.
  template <typename Body>
  void for_each_first(const Body& body) {
    const std::int64_t n = tokens_.n_documents();
    parallel::for_each_chunk(
        std::ssize(begins_) - 1, uncounted(loop_, n / 2, kFirstsPerChunk), [&](const Chunk& chunk) {
          for (auto first = static_cast<std::size_t>(chunk.begin);
               first < static_cast<std::size_t>(chunk.end); ++first) {
            const auto begin = static_cast<std::size_t>(begins_[first]);
            body(first, std::span(entries_).subspan(
                            begin, static_cast<std::size_t>(begins_[first + 1]) - begin));
          }
        });
  }

  /// Calls `visit(same, n_documents)` with the entries of each pair, which are neighbours.
  template <typename Visit>
  void for_each_pair(std::span<const Entry> entries, const Visit& visit) const {
    for (std::size_t begin = 0, end = 0; begin < entries.size(); begin = end) {
      std::int32_t n_documents = 0;
      for (; end < entries.size() && entries[end].second == entries[begin].second; ++end) {
        n_documents += n_documents_[entries[end].source];
      }
      visit(entries.subspan(begin, end - begin), n_documents);
    }
  }

  void put_in_order() {
    level_.begins.resize(begins_.size());
    std::atomic<std::int64_t> n_rare = 0;
    for_each_first([&](std::size_t first, std::span<Entry> entries) {
      std::ranges::sort(entries, {}, &Entry::second);
      std::int64_t n_kept = 0;
      std::int64_t n_all = 0;
      for_each_pair(entries, [&](std::span<const Entry>, std::int32_t n_documents) {
        n_kept += n_documents >= min_documents_;
        ++n_all;
      });
      level_.begins[first + 1] = n_kept;
      n_rare += n_all - n_kept;
    });
    level_.n_rare = n_rare;
    std::partial_sum(level_.begins.begin(), level_.begins.end(), level_.begins.begin());
    level_.last_words.resize(static_cast<std::size_t>(level_.begins.back()));
    level_.n_documents.resize(level_.last_words.size());
    numbers_.resize(entries_.size());
    for_each_first([&](std::size_t first, std::span<const Entry> entries) {
      auto next = static_cast<std::int32_t>(level_.begins[first]);
      for_each_pair(entries, [&](std::span<const Entry> same, std::int32_t n_documents) {
        const bool is_kept = n_documents >= min_documents_;
        for (const Entry& entry : same) numbers_[entry.source] = is_kept ? next : -1;
        if (!is_kept) return;
        level_.last_words[static_cast<std::size_t>(next)] = same.front().second;
        level_.n_documents[static_cast<std::size_t>(next++)] = n_documents;
      });
    });
  }

  void renumber() {
    const std::int64_t n = tokens_.n_documents();
    const auto loop = loop_of({1, 2, n, n}, loop_, kDocumentsPerChunk);
    parallel::for_each_chunk(n, loop, [&](const Chunk& chunk) {
      const PairNumbers* owner = owners_[static_cast<std::size_t>(chunk.index)];
      const std::int32_t* numbers = numbers_.data() + offsets_.at(owner);
      const auto begin =
          static_cast<std::size_t>(tokens_.indptr[static_cast<std::size_t>(chunk.begin)]);
      const auto end =
          static_cast<std::size_t>(tokens_.indptr[static_cast<std::size_t>(chunk.end)]);
      for (std::int32_t& number : std::span(level_.at).subspan(begin, end - begin)) {
        if (number >= 0) number = numbers[number];
      }
    });
  }

  const TokenIdsView& tokens_;
  const RankedWords& words_;
  const NgramLevel* below_;
  const std::int32_t n_;  // Words of the level below.
  const double min_documents_;
  const parallel::LoopOptions& loop_;
  parallel::Scratch<PairNumbers> threads_{[] { return PairNumbers(); }};
  std::vector<const PairNumbers*> owners_;             // Who numbered the pairs of a chunk.
  std::map<const PairNumbers*, std::size_t> offsets_;  // Of each among the pairs of all.
  std::vector<std::int64_t> begins_;                   // By first number, into `entries_`.
  LargeArray<Entry> entries_;
  std::vector<std::int32_t> n_documents_;  // By source.
  LargeArray<std::int32_t> numbers_;       // By source: the number in the level, or -1.
  NgramLevel level_;
};

}  // namespace

NgramLevel find_next_level(const TokenIdsView& tokens, const RankedWords& words,
                           const NgramLevel* below, double min_documents,
                           const parallel::LoopOptions& loop) {
  return NextLevel(tokens, words, below, min_documents, loop).find();
}

}  // namespace broadsheet::terms
