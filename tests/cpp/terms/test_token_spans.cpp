#include "broadsheet/terms/token_spans.hpp"

#include <gtest/gtest.h>

namespace broadsheet::terms {
namespace {

using text::Span;
using Spans = std::vector<Span>;

TEST(TokenSpans, AreThoseOfTheTokensInBytes) {
  EXPECT_EQ(token_spans("\u00C9t\u00E9, U.S.", Tokenizer(), nullptr, 0), (Spans{{0, 5}, {7, 11}}));
  EXPECT_EQ(token_spans("", Tokenizer(), nullptr, 0), Spans{});
}

TEST(TokenSpans, CountFromTheTextNotFromItsZones) {
  const std::vector<std::int64_t> indptr{0, 1, 3};
  const Spans spans{{0, 1}, {4, 11}, {12, 15}};
  const SpansView zones{indptr, spans};
  EXPECT_EQ(token_spans("one two three four", Tokenizer(), &zones, 1),
            (Spans{{4, 7}, {8, 11}, {12, 13}, {14, 15}}));
}

TEST(TokenSpans, AreOneForEachIdUnderEveryPreset) {
  const std::string text = "Moscow\u2019s U.S.-led \u00ADx \u0130\u0130 don't 3.9% @x #y a.b";
  for (const Preset preset : {Preset::kNews, Preset::kUnicode, Preset::kSklearn}) {
    const Tokenizer tokenizer({.preset = preset});
    Vocabulary vocabulary;
    LargeArray<std::int32_t> ids;
    tokenizer.append_ids(text, vocabulary, ids);
    EXPECT_EQ(token_spans(text, tokenizer, nullptr, 0).size(), ids.size());
  }
}

}  // namespace
}  // namespace broadsheet::terms
