#include "ngram_search.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <utility>

#include "broadsheet/parallel/scratch.hpp"
#include "document_index.hpp"
#include "ordered_ids.hpp"
#include "phases.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::int64_t kPlacesPerRun = 250'000;
constexpr std::int64_t kTokensPerBlock = 16'000'000;

/// What every part of a search reads.
struct Source {
  const TokenIdsView& tokens;
  const NgramOptions& options;
  DocumentIndex documents;
  std::vector<std::int32_t> words;   // Rank to id, of the words that are frequent enough.
  std::vector<std::int32_t> ranks;   // Id to rank, -1 for the other words.
  std::vector<std::int64_t> begins;  // Rank to where its places begin; one more at the end.

  Source(const TokenIdsView& all_tokens, std::span<const std::int32_t> sorted_ids,
         const Frequencies<std::int64_t>& frequencies, const NgramOptions& all_options)
      : tokens(all_tokens),
        options(all_options),
        documents(all_tokens),
        ranks(sorted_ids.size(), -1),
        begins{0} {
    for (const std::int32_t id : sorted_ids) {
      const auto word = static_cast<std::size_t>(id);
      const std::int64_t n_documents = frequencies.documents[word];
      if (n_documents == 0 || static_cast<double>(n_documents) < options.trim.min_documents) {
        continue;
      }
      ranks[word] = static_cast<std::int32_t>(words.size());
      words.push_back(id);
      begins.push_back(begins.back() + frequencies.totals[word]);
    }
  }

  [[nodiscard]] std::int32_t rank_at(std::int64_t place) const {
    return ranks[static_cast<std::size_t>(tokens.ids[static_cast<std::size_t>(place)])];
  }
};

/// Cuts ranks where about so many places are full. A cut does not depend on threads.
std::vector<std::size_t> cut_ranks(const Source& source, std::int64_t n_places) {
  std::vector<std::size_t> cuts{0};
  for (std::size_t rank = 1; rank < source.words.size(); ++rank) {
    if (source.begins[rank] - source.begins[cuts.back()] >= n_places) cuts.push_back(rank);
  }
  cuts.push_back(source.words.size());
  return cuts;
}

/// Lists the places of each word, ascending, word after word in order.
///
/// Every run of words reads all tokens and writes the places of its own words: no run waits for
/// another. Tokens are taken a block at a time, since a loop is cancelled between its chunks.
template <typename Place>
std::vector<Place> list_places(const Source& source, const parallel::LoopOptions& call) {
  std::vector<Place> places(static_cast<std::size_t>(source.begins.back()));
  std::vector<std::int64_t> next(source.begins.begin(), source.begins.end() - 1);
  const std::vector<std::size_t> cuts =
      cut_ranks(source, source.begins.back() / call.n_threads + 1);
  const auto n_runs = static_cast<std::int64_t>(cuts.size()) - 1;
  const std::int64_t n_tokens = source.tokens.n_tokens();
  Phase phase{1, 4, (n_tokens / kTokensPerBlock + 1) * n_runs, source.tokens.n_documents()};
  for (std::int64_t begin = 0; begin < n_tokens; begin += kTokensPerBlock) {
    const std::int64_t end = std::min(begin + kTokensPerBlock, n_tokens);
    parallel::for_each_chunk(n_runs, loop_of(phase, call, 1), [&](const parallel::Chunk& run) {
      const auto first = static_cast<std::int32_t>(cuts[static_cast<std::size_t>(run.index)]);
      const auto last = static_cast<std::int32_t>(cuts[static_cast<std::size_t>(run.index) + 1]);
      for (std::int64_t place = begin; place < end; ++place) {
        const std::int32_t rank = source.rank_at(place);
        if (rank < first || rank >= last) continue;
        auto& at = next[static_cast<std::size_t>(rank)];
        places[static_cast<std::size_t>(at++)] = static_cast<Place>(place);
      }
    });
    phase.n_before += n_runs;
  }
  return places;
}

/// Goes through the n-grams that begin with given words, in order. One a thread.
template <typename Place>
class Search {
 public:
  explicit Search(const Source& source)
      : source_(source),
        levels_(static_cast<std::size_t>(source.options.hi)),
        next_words_(static_cast<std::int32_t>(source.words.size())),
        n_next_(source.words.size()) {}

  /// Finds the n-grams that begin with the word of `rank`, which stands at `places`.
  void run(std::size_t rank, std::span<const Place> places, FoundNgrams& found) {
    found_ = &found;
    visit(source_.words[rank], places);
  }

 private:
  /// An n-gram one word longer: its last word, and its run of places at the level.
  struct Child {
    std::int32_t rank = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  struct Level {
    std::vector<std::pair<std::int32_t, Place>> followed;  // Rank of the next word, place.
    std::vector<Place> places;
    std::vector<Child> children;
  };

  void visit(std::int32_t word, std::span<const Place> places) {
    path_.push_back(word);
    const auto n = static_cast<std::int32_t>(path_.size());
    const bool may_go_on = n < source_.options.lo || emit(places);
    if (may_go_on && n < source_.options.hi) extend(places);
    path_.pop_back();
  }

  /// Adds the n-gram that stands at `places` to what is found, if it lies within the bounds.
  /// @return  Whether it is in enough documents, without which no longer one is.
  bool emit(std::span<const Place> places) {
    const std::size_t begin = found_->documents.size();
    std::int64_t end_of_last = 0;
    for (const Place place : places) {
      if (static_cast<std::int64_t>(place) < end_of_last) {
        ++found_->counts.back();
        continue;
      }
      const std::size_t document = source_.documents.find(static_cast<std::int64_t>(place));
      end_of_last = source_.documents.end(document);
      found_->documents.push_back(source_.documents.number(document));
      found_->counts.push_back(1);
    }
    const std::size_t n_documents = found_->documents.size() - begin;
    const TrimOptions& trim = source_.options.trim;
    const bool is_frequent = static_cast<double>(n_documents) >= trim.min_documents;
    if (!found_->report.add(static_cast<std::int64_t>(n_documents), trim)) {
      found_->documents.resize(begin);
      found_->counts.resize(begin);
      return is_frequent;
    }
    found_->n_documents.push_back(static_cast<std::int32_t>(n_documents));
    found_->n_words.push_back(static_cast<std::uint8_t>(path_.size()));
    found_->words.insert(found_->words.end(), path_.begin(), path_.end());
    return is_frequent;
  }

  void extend(std::span<const Place> places) {
    Level& level = levels_[path_.size() - 1];
    list_followed(places, level);
    level.children.clear();
    level.places.resize(level.followed.size());
    if (level.followed.size() <= kFewPlaces) {
      split_by_sorting(level);
    } else {
      split_by_counting(level);
    }
    for (std::size_t i = 0; i < level.children.size(); ++i) {
      const Child& child = level.children[i];
      visit(source_.words[static_cast<std::size_t>(child.rank)],
            std::span(level.places).subspan(child.begin, child.end - child.begin));
    }
  }

  void list_followed(std::span<const Place> places, Level& level) const {
    const auto n = static_cast<std::int64_t>(path_.size());
    level.followed.clear();
    for (const Place place : places) {
      const std::int64_t next = static_cast<std::int64_t>(place) + n;
      if (next >= source_.tokens.n_tokens()) continue;
      const std::int32_t rank = source_.rank_at(next);
      if (rank < 0) continue;
      if (source_.documents.is_begin(next)) continue;
      level.followed.emplace_back(rank, place);
    }
  }

  /// An n-gram at so many places is not in more documents.
  [[nodiscard]] bool may_stay(std::size_t n_places) const {
    if (static_cast<double>(n_places) >= source_.options.trim.min_documents) return true;
    ++found_->report.n_rare;
    return false;
  }

  void split_by_sorting(Level& level) const {
    std::ranges::sort(level.followed);
    for (std::size_t begin = 0, end = 0; begin < level.followed.size(); begin = end) {
      const std::int32_t rank = level.followed[begin].first;
      for (; end < level.followed.size() && level.followed[end].first == rank; ++end) {
        level.places[end] = level.followed[end].second;
      }
      if (may_stay(end - begin)) level.children.push_back({rank, begin, end});
    }
  }

  void split_by_counting(Level& level) {
    for (const auto& [rank, place] : level.followed) {
      ++n_next_[static_cast<std::size_t>(rank)];
      next_words_.insert(rank);
    }
    std::size_t begin = 0;
    next_words_.drain([&](std::int32_t rank) {
      auto& n = n_next_[static_cast<std::size_t>(rank)];
      const auto n_places = static_cast<std::size_t>(n);
      if (!may_stay(n_places)) {
        n = kDropped;
        dropped_.push_back(rank);
        return;
      }
      level.children.push_back({rank, begin, begin + n_places});
      n = static_cast<std::int64_t>(begin);
      begin += n_places;
    });
    for (const auto& [rank, place] : level.followed) {
      auto& at = n_next_[static_cast<std::size_t>(rank)];
      if (at != kDropped) level.places[static_cast<std::size_t>(at++)] = place;
    }
    for (const Child& child : level.children) n_next_[static_cast<std::size_t>(child.rank)] = 0;
    for (const std::int32_t rank : dropped_) n_next_[static_cast<std::size_t>(rank)] = 0;
    dropped_.clear();
  }

  static constexpr std::size_t kFewPlaces = 32;
  static constexpr std::int64_t kDropped = -1;

  const Source& source_;
  FoundNgrams* found_ = nullptr;
  std::vector<std::int32_t> path_;
  std::vector<Level> levels_;
  OrderedIds next_words_;             // Empty between splits.
  std::vector<std::int64_t> n_next_;  // Zero between splits.
  std::vector<std::int32_t> dropped_;
};

template <typename Place>
std::vector<FoundNgrams> find_in(const Source& source) {
  const parallel::LoopOptions& call = source.options.loop;
  const std::vector<Place> places = list_places<Place>(source, call);
  const std::vector<std::size_t> cuts = cut_ranks(source, kPlacesPerRun);
  const auto n_runs = static_cast<std::int64_t>(cuts.size()) - 1;
  std::vector<FoundNgrams> found(static_cast<std::size_t>(n_runs));
  parallel::Scratch<Search<Place>> searches([&] { return Search<Place>(source); });
  const auto loop = loop_of({2, 4, n_runs, source.tokens.n_documents()}, call, 1);
  parallel::for_each_chunk(n_runs, loop, [&](const parallel::Chunk& run) {
    searches.with([&](Search<Place>& search) {
      const auto index = static_cast<std::size_t>(run.index);
      for (std::size_t rank = cuts[index]; rank < cuts[index + 1]; ++rank) {
        const auto begin = static_cast<std::size_t>(source.begins[rank]);
        const auto end = static_cast<std::size_t>(source.begins[rank + 1]);
        search.run(rank, std::span(places).subspan(begin, end - begin), found[index]);
      }
    });
  });
  return found;
}

}  // namespace

std::vector<FoundNgrams> find_ngrams(const TokenIdsView& tokens,
                                     std::span<const std::int32_t> sorted_ids,
                                     const Frequencies<std::int64_t>& frequencies,
                                     const NgramOptions& options) {
  const Source source(tokens, sorted_ids, frequencies, options);
  if (tokens.n_tokens() <= std::numeric_limits<std::uint32_t>::max()) {
    return find_in<std::uint32_t>(source);
  }
  return find_in<std::uint64_t>(source);
}

}  // namespace broadsheet::terms
