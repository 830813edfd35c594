#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/statistics/keyphrases.hpp"

namespace broadsheet::statistics {

/// The steepest damping for which the scores are sure to be reached.
inline constexpr double kHighestDamping = 0.99;

struct TextrankOptions {
  std::int32_t window = 2;  ///< Words are neighbours within so many, themselves included: from 2.
  double damping = 0.85;    ///< From 0 to kHighestDamping.
};

/// Checks the ranges that TextrankOptions states.
/// @throws std::invalid_argument  naming the option and its value.
void check(const TextrankOptions& options);

/// The score of each of the T words in the graph of words of a document; 0 for stop words.
///
/// A vertex for each distinct word that is no stop word; two are joined where they stand within
/// `window` words of one run, stop words counted. The scores solve
/// S(i) = (1 - d) + d sum S(j) / degree(j) over the neighbours j of i, iterated until no digit
/// changes that is kept, and rounded to nine decimals: words that the graph does not tell apart
/// tie. O(E log(1e-13) / log d) for E edges.
///
/// Source: Mihalcea and Tarau (2004), "TextRank: bringing order into texts", EMNLP, 404-411:
/// undirected, unweighted.
[[nodiscard]] std::vector<double> textrank_scores(const KeywordWords& words,
                                                  std::span<const std::uint8_t> is_stopword,
                                                  const TextrankOptions& options = {});

/// The keyphrases of a document by TextRank, all of them, the highest score first.
///
/// Keywords are the third of the vertices, rounded up, with the highest scores; of equal ones,
/// those that come first. The longest stretches of them within a run are the keyphrases. The source
/// leaves their order open: here it is that of the sums of their words' scores.
[[nodiscard]] std::vector<Keyphrase> textrank(const KeywordWords& words,
                                              std::span<const std::uint8_t> is_stopword,
                                              const TextrankOptions& options = {});

}  // namespace broadsheet::statistics
