// Every way of searching, by every measure, against brute force over random matrices.
#include "broadsheet/similarity/search.hpp"

#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <gtest/gtest.h>

#include "broadsheet/similarity/neighbors.hpp"
#include "broadsheet/similarity/pairs.hpp"
#include "similarity/matrices.hpp"

namespace broadsheet::similarity {
namespace {

constexpr int kTrials = 1200;  // For each type of weights, two matrices each.
constexpr std::array kSearches = {Search::kScan, Search::kBlocks, Search::kPrefixes};

template <typename Value>
struct Problem {
  Matrix<Value> queries = {};
  Matrix<Value> candidates = {};
  Measure measure = Measure::kCosine;
  double min_similarity = 0;
  Pairing pairing = Pairing::kAll;
  std::int32_t k = 1;
  int n_threads = 1;
};

template <typename Value>
void expect_nearest(const Problem<Value>& problem, Search search,
                    const std::vector<std::vector<Scored<Value>>>& ranked) {
  const auto found = nearest(problem.queries.view(), problem.candidates.view(),
                             {.k = problem.k,
                              .measure = problem.measure,
                              .min_similarity = problem.min_similarity,
                              .pairing = problem.pairing,
                              .search = search,
                              .loop = {.n_threads = problem.n_threads}});
  const auto k = static_cast<std::size_t>(problem.k);
  ASSERT_EQ(found.indices.size(), ranked.size() * k);
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    for (std::size_t rank = 0; rank < k; ++rank) {
      const auto expected = rank < ranked[i].size() ? ranked[i][rank] : Scored<Value>{};
      ASSERT_EQ(found.indices[i * k + rank], expected.row) << "row " << i << " rank " << rank;
      ASSERT_EQ(found.scores[i * k + rank], expected.score) << "row " << i << " rank " << rank;
    }
  }
}

template <typename Value>
void expect_pairs(const Problem<Value>& problem, Search search,
                  const std::vector<std::vector<Scored<Value>>>& ranked) {
  const auto found = pairs(problem.queries.view(), problem.candidates.view(),
                           {.min_similarity = problem.min_similarity,
                            .measure = problem.measure,
                            .pairing = problem.pairing,
                            .search = search,
                            .loop = {.n_threads = problem.n_threads}});
  Pairs<Value> expected;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    auto row = ranked[i];
    std::sort(row.begin(), row.end(), [](const auto& a, const auto& b) { return a.row < b.row; });
    for (const auto& scored : row) {
      expected.left.push_back(static_cast<std::int32_t>(i));
      expected.right.push_back(scored.row);
      expected.scores.push_back(scored.score);
    }
  }
  ASSERT_EQ(found.left, expected.left);
  ASSERT_EQ(found.right, expected.right);
  ASSERT_EQ(found.scores, expected.scores);
}

template <typename Value>
void expect_brute_force(const Problem<Value>& problem) {
  const auto ranked = rank_all(problem.queries, problem.candidates, problem.measure,
                               problem.min_similarity, problem.pairing);
  for (const auto search : kSearches) {
    SCOPED_TRACE("search " + std::to_string(static_cast<int>(search)));
    expect_nearest(problem, search, ranked);
    expect_pairs(problem, search, ranked);
  }
}

template <typename Value>
class RandomSearch : public testing::Test {};
using Values = testing::Types<float, double>;
TYPED_TEST_SUITE(RandomSearch, Values);

TYPED_TEST(RandomSearch, EqualsBruteForceToTheLastBit) {
  std::mt19937_64 random(20);
  std::set<std::pair<std::vector<std::int32_t>, std::vector<TypeParam>>> distinct;
  const auto pick = [&random](auto low, auto high) {
    return std::uniform_int_distribution<decltype(low)>(low, high)(random);
  };
  for (int trial = 0; trial < kTrials; ++trial) {
    Problem<TypeParam> problem;
    problem.measure = kMeasures[static_cast<std::size_t>(trial) % kMeasures.size()];
    const bool may_be_signed = problem.measure != Measure::kGeneralizedJaccard;
    Shape shape{.n_rows = pick(0, 7) ? pick(1L, 12L) : pick(20L, 90L),
                .n_columns = pick(1, 60),
                .density = 0.02 * pick(1, 60),
                .share_copies = 0.15 * pick(0, 3),
                .share_zero = 0.2 * pick(0, 2),
                .is_signed = may_be_signed && pick(0, 2) == 0,
                .is_coarse = pick(0, 1) == 0};
    problem.candidates = random_matrix<TypeParam>(shape, random);
    distinct.insert({problem.candidates.indices, problem.candidates.values});
    problem.queries = problem.candidates;
    problem.k = pick(1, 4) == 1 ? pick(20, 100) : pick(1, 8);
    problem.min_similarity = pick(0, 2) ? 0.1 * pick(1, 10) : 0.0;
    problem.n_threads = pick(1, 3);
    for (const auto pairing : {Pairing::kOthers, Pairing::kLater}) {
      SCOPED_TRACE("trial " + std::to_string(trial) + " of one matrix");
      problem.pairing = pairing;
      expect_brute_force(problem);
    }
    SCOPED_TRACE("trial " + std::to_string(trial) + " of two");
    problem.pairing = Pairing::kAll;
    shape.n_rows = pick(0L, 10L);
    problem.queries = random_matrix<TypeParam>(shape, random);
    expect_brute_force(problem);
    if (this->HasFatalFailure()) return;
  }
  EXPECT_GE(distinct.size(), 1000U);  // 2,000 of both types.
}

TYPED_TEST(RandomSearch, IsTheSameForWeightsOfAnySize) {
  // Beyond what a float can hold, where bounds are kept in floats.
  std::mt19937_64 random(4);
  const int exponent = std::is_same_v<TypeParam, float> ? 40 : 240;
  for (const auto measure : kMeasures) {
    Problem<TypeParam> problem{.measure = measure, .k = 5};
    problem.candidates = random_matrix<TypeParam>(
        {.n_rows = 60, .n_columns = 20, .density = 0.9, .share_copies = 0.3}, random);
    for (std::size_t i = 0; i < problem.candidates.indptr.size() - 1; ++i) {
      const int power = static_cast<int>(i % 3) * exponent - exponent;
      for (auto at = problem.candidates.indptr[i]; at < problem.candidates.indptr[i + 1]; ++at) {
        auto& value = problem.candidates.values[static_cast<std::size_t>(at)];
        value = std::ldexp(value, power);
      }
    }
    problem.queries = problem.candidates;
    for (const double least : {0.0, 1e-30, 0.3, 0.9}) {
      problem.min_similarity = least;
      expect_brute_force(problem);
    }
  }
}

}  // namespace
}  // namespace broadsheet::similarity
