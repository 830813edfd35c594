#include "broadsheet/statistics/yake.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "broadsheet/require.hpp"
#include "broadsheet/text/case.hpp"
#include "broadsheet/text/utf8.hpp"
#include "likeness.hpp"
#include "phrase_numbers.hpp"
#include "word_shape.hpp"
#include "yake_words.hpp"

namespace broadsheet::statistics {
namespace {

/// The fewest characters of a word that counts, and of one that can lose its s.
constexpr std::int64_t kFewestCharacters = 3;

std::int64_t n_characters(std::string_view word) {
  std::int64_t n = 0;
  for (std::int64_t at = 0; at < std::ssize(word);) {
    const text::CodePoint code_point = text::decode(word, at);
    n += !is_ascii_punctuation(code_point.value);
    at += code_point.length;
  }
  return n;
}

/// The n-grams that can be keyphrases, in the order in which they end, the shorter first.
std::vector<WordRange> candidates(const KeywordWords& words, const YakeWords& yake_words,
                                  std::int32_t max_words) {
  std::vector<WordRange> ranges;
  for (std::size_t run = 0; run < words.sentences.size(); ++run) {
    const std::int32_t begin = words.run_indptr[run];
    for (std::int32_t last = begin; last < words.run_indptr[run + 1]; ++last) {
      if (yake_words.is_stopword(yake_words.at(last))) continue;
      const std::int32_t farthest = last - begin >= max_words ? last - max_words + 1 : begin;
      for (std::int32_t first = last; first >= farthest; --first) {
        if (yake_words.is_stopword(yake_words.at(first))) continue;
        ranges.push_back({first, last + 1});
      }
    }
  }
  return ranges;
}

/// @return  Nothing for words whose 1 + sum S(t) is not above 0, which has no meaning.
std::optional<double> score_of(const YakeWords& words, WordRange range, double n) {
  double product = 1;
  double sum = 0;
  for (std::int32_t place = range.begin; place < range.end; ++place) {
    const std::size_t word = words.at(place);
    if (!words.is_stopword(word)) {
      product *= words.score(word);
      sum += words.score(word);
      continue;
    }
    const double p = words.probability(words.at(place - 1), word, words.at(place + 1));
    product *= 2 - p;
    sum -= 1 - p;
  }
  if (sum + 1 <= 0) return std::nullopt;
  return product / ((sum + 1) * n);
}

std::vector<Keyphrase> scored(const KeywordWords& words, const YakeWords& yake_words,
                              std::span<const WordRange> ranges) {
  const PhraseNumbers numbers = number_phrases(words.terms, ranges);
  std::vector<bool> is_valid(numbers.n_phrases());
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    bool is_parsable = true;
    for (std::int32_t place = ranges[i].begin; place < ranges[i].end; ++place) {
      is_parsable &= yake_words.is_parsable(place);
    }
    if (is_parsable) is_valid[static_cast<std::size_t>(numbers.numbers[i])] = true;
  }
  std::vector<Keyphrase> phrases;
  for (std::size_t i = 0; i < numbers.n_phrases(); ++i) {
    if (!is_valid[i]) continue;
    const WordRange range = ranges[static_cast<std::size_t>(numbers.firsts[i])];
    const std::optional<double> score = score_of(yake_words, range, numbers.counts[i]);
    if (score) phrases.push_back({range.begin, range.size(), *score});
  }
  return phrases;
}

std::u32string written(const KeywordWords& words, const Keyphrase& phrase,
                       const terms::Vocabulary& vocabulary) {
  std::u32string string;
  for (std::int32_t place = phrase.begin; place < phrase.end(); ++place) {
    if (place > phrase.begin) string += U' ';
    const std::string_view term = vocabulary.term(words.terms[static_cast<std::size_t>(place)]);
    for (std::int64_t at = 0; at < std::ssize(term);) {
      const text::CodePoint code_point = text::decode(term, at);
      string += code_point.value;
      at += code_point.length;
    }
  }
  return string;
}

}  // namespace

void check(const YakeOptions& options) {
  require(options.max_words >= 1, "max_words must be at least 1, not ", options.max_words);
  require(options.window >= 1, "window must be at least 1, not ", options.window);
  require(0 <= options.dedup && options.dedup <= 1, "dedup must be from 0 to 1, not ",
          options.dedup);
}

YakeTerms yake_terms(const terms::Vocabulary& vocabulary, const terms::Vocabulary& stopwords) {
  YakeTerms terms;
  terms::Vocabulary stems;
  std::string lower;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    lower.clear();
    text::append_lower(lower, vocabulary.term(id));
    std::string_view stem = lower;
    const bool has_s = stem.ends_with('s') && text::count_code_points(stem) > kFewestCharacters;
    if (has_s) stem.remove_suffix(1);
    terms.stems.push_back(stems.add(stem));
    const bool is_listed = stopwords.find(lower) >= 0 || stopwords.find(stem) >= 0;
    terms.is_stopword.push_back(is_listed || n_characters(stem) < kFewestCharacters);
  }
  return terms;
}

std::vector<Keyphrase> yake(const KeywordWords& words, std::string_view text,
                            const YakeTerms& terms, const terms::Vocabulary& vocabulary,
                            const YakeOptions& options) {
  check(options);
  const YakeWords yake_words(words, text, terms, options.window);
  std::vector<Keyphrase> phrases =
      scored(words, yake_words, candidates(words, yake_words, options.max_words));
  rank(phrases, BestScore::kLowest);
  std::vector<std::u32string> strings;
  for (const Keyphrase& phrase : phrases) strings.push_back(written(words, phrase, vocabulary));
  std::vector<Keyphrase> kept;
  for (const std::size_t i : without_likes(strings, options.dedup, options.k)) {
    kept.push_back(phrases[i]);
  }
  return kept;
}

}  // namespace broadsheet::statistics
