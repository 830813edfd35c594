#include "yake_words.hpp"

#include <algorithm>
#include <cmath>

namespace broadsheet::statistics {
namespace {

/// The mean of the counts of some words, plus their standard deviation.
double usual_count(const PhraseNumbers& stems, const std::vector<bool>& is_stopword) {
  double n = 0;
  double sum = 0;
  for (std::size_t i = 0; i < stems.n_phrases(); ++i) {
    if (is_stopword[i]) continue;
    ++n;
    sum += stems.counts[i];
  }
  const double mean = sum / n;
  double squares = 0;
  for (std::size_t i = 0; i < stems.n_phrases(); ++i) {
    const double distance = stems.counts[i] - mean;
    if (!is_stopword[i]) squares += distance * distance;
  }
  return mean + std::sqrt(squares / n);
}

double median(const std::vector<std::int32_t>& ascending) {
  const std::size_t half = ascending.size() / 2;
  if (ascending.size() % 2 == 1) return ascending[half];
  return (static_cast<double>(ascending[half - 1]) + ascending[half]) / 2;
}

}  // namespace

YakeWords::YakeWords(const KeywordWords& words, std::string_view text, const YakeTerms& terms,
                     std::int32_t window) {
  std::vector<std::int32_t> stems;
  for (const std::int32_t term : words.terms) {
    stems.push_back(terms.stems[static_cast<std::size_t>(term)]);
  }
  stems_ = number_words(stems);
  for (const std::int32_t first : stems_.firsts) {
    const auto term = static_cast<std::size_t>(words.terms[static_cast<std::size_t>(first)]);
    is_stopword_.push_back(terms.is_stopword[term] != 0);
  }
  find_shapes(words, text);
  find_followers(words, window);
  weigh(words);
}

void YakeWords::find_shapes(const KeywordWords& words, std::string_view text) {
  for (const text::Span span : words.spans) shapes_.push_back(word_shape(text::slice(text, span)));
  std::int32_t last_sentence = -1;
  for (std::size_t run = 0; run < words.sentences.size(); ++run) {
    WordShape& first = shapes_[static_cast<std::size_t>(words.run_indptr[run])];
    const bool begins_sentence = words.sentences[run] != last_sentence;
    if (begins_sentence && first == WordShape::kName) first = WordShape::kPlain;
    last_sentence = words.sentences[run];
  }
}

void YakeWords::find_followers(const KeywordWords& words, std::int32_t window) {
  std::vector<std::pair<std::int32_t, std::int32_t>> pairs;
  for (std::size_t run = 0; run < words.sentences.size(); ++run) {
    const std::int32_t begin = words.run_indptr[run];
    for (std::int32_t right = begin; right < words.run_indptr[run + 1]; ++right) {
      const std::int32_t farthest = right - begin > window ? right - window : begin;
      for (std::int32_t left = farthest; left < right; ++left) {
        if (!is_parsable(left) || !is_parsable(right)) continue;
        pairs.emplace_back(static_cast<std::int32_t>(at(left)),
                           static_cast<std::int32_t>(at(right)));
      }
    }
  }
  std::ranges::sort(pairs);
  for (const auto& pair : pairs) {
    if (followers_.empty() || followers_.back().words != pair) followers_.push_back({pair, 0});
    ++followers_.back().n;
  }
}

void YakeWords::weigh(const KeywordWords& words) {
  const std::size_t n_words = stems_.n_phrases();
  std::vector<std::vector<std::int32_t>> sentences(n_words);
  std::vector<double> n_acronyms(n_words);
  std::vector<double> n_names(n_words);
  for (std::size_t run = 0; run < words.sentences.size(); ++run) {
    for (std::int32_t place = words.run_indptr[run]; place < words.run_indptr[run + 1]; ++place) {
      const WordShape shape = shapes_[static_cast<std::size_t>(place)];
      n_acronyms[at(place)] += shape == WordShape::kAcronym;
      n_names[at(place)] += shape == WordShape::kName;
      auto& of_word = sentences[at(place)];
      const std::int32_t sentence = words.sentences[run];
      if (of_word.empty() || of_word.back() != sentence) of_word.push_back(sentence);
    }
  }
  std::vector<Side> lefts(n_words);
  std::vector<Side> rights(n_words);
  for (const Follower& follower : followers_) {
    for (Side* side : {&rights[static_cast<std::size_t>(follower.words.first)],
                       &lefts[static_cast<std::size_t>(follower.words.second)]}) {
      ++side->n_distinct;
      side->n += follower.n;
    }
  }
  const double usual = usual_count(stems_, is_stopword_);
  const double highest = n_words == 0 ? 0 : *std::ranges::max_element(stems_.counts);
  scores_.assign(n_words, 0);
  for (std::size_t i = 0; i < n_words; ++i) {
    if (is_stopword_[i]) continue;
    const double share = lefts[i].share() + rights[i].share();
    const double relation = 1 + share * count(i) / highest;
    const double letter_case = std::max(n_acronyms[i], n_names[i]) / (1 + std::log(count(i)));
    const double position = std::log(std::log(3 + median(sentences[i])));
    const double spread = static_cast<double>(sentences[i].size()) / words.n_sentences();
    const double frequency = count(i) / usual;
    scores_[i] = relation * position / (letter_case + frequency / relation + spread / relation);
  }
}

double YakeWords::n_follows(std::size_t left, std::size_t right) const {
  const std::pair wanted(static_cast<std::int32_t>(left), static_cast<std::int32_t>(right));
  const auto found = std::ranges::lower_bound(followers_, wanted, {}, &Follower::words);
  return found != followers_.end() && found->words == wanted ? found->n : 0;
}

double YakeWords::probability(std::size_t before, std::size_t word, std::size_t behind) const {
  return n_follows(before, word) / count(before) * (n_follows(word, behind) / count(behind));
}

}  // namespace broadsheet::statistics
