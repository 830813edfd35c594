#include "broadsheet/statistics/phrases.hpp"

#include <cmath>
#include <map>
#include <random>
#include <stdexcept>

#include <gtest/gtest.h>

#include "broadsheet/statistics/association.hpp"

namespace broadsheet::statistics {
namespace {

using Ids = std::vector<std::int32_t>;
using Indptr = std::vector<std::int64_t>;
using Tables = std::map<Ids, Indptr>;

Tables read(const PhraseTables& found) {
  Tables tables;
  Ids before;
  const auto size = static_cast<std::ptrdiff_t>(found.size);
  const auto n_cells = static_cast<std::ptrdiff_t>(found.n_cells());
  for (std::ptrdiff_t i = 0; i < std::ssize(found.cells) / n_cells; ++i) {
    const auto terms = found.terms.begin() + i * size;
    const auto cells = found.cells.begin() + i * n_cells;
    Ids phrase(terms, terms + size);
    EXPECT_LT(before, phrase);
    before = phrase;
    tables[phrase] = Indptr(cells, cells + n_cells);
  }
  return tables;
}

/// Each phrase against each K-gram, the slow way.
Tables look_everywhere(const terms::TokenIdsView& tokens, const PhraseOptions& options) {
  std::vector<Ids> ngrams;
  for (std::int64_t row = 0; row < tokens.n_documents(); ++row) {
    const auto ids = tokens.of(row);
    for (std::ptrdiff_t i = 0; i + options.size <= std::ssize(ids); ++i) {
      ngrams.emplace_back(ids.begin() + i, ids.begin() + i + options.size);
    }
  }
  Tables tables;
  for (const Ids& phrase : ngrams) {
    Indptr cells(std::size_t{1} << options.size);
    for (const Ids& ngram : ngrams) {
      std::size_t mask = 0;
      for (std::size_t i = 0; i < phrase.size(); ++i) mask = 2 * mask + (phrase[i] == ngram[i]);
      ++cells[mask];
    }
    if (cells.back() >= options.min_count) tables[phrase] = cells;
  }
  return tables;
}

TEST(Phrases, OfThreeTermsWorkedByHand) {
  // a b c a b c | a b d: trigrams abc bca cab abc, abd.
  const Indptr indptr{0, 6, 9};
  const Ids ids{0, 1, 2, 0, 1, 2, 0, 1, 3};
  const auto tables = read(phrase_tables({indptr, ids, 4}, {.size = 3, .min_count = 2}));
  // Neither place: bca, cab; a b and not c: abd; all: abc twice.
  EXPECT_EQ(tables, (Tables{{{0, 1, 2}, {2, 0, 0, 0, 0, 0, 1, 2}}}));
}

TEST(Phrases, AgreeWithLookingEverywhere) {
  std::mt19937 random(11);
  for (int round = 0; round < 60; ++round) {
    const auto n_terms = static_cast<std::int32_t>(1 + random() % 5);
    Indptr indptr{0};
    Ids ids;
    for (int stretch = 0; stretch < 8; ++stretch) {
      for (auto n = random() % 15; n > 0; --n) {
        ids.push_back(static_cast<std::int32_t>(random() % static_cast<unsigned>(n_terms)));
      }
      indptr.push_back(std::ssize(ids));
    }
    const terms::TokenIdsView tokens{indptr, ids, n_terms};
    for (int size = 2; size <= kLongestPhrase; ++size) {
      const PhraseOptions options{
          .size = size, .min_count = 1 + round % 3, .loop = {.n_threads = 1 + round % 2}};
      EXPECT_EQ(read(phrase_tables(tokens, options)), look_everywhere(tokens, options));
    }
  }
}

TEST(Phrases, OfNothingAreNone) {
  const Indptr indptr{0, 0, 1};
  const Ids ids{0};
  EXPECT_TRUE(read(phrase_tables({indptr, ids, 1}, {})).empty());
  EXPECT_TRUE(read(phrase_tables({Indptr{0}, {}, 0}, {})).empty());
}

TEST(Phrases, SayWhatIsWrong) {
  const terms::TokenIdsView tokens{Indptr{0}, {}, 0};
  EXPECT_THROW((void)phrase_tables(tokens, {.size = 1}), std::invalid_argument);
  EXPECT_THROW((void)phrase_tables(tokens, {.size = 6}), std::invalid_argument);
  EXPECT_THROW((void)phrase_tables(tokens, {.min_count = 0}), std::invalid_argument);
}

TEST(Interaction, OfTwoTermsIsTheAssociationOfTheirTable) {
  const std::vector<double> o11{30}, o12{8}, o21{5}, o22{900};
  const std::vector measures{Association::kLambda, Association::kLambdaZ};
  const auto expected = association({o11, o12, o21, o22}, measures, {}, {});
  const auto found = interaction(Indptr{900, 5, 8, 30});
  EXPECT_DOUBLE_EQ(found.lambda, expected[0][0]);
  EXPECT_DOUBLE_EQ(found.z, expected[1][0]);
}

TEST(Interaction, OfThreeTermsWorkedByHand) {
  const auto found = interaction(Indptr{2, 0, 0, 0, 0, 0, 1, 2});
  // Even: none agrees is odd for three terms.
  const double lambda = std::log(2.5) - std::log(2.5)         // abc, none
                        + 3 * std::log(0.5)                   // one agrees
                        - 2 * std::log(0.5) - std::log(1.5);  // two agree
  EXPECT_NEAR(found.lambda, lambda, 1e-14);
  EXPECT_NEAR(found.z, lambda / std::sqrt(2 / 2.5 + 5 / 0.5 + 1 / 1.5), 1e-14);
}

}  // namespace
}  // namespace broadsheet::statistics
