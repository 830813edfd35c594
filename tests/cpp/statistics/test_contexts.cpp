#include "broadsheet/statistics/contexts.hpp"

#include <stdexcept>
#include <string>

#include <gtest/gtest.h>

#include "statistics/found_hits.hpp"

namespace broadsheet::statistics {
namespace {

using text::Span;

struct Pieces {
  std::string left, node, right;
  friend bool operator==(const Pieces&, const Pieces&) = default;
  friend void PrintTo(const Pieces& pieces, std::ostream* out) {
    *out << '[' << pieces.left << '|' << pieces.node << '|' << pieces.right << ']';
  }
};

class Contexts : public ::testing::Test {
 protected:
  [[nodiscard]] CutTexts cut() const {
    return {.texts = texts_,
            .indptr = indptr_,
            .tokenizer = tokenizer_,
            .cut_indptr = {},
            .is_counted = {}};
  }
  [[nodiscard]] std::vector<Pieces> pieces(const CutTexts& cut, ContextOptions options) const {
    std::vector<Pieces> found;
    std::size_t hit = 0;
    for (const Context& context : contexts(cut, hits_.view(), options)) {
      const auto text = texts_[static_cast<std::size_t>(hits_.hits.documents[hit++])];
      found.push_back({std::string(text::slice(text, context.left)),
                       std::string(text::slice(text, context.node)),
                       std::string(text::slice(text, context.right))});
    }
    return found;
  }
  [[nodiscard]] std::vector<Pieces> pieces(ContextOptions options) const {
    return pieces(cut(), options);
  }

  terms::Tokenizer tokenizer_;
  std::vector<std::string_view> texts_{"He met NATO's chief; it rained.", "NATO"};
  std::vector<std::int64_t> indptr_{0, 6, 7};
  FoundHits hits_{.hits = {}, .lengths = {1, 2}};
};

TEST_F(Contexts, AreCutFromTheTextBetweenTokens) {
  hits_.add(0, 2);
  hits_.add(1, 0);
  hits_.add(0, 2, 1);
  EXPECT_EQ(pieces({.window = 1}),
            (std::vector<Pieces>{
                {"met ", "NATO", "'s chief"}, {"", "NATO", ""}, {"met ", "NATO's chief", "; it"}}));
  EXPECT_EQ(pieces({.window = 0})[0], (Pieces{"", "NATO", ""}));
  EXPECT_EQ(pieces({.window = 100})[0], (Pieces{"He met ", "NATO", "'s chief; it rained"}));
}

TEST_F(Contexts, CountTheNodeInCodePoints) {
  texts_ = {"\u00C9t\u00E9 \U0001F600 caf\u00E9 noir"};
  indptr_ = {0, 4};
  hits_.add(0, 2, 1);
  const auto found = contexts(cut(), hits_.view(), {});
  EXPECT_EQ(found[0].node_code_points, (Span{6, 15}));
  EXPECT_EQ(found[0].node, (Span{11, 21}));
}

TEST_F(Contexts, EndAHeadlineWhereItIsKnownToEnd) {
  texts_ = {"It rained. NATO met.\nIt met again."};
  indptr_ = {0, 7};
  hits_.add(0, 2);
  const std::vector<article::RowZones> known{article::KnownZones{.headline = {0, 20}}};
  CutTexts texts = cut();
  const ContextOptions options{.within_sentence = true};
  EXPECT_EQ(pieces(texts, options)[0], (Pieces{"", "NATO", " met"}));
  texts.source.rows = known;
  EXPECT_EQ(pieces(texts, options)[0], (Pieces{"It rained. ", "NATO", " met"}));
}

TEST_F(Contexts, LeaveOutWhatDoesNotCountAsATokenNotAsText) {
  hits_.add(0, 1);
  indptr_ = {0, 3, 3};
  const std::vector<std::int64_t> cut_indptr{0, 6, 7};
  const std::vector<std::uint8_t> is_counted{0, 1, 1, 0, 0, 1, 0};
  CutTexts texts = cut();
  texts.cut_indptr = cut_indptr;
  texts.is_counted = is_counted;
  EXPECT_EQ(pieces(texts, {.window = 1})[0], (Pieces{"met ", "NATO", "'s chief; it rained"}));
}

TEST_F(Contexts, KeepToZonesOfTokensButNotOfText) {
  const std::vector<std::int64_t> zone_indptr{0, 2, 2};
  const std::vector<Span> spans{{3, 11}, {21, 31}};
  const terms::SpansView zones{zone_indptr, spans};
  indptr_ = {0, 4, 4};
  hits_.add(0, 1);
  CutTexts texts = cut();
  texts.zones = &zones;
  EXPECT_EQ(pieces(texts, {.window = 9})[0], (Pieces{"met ", "NATO", "'s chief; it rained"}));
  EXPECT_EQ(pieces(texts, {.window = 1})[0], (Pieces{"met ", "NATO", "'s chief; it"}));
}

TEST_F(Contexts, EndWithTheSentenceIfAsked) {
  texts_ = {"It rained. He met NATO twice. They left."};
  indptr_ = {0, 8};
  hits_.add(0, 4);
  hits_.add(0, 5, 1);
  EXPECT_EQ(pieces({.within_sentence = true}),
            (std::vector<Pieces>{{"He met ", "NATO", " twice"},
                                 {"He met NATO ", "twice. They", " left"}}));
  EXPECT_EQ(pieces({.window = 1, .within_sentence = true})[0], (Pieces{"met ", "NATO", " twice"}));
}

TEST_F(Contexts, StopAtTheEdgesOfTheHeadOfAnArticle) {
  texts_ = {"Wheat exports rise\n\nMOSCOW, December 23. /TASS/. Exports rose. They fell.\n"};
  indptr_ = {0, 11};
  hits_.add(0, 1);
  hits_.add(0, 7);
  EXPECT_EQ(pieces({.within_sentence = true}),
            (std::vector<Pieces>{{"Wheat ", "exports", " rise"}, {"", "Exports", " rose"}}));
}

TEST_F(Contexts, AreTheSameForAnyThreadsAndChunks) {
  std::vector<std::string> strings;
  for (int i = 0; i < 500; ++i) strings.push_back("a " + std::string(i % 7, 'x') + " b. C");
  texts_.assign(strings.begin(), strings.end());
  indptr_ = {0};
  for (std::int32_t i = 0; i < 500; ++i) {
    indptr_.push_back(indptr_.back() + (i % 7 == 0 ? 3 : 4));
    hits_.add(i, 1);
    hits_.add(499 - i, 0);
  }
  const auto expected = pieces({.window = 2});
  for (const int n_threads : {2, 8}) {
    EXPECT_EQ(pieces({.window = 2, .loop = {.n_threads = n_threads, .chunk_size = 3}}), expected);
  }
}

TEST_F(Contexts, RejectWhatDoesNotFit) {
  hits_.add(0, 2);
  EXPECT_THROW((void)pieces({.window = -1}), std::invalid_argument);
  CutTexts short_indptr = cut();
  short_indptr.indptr = std::span(indptr_).first(2);
  EXPECT_THROW((void)pieces(short_indptr, {}), std::invalid_argument);
  CutTexts zoned = cut();
  const std::vector<std::int64_t> zone_indptr{0};
  const terms::SpansView zones{zone_indptr, {}};
  zoned.zones = &zones;
  EXPECT_THROW((void)pieces(zoned, {}), std::invalid_argument);
  CutTexts counted = cut();
  const std::vector<std::uint8_t> is_counted{1};
  counted.is_counted = is_counted;
  EXPECT_THROW((void)pieces(counted, {}), std::invalid_argument);
  texts_[0] = "He met NATO";
  EXPECT_THROW((void)pieces({}), std::invalid_argument);
  hits_.add(2, 0);
  EXPECT_THROW((void)pieces({}), std::invalid_argument);
}

}  // namespace
}  // namespace broadsheet::statistics
