#include "broadsheet/similarity/average_link.hpp"

#include <algorithm>
#include <limits>
#include <random>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "errors.hpp"

namespace broadsheet::similarity {
namespace {

using Rows = std::vector<std::int32_t>;

/// Pairs of rows with their similarities, each once.
struct Links {
  std::int64_t n_rows = 0;
  DocumentPairs pairs;
  std::vector<double> scores;

  void add(std::int32_t left, std::int32_t right, double score) {
    pairs.left.push_back(left);
    pairs.right.push_back(right);
    scores.push_back(score);
  }
  [[nodiscard]] Rows clusters(double min_similarity) const {
    return average_link(n_rows, pairs, scores, min_similarity, {});
  }
};

/// Sums anew, over all pairs of rows, which clusters are most similar, until none are.
Rows slow_clusters(const Links& links, double min_similarity) {
  const auto n = static_cast<std::size_t>(links.n_rows);
  std::vector<std::vector<double>> dense(n, std::vector<double>(n));
  for (std::size_t i = 0; i < links.scores.size(); ++i) {
    const auto left = static_cast<std::size_t>(links.pairs.left[i]);
    const auto right = static_cast<std::size_t>(links.pairs.right[i]);
    dense[left][right] = dense[right][left] = links.scores[i];
  }
  std::vector<std::vector<std::size_t>> clusters;
  for (std::size_t row = 0; row < n; ++row) clusters.push_back({row});
  while (true) {
    double best = 0;
    std::pair<std::size_t, std::size_t> at;
    std::ranges::sort(clusters);
    for (std::size_t a = 0; a < clusters.size(); ++a) {
      for (std::size_t b = a + 1; b < clusters.size(); ++b) {
        double sum = 0;
        for (const std::size_t i : clusters[a]) {
          for (const std::size_t j : clusters[b]) sum += dense[i][j];
        }
        const double average = sum / static_cast<double>(clusters[a].size() * clusters[b].size());
        if (average > best) {
          best = average;
          at = {a, b};
        }
      }
    }
    if (best < min_similarity || best == 0) break;
    auto& left = clusters[at.first];
    const auto& right = clusters[at.second];
    left.insert(left.end(), right.begin(), right.end());
    std::ranges::sort(left);
    clusters.erase(clusters.begin() + static_cast<std::ptrdiff_t>(at.second));
  }
  Rows first(n);
  for (const auto& cluster : clusters) {
    for (const std::size_t row : cluster) first[row] = static_cast<std::int32_t>(cluster.front());
  }
  return first;
}

/// Similarities that are whole multiples of 1/8: many are equal, and sums of few are exact.
Links random_links(std::int64_t n_rows, std::uint32_t share, bool has_ties, std::uint32_t seed) {
  std::mt19937 random(seed);
  Links links{n_rows, {}, {}};
  for (std::int32_t i = 0; i < n_rows; ++i) {
    for (std::int32_t j = i + 1; j < n_rows; ++j) {
      if (random() % 100 >= share) continue;
      const double tied = static_cast<double>(random() % 8 + 1) / 8;
      links.add(i, j, has_ties ? tied : static_cast<double>(random() % 1'000'003 + 1) / 1'000'003);
    }
  }
  return links;
}

TEST(AverageLink, WorkedByHand) {
  // 0 and 1 are united at 0.8. Their average with 2 is (0.6 + 0) / 2 = 0.3, below that of 2 and 3.
  Links links{5, {}, {}};
  links.add(0, 1, 0.8);
  links.add(0, 2, 0.6);
  links.add(2, 3, 0.5);
  EXPECT_EQ(links.clusters(0.81), (Rows{0, 1, 2, 3, 4}));
  EXPECT_EQ(links.clusters(0.8), (Rows{0, 0, 2, 3, 4}));
  EXPECT_EQ(links.clusters(0.5), (Rows{0, 0, 2, 2, 4}));
  // {0, 1} and {2, 3}: 0.6 / 4.
  EXPECT_EQ(links.clusters(0.16), (Rows{0, 0, 2, 2, 4}));
  EXPECT_EQ(links.clusters(0.14), (Rows{0, 0, 0, 0, 4}));
}

TEST(AverageLink, OfEqualOnesTheSmallerRowsComeFirst) {
  Links chain{4, {}, {}};
  chain.add(2, 3, 0.5);
  chain.add(1, 2, 0.5);
  chain.add(0, 1, 0.5);
  EXPECT_EQ(chain.clusters(0.5), (Rows{0, 0, 2, 2}));
  Links star{3, {}, {}};
  star.add(0, 2, 0.5);
  star.add(0, 1, 0.5);
  EXPECT_EQ(star.clusters(0.5), (Rows{0, 0, 2}));
}

TEST(AverageLink, AreThoseOfSummingAnew) {
  for (std::uint32_t seed = 0; seed < 150; ++seed) {
    const std::int64_t n_rows = 1 + seed % 20;
    const Links links = random_links(n_rows, 10 + seed % 80, seed % 2 == 0, seed);
    for (const double least : {0.05, 0.3, 0.6}) {
      EXPECT_EQ(links.clusters(least), slow_clusters(links, least)) << seed << " " << least;
    }
  }
}

TEST(AverageLink, DoNotDependOnTheOrderOfLinks) {
  const Links links = random_links(60, 20, true, 1);
  std::vector<std::size_t> order(links.scores.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::shuffle(order, std::mt19937(2));
  Links shuffled{links.n_rows, {}, {}};
  for (const std::size_t i : order) {
    shuffled.add(links.pairs.left[i], links.pairs.right[i], links.scores[i]);
  }
  EXPECT_EQ(shuffled.clusters(0.2), links.clusters(0.2));
}

TEST(AverageLink, OfNothingIsNothing) {
  EXPECT_EQ((Links{0, {}, {}}.clusters(0.5)), Rows());
  EXPECT_EQ((Links{2, {}, {}}.clusters(0.5)), (Rows{0, 1}));
}

TEST(AverageLink, TellsAndCanBeStopped) {
  const Links links = random_links(300, 10, true, 3);
  std::int64_t last = 0;
  (void)average_link(300, links.pairs, links.scores, 0.1,
                     {.watch = [&](std::int64_t n_done) { last = n_done; }});
  EXPECT_EQ(last, 300);
  const auto stop = [](std::int64_t) { throw std::invalid_argument("stop"); };
  EXPECT_EQ(
      error_of([&] { (void)average_link(300, links.pairs, links.scores, 0.1, {.watch = stop}); }),
      "stop");
}

TEST(AverageLink, RefusesWhatItCannotDo) {
  const auto message = [](std::int32_t left, std::int32_t right, double score, double least) {
    return error_of([&] {
      const std::vector<double> scores = {0.5, score};
      (void)average_link(3, DocumentPairs{{0, left}, {1, right}}, scores, least, {});
    });
  };
  EXPECT_EQ(message(1, 3, 0.5, 0.1), "pairs must be of documents in [0, 3), not 3");
  EXPECT_EQ(message(2, 1, 0.5, 0.1), "left must be the smaller row, but link 1 is of 2 and 1");
  EXPECT_EQ(message(2, 2, 0.5, 0.1), "left must be the smaller row, but link 1 is of 2 and 2");
  EXPECT_EQ(message(0, 1, 0.5, 0.1), "links must be different, but link 1 of 0 and 1 came before");
  EXPECT_EQ(message(1, 2, 0, 0.1), "scores must be finite and above 0, but scores[1] is 0");
  EXPECT_EQ(message(1, 2, std::numeric_limits<double>::infinity(), 0.1),
            "scores must be finite and above 0, but scores[1] is inf");
  EXPECT_EQ(message(1, 2, 0.5, 0), "min_similarity must be finite and above 0, not 0");
  EXPECT_EQ(error_of([] { (void)average_link(3, DocumentPairs{{0}, {1}}, {}, 0.1, {}); }),
            "scores must be one a link, 1, not 0");
}

}  // namespace
}  // namespace broadsheet::similarity
