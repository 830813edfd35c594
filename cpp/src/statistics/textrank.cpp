#include "broadsheet/statistics/textrank.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "broadsheet/require.hpp"
#include "content_ranges.hpp"
#include "phrase_numbers.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kTolerance = 1e-13;  // Of the mean score.
constexpr double kDecimals = 1e9;

double rounded(double score) {
  return std::round(score * kDecimals) / kDecimals;
}

/// Words joined to their neighbours, both ways.
struct WordGraph {
  std::vector<std::size_t> indptr;
  std::vector<std::size_t> neighbors;

  [[nodiscard]] std::size_t size() const noexcept { return indptr.size() - 1; }
  [[nodiscard]] double degree(std::size_t vertex) const {
    return static_cast<double>(indptr[vertex + 1] - indptr[vertex]);
  }
};

using Edges = std::vector<std::pair<std::size_t, std::size_t>>;

/// @param vertices  The vertex of each word, -1 for stop words.
Edges edges_between(const KeywordWords& words, std::span<const std::int32_t> vertices,
                    std::int32_t window) {
  Edges edges;
  for (std::size_t run = 0; run < words.sentences.size(); ++run) {
    const std::int32_t end = words.run_indptr[run + 1];
    for (std::int32_t i = words.run_indptr[run]; i < end; ++i) {
      const std::int32_t one = vertices[static_cast<std::size_t>(i)];
      const std::int32_t last = std::min(window, end - i);
      for (std::int32_t step = 1; one >= 0 && step < last; ++step) {
        const std::int32_t other = vertices[static_cast<std::size_t>(i + step)];
        if (other < 0 || other == one) continue;
        edges.emplace_back(one, other);
        edges.emplace_back(other, one);
      }
    }
  }
  std::ranges::sort(edges);
  const auto repeated = std::ranges::unique(edges);
  edges.erase(repeated.begin(), repeated.end());
  return edges;
}

WordGraph graph_of(const Edges& edges, std::size_t n_vertices) {
  WordGraph graph;
  graph.indptr.assign(n_vertices + 1, 0);
  for (const auto& [one, other] : edges) {
    ++graph.indptr[one + 1];
    graph.neighbors.push_back(other);
  }
  for (std::size_t i = 0; i < n_vertices; ++i) graph.indptr[i + 1] += graph.indptr[i];
  return graph;
}

/// Each step brings the scores nearer to the solution by the factor `damping`, in the sum of their
/// distances, so the loop ends.
std::vector<double> solve(const WordGraph& graph, double damping) {
  std::vector<double> scores(graph.size(), 1.0);
  std::vector<double> next(graph.size());
  const double least = kTolerance * static_cast<double>(graph.size()) * (1 - damping);
  double last_change = 0;
  for (double change = graph.size() > 0 ? 1 : 0; change > least;) {
    last_change = change;
    change = 0;
    for (std::size_t i = 0; i < graph.size(); ++i) {
      double sum = 0;
      for (std::size_t at = graph.indptr[i]; at < graph.indptr[i + 1]; ++at) {
        sum += scores[graph.neighbors[at]] / graph.degree(graph.neighbors[at]);
      }
      next[i] = (1 - damping) + damping * sum;
      change += std::abs(next[i] - scores[i]);
    }
    std::swap(scores, next);
    // Below this, steps are but rounding.
    if (change < kTolerance * static_cast<double>(graph.size()) && change >= last_change) break;
  }
  return scores;
}

/// The vertices of words, and the score of each vertex.
struct RankedWords {
  std::vector<std::int32_t> vertices;  // Of each word, in the order of first coming; -1.
  std::vector<double> scores;
};

RankedWords rank_words(const KeywordWords& words, std::span<const std::uint8_t> is_stopword,
                       const TextrankOptions& options) {
  const PhraseNumbers numbers = number_words(words.terms);
  std::vector<std::int32_t> vertex_of(numbers.n_phrases(), -1);
  std::size_t n_vertices = 0;
  for (std::size_t word = 0; word < vertex_of.size(); ++word) {
    const auto term = words.terms[static_cast<std::size_t>(numbers.firsts[word])];
    if (is_stopword[static_cast<std::size_t>(term)] != 0) continue;
    vertex_of[word] = static_cast<std::int32_t>(n_vertices++);
  }
  RankedWords ranked;
  for (const std::int32_t number : numbers.numbers) {
    ranked.vertices.push_back(vertex_of[static_cast<std::size_t>(number)]);
  }
  const Edges edges = edges_between(words, ranked.vertices, options.window);
  ranked.scores = solve(graph_of(edges, n_vertices), options.damping);
  std::ranges::transform(ranked.scores, ranked.scores.begin(), rounded);
  return ranked;
}

/// Whether each vertex is of the best third.
std::vector<bool> best_third(std::span<const double> scores) {
  std::vector<std::size_t> order(scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, std::ranges::greater{}, [&](std::size_t i) { return scores[i]; });
  std::vector<bool> is_best(scores.size());
  for (std::size_t i = 0; i < (order.size() + 2) / 3; ++i) is_best[order[i]] = true;
  return is_best;
}

}  // namespace

void check(const TextrankOptions& options) {
  require(options.window >= 2, "window must be at least 2, not ", options.window);
  require(0 <= options.damping && options.damping <= kHighestDamping, "damping must be from 0 to ",
          kHighestDamping, ", not ", options.damping);
}

std::vector<double> textrank_scores(const KeywordWords& words,
                                    std::span<const std::uint8_t> is_stopword,
                                    const TextrankOptions& options) {
  check(options);
  const RankedWords ranked = rank_words(words, is_stopword, options);
  std::vector<double> scores;
  for (const std::int32_t vertex : ranked.vertices) {
    scores.push_back(vertex < 0 ? 0 : ranked.scores[static_cast<std::size_t>(vertex)]);
  }
  return scores;
}

std::vector<Keyphrase> textrank(const KeywordWords& words,
                                std::span<const std::uint8_t> is_stopword,
                                const TextrankOptions& options) {
  check(options);
  const RankedWords ranked = rank_words(words, is_stopword, options);
  const std::vector<bool> is_best = best_third(ranked.scores);
  const std::vector<WordRange> ranges = content_ranges(words, [&](std::size_t place) {
    const std::int32_t vertex = ranked.vertices[place];
    return vertex >= 0 && is_best[static_cast<std::size_t>(vertex)];
  });
  const PhraseNumbers numbers = number_phrases(words.terms, ranges);
  std::vector<Keyphrase> phrases;
  for (const std::int32_t first : numbers.firsts) {
    const WordRange range = ranges[static_cast<std::size_t>(first)];
    double score = 0;
    for (std::int32_t at = range.begin; at < range.end; ++at) {
      const std::int32_t vertex = ranked.vertices[static_cast<std::size_t>(at)];
      score += ranked.scores[static_cast<std::size_t>(vertex)];
    }
    phrases.push_back({range.begin, range.size(), rounded(score)});
  }
  rank(phrases, BestScore::kHighest);
  return phrases;
}

}  // namespace broadsheet::statistics
