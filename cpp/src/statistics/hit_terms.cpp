#include "broadsheet/statistics/hit_terms.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <span>
#include <string_view>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::statistics {
namespace {

/// The token at the place, counted from the begin of the document.
std::int64_t position_of(const HitsView& hits, std::size_t hit, HitPlace place) {
  const std::int64_t begin = hits.positions[hit];
  if (place.side == Side::kLeft) return begin - place.distance;
  if (place.side == Side::kNode) return begin + place.distance - 1;
  return begin + hits.lengths[hit] + place.distance - 1;
}

std::string_view as_bytes(std::span<const std::int32_t> ids) {
  return {reinterpret_cast<const char*>(ids.data()), ids.size_bytes()};
}

}  // namespace

std::vector<std::int32_t> terms_at(const terms::TokenIdsView& tokens, const HitsView& hits,
                                   HitPlace place) {
  require(place.distance >= 1, "distance must be at least 1, not ", place.distance);
  std::vector<std::int32_t> found;
  found.reserve(hits.size());
  for (std::size_t hit = 0; hit < hits.size(); ++hit) {
    const auto ids = tokens.of(hits.documents[hit]);
    const std::int64_t position = position_of(hits, hit, place);
    const bool is_there = 0 <= position && position < std::ssize(ids) &&
                          (place.side != Side::kNode || place.distance <= hits.lengths[hit]);
    found.push_back(is_there ? ids[static_cast<std::size_t>(position)] : -1);
  }
  return found;
}

HitGroups group_hits(const terms::TokenIdsView& tokens, const HitsView& hits, HitPlace place) {
  HitGroups result;
  result.groups.reserve(hits.size());
  terms::Vocabulary sequences;  // Of ids, which are bytes as any others.
  const auto add = [&](std::span<const std::int32_t> ids) {
    const std::int32_t n_before = sequences.size();
    const std::int32_t group = sequences.add(as_bytes(ids));
    result.groups.push_back(group);
    if (group < n_before) return;
    result.terms.words.insert(result.terms.words.end(), ids.begin(), ids.end());
    result.terms.indptr.push_back(std::ssize(result.terms.words));
  };
  if (place.side == Side::kNode) {
    for (std::size_t hit = 0; hit < hits.size(); ++hit) {
      add(tokens.of(hits.documents[hit])
              .subspan(static_cast<std::size_t>(hits.positions[hit]),
                       static_cast<std::size_t>(hits.lengths[hit])));
    }
    return result;
  }
  for (const std::int32_t term : terms_at(tokens, hits, place)) {
    if (term < 0) {
      result.groups.push_back(-1);
    } else {
      add({&term, 1});
    }
  }
  return result;
}

}  // namespace broadsheet::statistics
