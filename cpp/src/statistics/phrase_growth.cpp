#include "phrase_growth.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>

#include "broadsheet/large_array.hpp"
#include "broadsheet/parallel/scratch.hpp"
#include "term_places.hpp"

namespace broadsheet::statistics {
namespace {

using parallel::Chunk;

constexpr std::int64_t kPhrasesAtOnce = 64;
constexpr std::int32_t kNone = -1;

/// Phrases of some length that come often enough: the number of the one that begins at each token.
struct Level {
  std::vector<std::int32_t> terms;  ///< n x length, ascending.
  LargeArray<std::int32_t> begins;  ///< T: its number, or kNone.
  std::int32_t n_phrases = 0;
  std::int32_t length = 1;
};

/// Where each phrase of a level begins.
class PhrasePlaces {
 public:
  explicit PhrasePlaces(const Level& level)
      : indptr_(static_cast<std::size_t>(level.n_phrases) + 1) {
    for (const std::int32_t phrase : level.begins) {
      if (phrase != kNone) ++indptr_[static_cast<std::size_t>(phrase) + 1];
    }
    for (std::size_t i = 1; i < indptr_.size(); ++i) indptr_[i] += indptr_[i - 1];
    places_.resize(static_cast<std::size_t>(indptr_.back()));
    std::vector<std::int64_t> next(indptr_.begin(), indptr_.end() - 1);
    for (std::size_t at = 0; at < level.begins.size(); ++at) {
      if (level.begins[at] == kNone) continue;
      places_[static_cast<std::size_t>(next[static_cast<std::size_t>(level.begins[at])]++)] =
          static_cast<std::int64_t>(at);
    }
  }

  [[nodiscard]] std::span<const std::int64_t> of(std::int64_t phrase) const {
    const auto at = static_cast<std::size_t>(phrase);
    return std::span(places_).subspan(static_cast<std::size_t>(indptr_[at]),
                                      static_cast<std::size_t>(indptr_[at + 1] - indptr_[at]));
  }

 private:
  std::vector<std::int64_t> indptr_;
  LargeArray<std::int64_t> places_;
};

/// Finds the terms that follow a phrase often enough.
class Growth {
 public:
  Growth(const terms::TokenIdsView& tokens, const StretchBegins& begins, const Level& level,
         const PhrasePlaces& places, std::int64_t min_count)
      : tokens_(tokens), begins_(begins), level_(level), places_(places), min_count_(min_count) {}

  using Counts = std::vector<std::int64_t>;  // V, all 0 between phrases.

  [[nodiscard]] Counts no_counts() const {
    return Counts(static_cast<std::size_t>(tokens_.n_terms));
  }

  /// The terms that come behind a phrase often enough, ascending.
  [[nodiscard]] std::vector<std::int32_t> next_terms(std::int64_t phrase, Counts& counts) const {
    std::vector<std::int32_t> next;
    for_each_next(phrase, [&](std::int64_t, std::int32_t term) {
      if (++counts[static_cast<std::size_t>(term)] == min_count_) next.push_back(term);
    });
    for_each_next(phrase, [&](std::int64_t, std::int32_t term) {
      counts[static_cast<std::size_t>(term)] = 0;
    });
    std::ranges::sort(next);
    return next;
  }

  /// Says at which places the longer phrases begin: numbers from `first` on, one a term of `next`.
  void mark(std::int64_t phrase, std::span<const std::int32_t> next, std::int32_t first,
            Counts& counts, LargeArray<std::int32_t>& marks) const {
    for (std::size_t i = 0; i < next.size(); ++i) {
      counts[static_cast<std::size_t>(next[i])] = first + static_cast<std::int64_t>(i) + 1;
    }
    for_each_next(phrase, [&](std::int64_t place, std::int32_t term) {
      const auto number = static_cast<std::int32_t>(counts[static_cast<std::size_t>(term)]);
      if (number > 0) marks[static_cast<std::size_t>(place)] = number - 1;
    });
    for (const std::int32_t term : next) counts[static_cast<std::size_t>(term)] = 0;
  }

 private:
  template <typename Visit>
  void for_each_next(std::int64_t phrase, const Visit& visit) const {
    for (const std::int64_t place : places_.of(phrase)) {
      const auto at = static_cast<std::size_t>(place + level_.length);
      if (begins_.has(at) || level_.begins[static_cast<std::size_t>(place) + 1] == kNone) continue;
      visit(place, tokens_.ids[at]);
    }
  }

  const terms::TokenIdsView& tokens_;
  const StretchBegins& begins_;
  const Level& level_;
  const PhrasePlaces& places_;
  std::int64_t min_count_;
};

/// Single terms that come often enough.
Level frequent_terms(const terms::TokenIdsView& tokens, std::int64_t min_count) {
  Level level;
  std::vector<std::int64_t> counts(static_cast<std::size_t>(tokens.n_terms));
  for (const std::int32_t id : tokens.ids) ++counts[static_cast<std::size_t>(id)];
  std::vector<std::int32_t> numbers(counts.size(), kNone);
  for (std::int32_t term = 0; term < tokens.n_terms; ++term) {
    if (counts[static_cast<std::size_t>(term)] < min_count) continue;
    numbers[static_cast<std::size_t>(term)] = level.n_phrases++;
    level.terms.push_back(term);
  }
  level.begins.reserve(tokens.ids.size());
  for (const std::int32_t id : tokens.ids) {
    level.begins.push_back(numbers[static_cast<std::size_t>(id)]);
  }
  return level;
}

Level grow(const terms::TokenIdsView& tokens, const StretchBegins& begins, const Level& level,
           std::int64_t min_count, const parallel::LoopOptions& loop) {
  const PhrasePlaces places(level);
  const Growth growth(tokens, begins, level, places, min_count);
  parallel::Scratch<Growth::Counts> counts([&] { return growth.no_counts(); });
  std::vector<std::vector<std::int32_t>> next(static_cast<std::size_t>(level.n_phrases));
  parallel::for_each_chunk(level.n_phrases, loop, [&](const Chunk& chunk) {
    counts.with([&](Growth::Counts& zeros) {
      for (std::int64_t phrase = chunk.begin; phrase < chunk.end; ++phrase) {
        next[static_cast<std::size_t>(phrase)] = growth.next_terms(phrase, zeros);
      }
    });
  });
  Level longer{.terms = {}, .begins = {}, .n_phrases = 0, .length = level.length + 1};
  longer.begins.assign(level.begins.size(), kNone);
  std::vector<std::int32_t> firsts;
  const auto length = static_cast<std::size_t>(level.length);
  for (std::size_t phrase = 0; phrase < next.size(); ++phrase) {
    firsts.push_back(longer.n_phrases);
    longer.n_phrases += static_cast<std::int32_t>(next[phrase].size());
    const auto terms = std::span(level.terms).subspan(phrase * length, length);
    for (const std::int32_t term : next[phrase]) {
      longer.terms.insert(longer.terms.end(), terms.begin(), terms.end());
      longer.terms.push_back(term);
    }
  }
  parallel::for_each_chunk(level.n_phrases, loop, [&](const Chunk& chunk) {
    counts.with([&](Growth::Counts& zeros) {
      for (std::int64_t phrase = chunk.begin; phrase < chunk.end; ++phrase) {
        const auto at = static_cast<std::size_t>(phrase);
        growth.mark(phrase, next[at], firsts[at], zeros, longer.begins);
      }
    });
  });
  return longer;
}

}  // namespace

FrequentPhrases frequent_phrases(const terms::TokenIdsView& tokens, const PhraseOptions& options) {
  const StretchBegins begins(tokens.indptr);
  const auto loop = parallel::uncounted(options.loop, 0, kPhrasesAtOnce);
  Level level = frequent_terms(tokens, options.min_count);
  while (level.length < options.size) {
    level = grow(tokens, begins, level, options.min_count, loop);
  }
  std::vector<std::int64_t> counts(static_cast<std::size_t>(level.n_phrases));
  for (const std::int32_t phrase : level.begins) {
    if (phrase != kNone) ++counts[static_cast<std::size_t>(phrase)];
  }
  return {.terms = std::move(level.terms), .counts = std::move(counts)};
}

}  // namespace broadsheet::statistics
