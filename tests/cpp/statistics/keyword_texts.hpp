#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/statistics/keyphrases.hpp"
#include "broadsheet/statistics/keyword_words.hpp"
#include "broadsheet/terms/token_spans.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/case.hpp"

namespace broadsheet::statistics {

/// Texts cut by the news tokenizer, in lower case.
struct KeywordTexts {
  explicit KeywordTexts(const std::vector<std::string_view>& given) : texts(given) {
    std::string lower;
    for (const std::string_view text : texts) {
      for (const text::Span span : terms::token_spans(text, tokenizer, nullptr, 0)) {
        lower.clear();
        text::append_lower(lower, text::slice(text, span));
        ids.push_back(vocabulary.add(lower));
      }
      indptr.push_back(std::ssize(ids));
    }
  }

  [[nodiscard]] CutTexts cut() const {
    return {.texts = texts,
            .indptr = indptr,
            .tokenizer = tokenizer,
            .cut_indptr = {},
            .is_counted = {}};
  }

  [[nodiscard]] KeywordWords words(std::int64_t row = 0) const {
    return keyword_words(cut(), ids, row);
  }

  /// Which terms are among some words.
  [[nodiscard]] std::vector<std::uint8_t> listed(
      std::initializer_list<std::string_view> stopwords) const {
    std::vector<std::uint8_t> is_listed(static_cast<std::size_t>(vocabulary.size()));
    for (const std::string_view word : stopwords) {
      const std::int32_t id = vocabulary.find(word);
      if (id >= 0) is_listed[static_cast<std::size_t>(id)] = 1;
    }
    return is_listed;
  }

  /// The words of a keyphrase, as they are written where it first stands.
  [[nodiscard]] std::string written(const KeywordWords& words, const Keyphrase& phrase) const {
    const auto first = static_cast<std::size_t>(phrase.begin);
    const auto last = static_cast<std::size_t>(phrase.end()) - 1;
    return std::string(
        text::slice(texts.front(), {words.spans[first].begin, words.spans[last].end}));
  }

  std::vector<std::string_view> texts;
  terms::Tokenizer tokenizer;
  terms::Vocabulary vocabulary;
  std::vector<std::int32_t> ids;
  std::vector<std::int64_t> indptr = {0};
};

/// The abstract that Rose et al. (2010) and Mihalcea and Tarau (2004) print.
inline constexpr std::string_view kAbstract =
    "Compatibility of systems of linear constraints over the set of natural numbers. Criteria of "
    "compatibility of a system of linear Diophantine equations, strict inequations, and nonstrict "
    "inequations are considered. Upper bounds for components of a minimal set of solutions and "
    "algorithms of construction of minimal generating sets of solutions for all types of systems "
    "are given. These criteria and the corresponding algorithms for constructing a minimal "
    "supporting set of solutions can be used in solving all the considered types of systems and "
    "systems of mixed types.";

}  // namespace broadsheet::statistics
