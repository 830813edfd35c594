#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <variant>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/statistics/keyword_tfidf.hpp"
#include "broadsheet/statistics/textrank.hpp"
#include "broadsheet/statistics/yake.hpp"
#include "broadsheet/terms/labels.hpp"

namespace broadsheet::statistics {

struct ByTfidf {};
struct ByRake {};
using KeywordMethod = std::variant<ByTfidf, ByRake, TextrankOptions, YakeOptions>;

struct KeywordOptions {
  KeywordMethod method = ByRake{};  ///< `k` and `max_words` of YakeOptions are those below.
  std::int64_t k = 10;              ///< Keywords of a document at most, at least 1.
  /// Words of the longest keyword, at least 1.
  std::int32_t max_words = std::numeric_limits<std::int32_t>::max();
  /// Keywords are of so many documents, the first ones. By tf-idf, n-grams are counted in all
  /// others, or in these where there are no others.
  std::int64_t n_documents = 0;
  parallel::LoopOptions loop = {};
};

/// The keywords of documents, one after the other: n of them.
struct Keywords {
  std::vector<std::int64_t> indptr = {0};       ///< n_documents + 1: those of each, the best first.
  terms::ColumnWords terms;                     ///< The terms of each.
  std::vector<double> scores;                   ///< n.
  terms::Labels texts;                          ///< n: how each first stands in the text, with each
                                                ///< stretch of white space as one blank.
  std::vector<std::int64_t> span_indptr = {0};  ///< n + 1: places of each.
  std::vector<std::int64_t> starts;             ///< In code points of the text,
  std::vector<std::int64_t> ends;               ///< both.
};

/// Finds the keywords of documents, and every place where they stand.
///
/// Runs on the threads of `loop`, an item a document; the result is the same for any number.
///
/// @param ids        The terms of all tokens of `texts`.
/// @param stopwords  In lower case; terms are compared with them in lower case.
/// @throws std::invalid_argument  if an option is out of range, the parts do not fit, or a text
/// does
///                                not give as many tokens as `texts` says.
[[nodiscard]] Keywords find_keywords(const CutTexts& texts, std::span<const std::int32_t> ids,
                                     const terms::Vocabulary& vocabulary,
                                     const terms::Vocabulary& stopwords,
                                     const KeywordOptions& options);

}  // namespace broadsheet::statistics
