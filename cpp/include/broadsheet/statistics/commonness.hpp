#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/terms/token_ids.hpp"

namespace broadsheet::statistics {

/// How evenly a word comes along in a corpus of N tokens, by the distances d from each of its f
/// places to the next, the last joined to the first: they add up to N. Of a word that never comes
/// all are 0, but kAwt and kAld, which are NaN.
///
/// Source: Savicky and Hlavacova, "Measures of Word Commonness", J. Quantitative Linguistics 9(3),
/// 2002; Gries 2008.
enum class Commonness {
  kArf,   ///< Average reduced frequency: f / N sum min(d, N / f). From 1 to f.
  kAwt,   ///< Average waiting time: (1 + sum d^2 / N) / 2.
  kFAwt,  ///< Frequency by waiting time: N^2 / sum d^2. From 1 to f.
  kAld,   ///< Average logarithmic distance: sum d log10 d / N.
  kFAld,  ///< Frequency by logarithmic distance: exp(-sum d / N ln(d / N)). From 1 to f.
};

/// The places of V words among N tokens: those of word i are places[indptr[i]] to
/// places[indptr[i + 1]], ascending and distinct, from 0 and below N.
struct PlacesView {
  std::span<const std::int64_t> indptr;  ///< V + 1, from 0, never decreasing.
  std::span<const std::int64_t> places;
  std::int64_t n_tokens = 0;  ///< N.
};

/// The same, owned.
struct Places {
  std::vector<std::int64_t> indptr;
  std::vector<std::int64_t> places;

  /// Borrows the arrays.
  [[nodiscard]] PlacesView view() const noexcept { return {indptr, places, std::ssize(places)}; }
};

/// The places of V terms among T tokens, the documents one after the other. O(V + T).
/// @param tokens  Such as pass `check`.
[[nodiscard]] Places places_of(const terms::TokenIdsView& tokens);

/// Checks every promise above. O(V + places).
/// @throws std::invalid_argument  naming the rule, the word and the place.
void check(const PlacesView& words);

/// The names of the measures, `arf` for kArf and so on, in their order.
[[nodiscard]] std::span<const std::string_view> commonness_names();

/// The measure of a name.
/// @throws std::invalid_argument  if there is none.
[[nodiscard]] Commonness find_commonness(std::string_view name);

/// The measures of V words, one array a measure. O(V + places), the same bytes for any number of
/// threads.
[[nodiscard]] std::vector<std::vector<double>> commonness(const PlacesView& words,
                                                          std::span<const Commonness> measures,
                                                          const parallel::LoopOptions& loop);

}  // namespace broadsheet::statistics
