#include "phrase_matches.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/terms/hash.hpp"

namespace broadsheet::statistics {
namespace {

using parallel::Chunk;

constexpr std::int64_t kStretchesAtOnce = 1024;
constexpr std::int32_t kNone = -1;

/// The places of a mask as offsets from the first.
std::vector<std::size_t> places_of(std::size_t mask, int size) {
  std::vector<std::size_t> places;
  for (int place = 0; place < size; ++place) {
    if ((mask >> (size - 1 - place) & 1) != 0) places.push_back(static_cast<std::size_t>(place));
  }
  return places;
}

/// Groups of phrases that have the same terms in the places of a mask, found by these terms.
class Groups {
 public:
  Groups(std::span<const std::int32_t> phrases, std::size_t mask, int size, std::int32_t n_terms)
      : phrases_(phrases), size_(static_cast<std::size_t>(size)), places_(places_of(mask, size)) {
    const std::size_t n_phrases = phrases.size() / size_;
    const auto n_slots =
        places_.size() == 1 ? static_cast<std::size_t>(n_terms) : std::bit_ceil(2 * n_phrases + 1);
    slots_.assign(n_slots, kNone);
    for (std::size_t phrase = 0; phrase < n_phrases; ++phrase) {
      const std::int32_t* const terms = &phrases[phrase * size_];
      std::int32_t& slot = slots_[slot_of(terms)];
      if (slot == kNone) {
        slot = static_cast<std::int32_t>(firsts_.size());
        firsts_.push_back(phrase);
      }
      groups_.push_back(slot);
    }
  }

  [[nodiscard]] std::size_t size() const noexcept { return firsts_.size(); }
  [[nodiscard]] std::int32_t of_phrase(std::size_t phrase) const { return groups_[phrase]; }

  /// The group of K tokens that follow one another; kNone if no phrase agrees with them.
  [[nodiscard]] std::int32_t find(const std::int32_t* ids) const { return slots_[slot_of(ids)]; }

 private:
  [[nodiscard]] bool agrees(std::int32_t group, const std::int32_t* ids) const {
    const std::int32_t* const terms = &phrases_[firsts_[static_cast<std::size_t>(group)] * size_];
    return std::ranges::all_of(places_,
                               [&](std::size_t place) { return terms[place] == ids[place]; });
  }

  /// Where these terms are, or would be: a single one has a slot to itself.
  [[nodiscard]] std::size_t slot_of(const std::int32_t* ids) const {
    if (places_.size() == 1) return static_cast<std::size_t>(ids[places_.front()]);
    std::uint64_t hash = key_;
    for (const std::size_t place : places_) {
      hash = mix(hash + static_cast<std::uint64_t>(ids[place]) + 1);
    }
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at] != kNone && !agrees(slots_[at], ids)) at = (at + 1) & (slots_.size() - 1);
    return at;
  }

  /// Source: the finalizer of SplitMix64, Steele, Lea and Flood 2014.
  static std::uint64_t mix(std::uint64_t bits) {
    bits += 0x9E3779B97F4A7C15U;
    bits = (bits ^ bits >> 30) * 0xBF58476D1CE4E5B9U;
    bits = (bits ^ bits >> 27) * 0x94D049BB133111EBU;
    return bits ^ bits >> 31;
  }

  std::span<const std::int32_t> phrases_;
  std::size_t size_;
  std::vector<std::size_t> places_;
  std::uint64_t key_ = terms::random_key().first;  // Nobody can choose terms that collide.
  std::vector<std::int32_t> slots_;                // The group in each, or kNone.
  std::vector<std::size_t> firsts_;                // The first phrase of each group.
  std::vector<std::int32_t> groups_;               // The group of each phrase.
};

/// Counts the K-grams of each group.
std::vector<std::int64_t> count(const terms::TokenIdsView& tokens, int size, const Groups& groups,
                                const parallel::LoopOptions& loop) {
  using Counts = std::vector<std::int64_t>;
  parallel::Scratch<Counts> parts([&] { return Counts(groups.size()); });
  parallel::for_each_chunk(tokens.n_documents(), loop, [&](const Chunk& chunk) {
    parts.with([&](Counts& counts) {
      for (std::int64_t i = chunk.begin; i < chunk.end; ++i) {
        const auto ids = tokens.of(i);
        for (std::size_t at = 0; at + static_cast<std::size_t>(size) <= ids.size(); ++at) {
          const std::int32_t group = groups.find(&ids[at]);
          if (group != kNone) ++counts[static_cast<std::size_t>(group)];
        }
      }
    });
  });
  Counts all(groups.size());
  parts.for_each([&](const Counts& part) {
    for (std::size_t i = 0; i < all.size(); ++i) all[i] += part[i];
  });
  return all;
}

std::int64_t count_ngrams(const terms::TokenIdsView& tokens, std::int64_t size) {
  std::int64_t n_ngrams = 0;
  for (std::int64_t i = 0; i < tokens.n_documents(); ++i) {
    n_ngrams += std::max<std::int64_t>(std::ssize(tokens.of(i)) - size + 1, 0);
  }
  return n_ngrams;
}

}  // namespace

std::vector<std::int64_t> matches(const terms::TokenIdsView& tokens, int size,
                                  const FrequentPhrases& phrases,
                                  const parallel::LoopOptions& loop) {
  const std::size_t n_cells = std::size_t{1} << size;
  const std::size_t n_phrases = phrases.counts.size();
  const auto stretches = parallel::uncounted(loop, 0, kStretchesAtOnce);
  std::vector<std::int64_t> cells(n_phrases * n_cells, count_ngrams(tokens, size));
  const auto cell_of = [&](std::size_t phrase, std::size_t mask) -> std::int64_t& {
    return cells[phrase * n_cells + mask];
  };
  for (std::size_t mask = 1; mask + 1 < n_cells && n_phrases > 0; ++mask) {
    const Groups groups(phrases.terms, mask, size, tokens.n_terms);
    const auto counts = count(tokens, size, groups, stretches);
    for (std::size_t phrase = 0; phrase < n_phrases; ++phrase) {
      cell_of(phrase, mask) = counts[static_cast<std::size_t>(groups.of_phrase(phrase))];
    }
  }
  for (std::size_t phrase = 0; phrase < n_phrases; ++phrase) {
    cell_of(phrase, n_cells - 1) = phrases.counts[phrase];
  }
  return cells;
}

}  // namespace broadsheet::statistics
