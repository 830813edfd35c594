#include "broadsheet/statistics/concordance.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>
#include <utility>

#include "append.hpp"
#include "broadsheet/require.hpp"
#include "term_set.hpp"

namespace broadsheet::statistics {
namespace {

using parallel::Chunk;

/// A phrase as it is looked for: by the place that says most, the others checked from there.
class SoughtPhrase {
 public:
  SoughtPhrase(const Phrase& phrase, std::size_t number, std::int32_t n_terms) {
    for (const PhrasePlace& place : phrase) {
      for (const std::int32_t term : place.terms) {
        require(0 <= term && term < n_terms, "phrases must be of terms in [0, ", n_terms,
                "): phrase ", number, " has ", term);
      }
      const std::size_t at = places_.size();
      if (!place.is_any && (is_anywhere_ || place.terms.size() < phrase[anchor_].terms.size())) {
        is_anywhere_ = false;
        anchor_ = at;
      }
      places_.push_back(
          {place.is_any, TermSet(place.is_any ? std::vector<std::int32_t>{} : place.terms)});
    }
    require(!is_anywhere_, "a phrase must have a place that says which terms: phrase ", number,
            " has none");
  }

  [[nodiscard]] std::size_t size() const noexcept { return places_.size(); }
  [[nodiscard]] std::size_t anchor() const noexcept { return anchor_; }

  /// Whether all places fit but the anchor, which is known to.
  [[nodiscard]] bool stands_at(const std::int32_t* ids) const {
    for (std::size_t at = 0; at < places_.size(); ++at) {
      const auto& [is_any, terms] = places_[at];
      if (at != anchor_ && !is_any && !terms.contains(ids[at])) return false;
    }
    return true;
  }

 private:
  std::vector<std::pair<bool, TermSet>> places_;
  std::size_t anchor_ = 0;
  bool is_anywhere_ = true;
};

/// All phrases, and from each term the way to those that are looked for by it.
class SoughtPhrases {
 public:
  SoughtPhrases(std::span<const Phrase> phrases, std::int32_t n_terms) : anchors_({}) {
    std::vector<std::int32_t> anchors;
    for (const Phrase& phrase : phrases) {
      const auto number = static_cast<std::int32_t>(phrases_.size());
      const auto& sought = phrases_.emplace_back(phrase, phrases_.size(), n_terms);
      for (const std::int32_t term : phrase[sought.anchor()].terms) {
        anchors.push_back(term);
        routes_.emplace_back(term, number);
      }
    }
    std::ranges::sort(routes_);
    routes_.erase(std::ranges::unique(routes_).begin(), routes_.end());
    anchors_ = TermSet(std::move(anchors));
  }

  /// Appends the hits within documents [begin, end).
  void append_hits(const terms::TokenIdsView& tokens, std::int64_t begin, std::int64_t end,
                   Hits& hits) const {
    const std::int64_t first = tokens.indptr[static_cast<std::size_t>(begin)];
    const std::int64_t last = tokens.indptr[static_cast<std::size_t>(end)];
    auto document = static_cast<std::size_t>(begin);
    const auto ids =
        tokens.ids.subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(last - first));
    anchors_.for_each_in(ids, [&](std::size_t at) {
      const std::int64_t token = first + static_cast<std::int64_t>(at);
      while (tokens.indptr[document + 1] <= token) ++document;
      for_each_phrase(ids[at], [&](std::int32_t number) {
        const SoughtPhrase& phrase = phrases_[static_cast<std::size_t>(number)];
        const std::int64_t start = token - static_cast<std::int64_t>(phrase.anchor());
        const std::int64_t stop = start + static_cast<std::int64_t>(phrase.size());
        const std::int64_t document_begin = tokens.indptr[document];
        if (start < document_begin || stop > tokens.indptr[document + 1]) return;
        if (!phrase.stands_at(tokens.ids.data() + start)) return;
        hits.documents.push_back(static_cast<std::int32_t>(document));
        hits.positions.push_back(static_cast<std::int32_t>(start - document_begin));
        hits.lengths.push_back(static_cast<std::int32_t>(phrase.size()));
        hits.phrases.push_back(number);
      });
    });
    if (phrases_.size() > 1) put_in_order(hits);
  }

 private:
  template <typename Visit>
  void for_each_phrase(std::int32_t anchor, const Visit& visit) const {
    if (phrases_.size() == 1) {
      visit(0);
      return;
    }
    auto route = std::ranges::lower_bound(routes_, std::pair{anchor, std::int32_t{0}});
    for (; route != routes_.end() && route->first == anchor; ++route) visit(route->second);
  }

  /// Several phrases are found in the order of their anchors, and may be the same tokens.
  static void put_in_order(Hits& hits) {
    struct Hit {
      std::int32_t document, position, length, phrase;
    };
    std::vector<Hit> found;
    found.reserve(hits.documents.size());
    for (std::size_t i = 0; i < hits.documents.size(); ++i) {
      found.push_back({hits.documents[i], hits.positions[i], hits.lengths[i], hits.phrases[i]});
    }
    const auto tokens_of = [](const Hit& hit) {
      return std::tuple(hit.document, hit.position, hit.length);
    };
    std::ranges::sort(found, {}, [&](const Hit& hit) {
      return std::tuple_cat(tokens_of(hit), std::tuple(hit.phrase));
    });
    found.erase(std::ranges::unique(found, {}, tokens_of).begin(), found.end());
    hits = {};
    for (const Hit& hit : found) {
      hits.documents.push_back(hit.document);
      hits.positions.push_back(hit.position);
      hits.lengths.push_back(hit.length);
      hits.phrases.push_back(hit.phrase);
    }
  }

  std::vector<SoughtPhrase> phrases_;
  std::vector<std::pair<std::int32_t, std::int32_t>> routes_;  // Anchor and phrase, ascending.
  TermSet anchors_;
};

}  // namespace

Hits find_hits(const terms::TokenIdsView& tokens, std::span<const Phrase> phrases,
               const parallel::LoopOptions& loop) {
  const SoughtPhrases sought(phrases, tokens.n_terms);
  const std::int64_t n_chunks = parallel::count_chunks(tokens.n_documents(), loop);
  std::vector<Hits> parts(static_cast<std::size_t>(n_chunks));
  parallel::for_each_chunk(tokens.n_documents(), loop, [&](const Chunk& chunk) {
    Hits& part = parts[static_cast<std::size_t>(chunk.index)];
    sought.append_hits(tokens, chunk.begin, chunk.end, part);
  });
  std::size_t n_hits = 0;
  for (const Hits& part : parts) n_hits += part.documents.size();
  Hits hits;
  for (auto* column : {&hits.documents, &hits.positions, &hits.lengths, &hits.phrases}) {
    column->reserve(n_hits);
  }
  for (const Hits& part : parts) {
    append_all(hits.documents, part.documents);
    append_all(hits.positions, part.positions);
    append_all(hits.lengths, part.lengths);
    append_all(hits.phrases, part.phrases);
  }
  return hits;
}

void check(const HitsView& hits, std::span<const std::int64_t> indptr) {
  const std::size_t n_hits = hits.size();
  require(hits.positions.size() == n_hits && hits.lengths.size() == n_hits,
          "hits must have a position and a length each: ", n_hits, " have ", hits.positions.size(),
          " and ", hits.lengths.size());
  const auto n_documents = std::ssize(indptr) - 1;
  for (std::size_t hit = 0; hit < n_hits; ++hit) {
    const std::int32_t document = hits.documents[hit];
    require(0 <= document && document < n_documents, "hits must lie in documents [0, ", n_documents,
            "): hit ", hit, " lies in ", document);
    const std::int64_t size =
        indptr[static_cast<std::size_t>(document) + 1] - indptr[static_cast<std::size_t>(document)];
    const std::int64_t begin = hits.positions[hit];
    const std::int64_t length = hits.lengths[hit];
    require(0 <= begin && length >= 1 && begin + length <= size, "hit ", hit,
            " must lie within the ", size, " tokens of its document, not begin at ", begin);
  }
}

}  // namespace broadsheet::statistics
