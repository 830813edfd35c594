#include "broadsheet/statistics/rake.hpp"

#include <cstddef>

#include "content_ranges.hpp"
#include "phrase_numbers.hpp"

namespace broadsheet::statistics {
namespace {

/// How often each word must adjoin another candidate for the two to be one.
constexpr std::int32_t kAdjoiningCount = 2;

/// deg(w) / freq(w) of each place of a word in a candidate; 0 of all other places.
std::vector<double> word_scores(const KeywordWords& words, std::span<const WordRange> candidates) {
  const PhraseNumbers numbers = number_words(words.terms);
  std::vector<double> degrees(numbers.n_phrases());
  std::vector<double> frequencies(numbers.n_phrases());
  const auto for_each_place = [&](const auto& visit) {
    for (const WordRange candidate : candidates) {
      for (auto at = candidate.begin; at < candidate.end; ++at) {
        const auto place = static_cast<std::size_t>(at);
        visit(place, static_cast<std::size_t>(numbers.numbers[place]), candidate.size());
      }
    }
  };
  for_each_place([&](std::size_t, std::size_t word, std::int32_t size) {
    degrees[word] += size;
    ++frequencies[word];
  });
  std::vector<double> scores(words.terms.size());
  for_each_place([&](std::size_t place, std::size_t word, std::int32_t) {
    scores[place] = degrees[word] / frequencies[word];
  });
  return scores;
}

/// The ranges from each candidate to the end of the next one, where both are of one run.
std::vector<WordRange> adjoining(const KeywordWords& words, std::span<const WordRange> candidates) {
  std::vector<WordRange> pairs;
  std::size_t run = 0;
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    while (words.run_indptr[run + 1] < candidates[i].end) ++run;
    const bool is_of_run = words.run_indptr[run] <= candidates[i - 1].begin;
    if (is_of_run) pairs.push_back({candidates[i - 1].begin, candidates[i].end});
  }
  return pairs;
}

/// Adds the phrases among ranges that come as often as `min_count`.
void append_phrases(const KeywordWords& words, std::span<const WordRange> ranges,
                    std::span<const double> scores, std::int32_t min_count,
                    std::vector<Keyphrase>& phrases) {
  const PhraseNumbers numbers = number_phrases(words.terms, ranges);
  for (std::size_t i = 0; i < numbers.n_phrases(); ++i) {
    if (numbers.counts[i] < min_count) continue;
    const WordRange range = ranges[static_cast<std::size_t>(numbers.firsts[i])];
    double score = 0;
    for (auto at = range.begin; at < range.end; ++at) score += scores[static_cast<std::size_t>(at)];
    phrases.push_back({range.begin, range.size(), score});
  }
}

}  // namespace

std::vector<Keyphrase> rake(const KeywordWords& words, std::span<const std::uint8_t> is_stopword) {
  const std::vector<WordRange> candidates = content_ranges(words, [&](std::size_t place) {
    return is_stopword[static_cast<std::size_t>(words.terms[place])] == 0;
  });
  const std::vector<double> scores = word_scores(words, candidates);
  std::vector<Keyphrase> phrases;
  append_phrases(words, candidates, scores, 1, phrases);
  append_phrases(words, adjoining(words, candidates), scores, kAdjoiningCount, phrases);
  rank(phrases, BestScore::kHighest);
  return phrases;
}

}  // namespace broadsheet::statistics
