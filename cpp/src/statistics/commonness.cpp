#include "broadsheet/statistics/commonness.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>

#include "broadsheet/require.hpp"
#include "names.hpp"
#include "term_places.hpp"

namespace broadsheet::statistics {
namespace {

constexpr auto kNames = std::to_array<std::string_view>({"arf", "awt", "f_awt", "ald", "f_ald"});
static_assert(kNames.size() == static_cast<std::size_t>(Commonness::kFAld) + 1);

std::span<const std::int64_t> places_of(const PlacesView& words, std::int64_t word) {
  const auto begin = static_cast<std::size_t>(words.indptr[static_cast<std::size_t>(word)]);
  const auto end = static_cast<std::size_t>(words.indptr[static_cast<std::size_t>(word) + 1]);
  return words.places.subspan(begin, end - begin);
}

/// The sum of `of(d)` over the distances.
template <typename Of>
double sum_over_distances(std::span<const std::int64_t> places, std::int64_t n_tokens,
                          const Of& of) {
  double sum = of(static_cast<double>(places.front() + n_tokens - places.back()));
  for (std::size_t i = 1; i < places.size(); ++i) {
    sum += of(static_cast<double>(places[i] - places[i - 1]));
  }
  return sum;
}

double value(Commonness measure, std::span<const std::int64_t> places, std::int64_t n_tokens) {
  constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
  if (places.empty()) {
    return measure == Commonness::kAwt || measure == Commonness::kAld ? kUndefined : 0;
  }
  const auto n = static_cast<double>(n_tokens);
  const auto sum = [&](const auto& of) { return sum_over_distances(places, n_tokens, of); };
  switch (measure) {
    case Commonness::kArf: {
      const double mean = n / static_cast<double>(places.size());
      return sum([=](double d) { return std::min(d, mean); }) / mean;
    }
    case Commonness::kAwt:
      return (1 + sum([](double d) { return d * d; }) / n) / 2;
    case Commonness::kFAwt:
      return n * n / sum([](double d) { return d * d; });
    case Commonness::kAld:
      return sum([](double d) { return d * std::log10(d); }) / n;
    case Commonness::kFAld:
      return std::exp(-sum([=](double d) { return d / n * std::log(d / n); }));
  }
  return kUndefined;
}

}  // namespace

Places places_of(const terms::TokenIdsView& tokens) {
  Places words;
  words.indptr.resize(static_cast<std::size_t>(tokens.n_terms) + 1);
  list_places(tokens, [](std::size_t) { return true; }, words.indptr, words.places);
  return words;
}

void check(const PlacesView& words) {
  require(!words.indptr.empty() && words.indptr.front() == 0, "indptr must start at 0");
  require(std::ranges::is_sorted(words.indptr), "indptr must not decrease");
  require(words.indptr.back() == std::ssize(words.places),
          "indptr must end at the number of places, ", words.places.size(), ", not ",
          words.indptr.back());
  for (std::int64_t word = 0; word + 1 < std::ssize(words.indptr); ++word) {
    std::int64_t previous = -1;
    for (const std::int64_t place : places_of(words, word)) {
      require(place >= 0 && place < words.n_tokens, "positions must lie in [0, ", words.n_tokens,
              "): word ", word, " has ", place);
      require(place > previous, "positions must ascend: word ", word, " has ", place, " after ",
              previous);
      previous = place;
    }
  }
}

std::span<const std::string_view> commonness_names() {
  return kNames;
}

Commonness find_commonness(std::string_view name) {
  return find_name<Commonness>(kNames, name, "commonness");
}

std::vector<std::vector<double>> commonness(const PlacesView& words,
                                            std::span<const Commonness> measures,
                                            const parallel::LoopOptions& call) {
  const std::int64_t n_words = std::ssize(words.indptr) - 1;
  std::vector<std::vector<double>> values(measures.size(),
                                          std::vector<double>(static_cast<std::size_t>(n_words)));
  parallel::LoopOptions loop = call;
  loop.chunk_size = 256;
  parallel::for_each_chunk(n_words, loop, [&](const parallel::Chunk& chunk) {
    for (std::int64_t word = chunk.begin; word < chunk.end; ++word) {
      for (std::size_t i = 0; i < measures.size(); ++i) {
        values[i][static_cast<std::size_t>(word)] =
            value(measures[i], places_of(words, word), words.n_tokens);
      }
    }
  });
  return values;
}

}  // namespace broadsheet::statistics
