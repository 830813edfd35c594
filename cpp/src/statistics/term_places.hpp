#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/large_array.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// Where stretches of tokens that no window crosses begin, a bit a token.
class StretchBegins {
 public:
  explicit StretchBegins(std::span<const std::int64_t> indptr)
      : bits_(static_cast<std::size_t>(indptr.back()) / 64 + 1) {
    for (const std::int64_t begin : indptr) {
      const auto at = static_cast<std::size_t>(begin);
      bits_[at / 64] |= std::uint64_t{1} << at % 64;
    }
  }

  /// Whether a stretch begins at a token, or the one before it was the last.
  [[nodiscard]] bool has(std::size_t token) const {
    return (bits_[token / 64] >> token % 64 & 1) != 0;
  }

 private:
  std::vector<std::uint64_t> bits_;
};

/// Lists the places of terms among all tokens, ascending: those of term i from begins[i] on.
///
/// @param is_sought  Whether the places of a term are listed.
/// @param begins     V + 1, all 0 before.
template <typename Place, typename Allocator, typename IsSought>
void list_places(const terms::TokenIdsView& tokens, const IsSought& is_sought,
                 std::vector<std::int64_t>& begins, std::vector<Place, Allocator>& places) {
  for (const std::int32_t id : tokens.ids) {
    begins[static_cast<std::size_t>(id) + 1] += is_sought(static_cast<std::size_t>(id));
  }
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  places.resize(static_cast<std::size_t>(begins.back()));
  std::vector<std::int64_t> next(begins.begin(), begins.end() - 1);
  for (std::size_t at = 0; at < tokens.ids.size(); ++at) {
    const auto term = static_cast<std::size_t>(tokens.ids[at]);
    if (is_sought(term)) places[static_cast<std::size_t>(next[term]++)] = static_cast<Place>(at);
  }
}

/// The places of some terms among all tokens, ascending.
/// @tparam Place  Unsigned, wide enough for the number of tokens.
template <typename Place>
class TermPlaces {
 public:
  /// @param terms  Each once.
  TermPlaces(const terms::TokenIdsView& tokens, std::span<const std::int32_t> terms)
      : begins_(static_cast<std::size_t>(tokens.n_terms) + 1) {
    std::vector<std::uint8_t> sought(static_cast<std::size_t>(tokens.n_terms));
    for (const std::int32_t term : terms) sought[static_cast<std::size_t>(term)] = 1;
    list_places(tokens, [&](std::size_t term) { return sought[term] != 0; }, begins_, places_);
  }

  /// Those of one term; none if it is not one of the terms.
  [[nodiscard]] std::span<const Place> of(std::int32_t term) const {
    const auto begin = static_cast<std::size_t>(begins_[static_cast<std::size_t>(term)]);
    const auto end = static_cast<std::size_t>(begins_[static_cast<std::size_t>(term) + 1]);
    return std::span(places_).subspan(begin, end - begin);
  }

 private:
  std::vector<std::int64_t> begins_;  // V + 1.
  LargeArray<Place> places_;
};

}  // namespace broadsheet::statistics
