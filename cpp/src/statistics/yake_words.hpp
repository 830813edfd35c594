#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "broadsheet/statistics/yake.hpp"
#include "phrase_numbers.hpp"
#include "word_shape.hpp"

namespace broadsheet::statistics {

/// The words of a document as YAKE weighs them: D distinct ones, by the numbers of their stems.
class YakeWords {
 public:
  YakeWords(const KeywordWords& words, std::string_view text, const YakeTerms& terms,
            std::int32_t window);

  /// The number of the stem that stands in a place.
  [[nodiscard]] std::size_t at(std::int32_t place) const {
    return static_cast<std::size_t>(stems_.numbers[static_cast<std::size_t>(place)]);
  }
  [[nodiscard]] bool is_stopword(std::size_t word) const { return is_stopword_[word]; }
  [[nodiscard]] bool is_parsable(std::int32_t place) const {
    return shapes_[static_cast<std::size_t>(place)] != WordShape::kUnparsable;
  }
  /// S(t) of a word that is no stop word.
  [[nodiscard]] double score(std::size_t word) const { return scores_[word]; }
  /// P(t | before) P(t | behind) of a stop word between two words.
  [[nodiscard]] double probability(std::size_t before, std::size_t word, std::size_t behind) const;

 private:
  /// Distinct words on one side, and all.
  struct Side {
    double n_distinct = 0;
    double n = 0;
    [[nodiscard]] double share() const { return n > 0 ? n_distinct / n : 0; }
  };
  struct Follower {
    std::pair<std::int32_t, std::int32_t> words;  // Left and right.
    double n = 0;
    friend bool operator==(const Follower&, const Follower&) = default;
  };

  void find_shapes(const KeywordWords& words, std::string_view text);
  void find_followers(const KeywordWords& words, std::int32_t window);
  void weigh(const KeywordWords& words);
  [[nodiscard]] double count(std::size_t word) const { return stems_.counts[word]; }
  [[nodiscard]] double n_follows(std::size_t left, std::size_t right) const;

  PhraseNumbers stems_;
  std::vector<bool> is_stopword_;    // D: as the first form of the word is one.
  std::vector<WordShape> shapes_;    // T
  std::vector<Follower> followers_;  // Ascending.
  std::vector<double> scores_;       // D
};

}  // namespace broadsheet::statistics
