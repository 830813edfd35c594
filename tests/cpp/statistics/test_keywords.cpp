#include "broadsheet/statistics/keywords.hpp"

#include <gtest/gtest.h>

#include "errors.hpp"
#include "keyword_texts.hpp"

namespace broadsheet::statistics {
namespace {

TEST(Keywords, AreOfEachDocumentWithTheirPlacesInCodePoints) {
  const KeywordTexts texts({"\u00C9t\u00E9 wheat  prices, wheat prices.", "", "corn"});
  for (const int n_threads : {1, 3}) {
    const Keywords found = find_keywords(
        texts.cut(), texts.ids, texts.vocabulary, {},
        {.k = 1, .n_documents = 3, .loop = {.n_threads = n_threads, .chunk_size = 1}});
    EXPECT_EQ(found.indptr, (std::vector<std::int64_t>{0, 1, 1, 2}));
    EXPECT_EQ(found.texts.at(0), "\u00C9t\u00E9 wheat prices");
    EXPECT_EQ(found.texts.at(1), "corn");
    EXPECT_EQ(found.starts, (std::vector<std::int64_t>{0, 0}));
    EXPECT_EQ(found.ends, (std::vector<std::int64_t>{17, 4}));
  }
}

TEST(Keywords, AreNoLongerThanAsked) {
  const KeywordTexts texts({"wheat prices, wheat"});
  const Keywords found = find_keywords(texts.cut(), texts.ids, texts.vocabulary, {},
                                       {.max_words = 1, .n_documents = 1});
  ASSERT_EQ(found.texts.size(), 1);
  EXPECT_EQ(found.texts.at(0), "wheat");
  EXPECT_EQ(found.starts, (std::vector<std::int64_t>{0, 14}));
}

TEST(Keywords, RefuseNumbersOutOfRange) {
  const KeywordTexts texts({"wheat"});
  const auto find = [&](const KeywordOptions& options) {
    (void)find_keywords(texts.cut(), texts.ids, texts.vocabulary, {}, options);
  };
  EXPECT_EQ(error_of([&] { find({.k = 0}); }), "k must be at least 1, not 0");
  EXPECT_EQ(error_of([&] { find({.n_documents = 2}); }), "n_documents must be from 0 to 1, not 2");
}

}  // namespace
}  // namespace broadsheet::statistics
