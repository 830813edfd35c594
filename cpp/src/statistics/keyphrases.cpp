#include "broadsheet/statistics/keyphrases.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <tuple>

namespace broadsheet::statistics {
namespace {

std::span<const std::int32_t> terms_at(const KeywordWords& words, std::int32_t begin,
                                       std::int32_t size) {
  return std::span(words.terms)
      .subspan(static_cast<std::size_t>(begin), static_cast<std::size_t>(size));
}

}  // namespace

void rank(std::vector<Keyphrase>& phrases, BestScore best) {
  const double sign = best == BestScore::kLowest ? 1 : -1;
  std::ranges::sort(phrases, {}, [sign](const Keyphrase& phrase) {
    return std::tuple(sign * phrase.score, phrase.end(), phrase.size);
  });
}

std::vector<std::vector<std::int32_t>> places(const KeywordWords& words,
                                              std::span<const Keyphrase> phrases) {
  std::map<std::int32_t, std::vector<std::size_t>> by_first_term;
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    by_first_term[terms_at(words, phrases[i].begin, 1).front()].push_back(i);
  }
  std::vector<std::vector<std::int32_t>> found(phrases.size());
  for (std::int32_t run = 0; run < words.n_runs(); ++run) {
    const std::int32_t end = words.run_indptr[static_cast<std::size_t>(run) + 1];
    for (std::int32_t at = words.run_indptr[static_cast<std::size_t>(run)]; at < end; ++at) {
      const auto candidates = by_first_term.find(words.terms[static_cast<std::size_t>(at)]);
      if (candidates == by_first_term.end()) continue;
      for (const std::size_t i : candidates->second) {
        const Keyphrase& phrase = phrases[i];
        if (at + phrase.size > end) continue;
        if (std::ranges::equal(terms_at(words, phrase.begin, phrase.size),
                               terms_at(words, at, phrase.size))) {
          found[i].push_back(at);
        }
      }
    }
  }
  return found;
}

}  // namespace broadsheet::statistics
