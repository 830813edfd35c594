#include "broadsheet/statistics/keywords.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "append.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/statistics/rake.hpp"
#include "broadsheet/text/case.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "cut_tokens.hpp"

namespace broadsheet::statistics {
namespace {

std::vector<std::uint8_t> listed(const terms::Vocabulary& vocabulary,
                                 const terms::Vocabulary& words) {
  std::vector<std::uint8_t> is_listed;
  std::string lower;
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    lower.clear();
    text::append_lower(lower, vocabulary.term(id));
    is_listed.push_back(words.find(lower) >= 0);
  }
  return is_listed;
}

/// What finds the keyphrases of a document, by one method.
class Finder {
 public:
  Finder(const CutTexts& texts, std::span<const std::int32_t> ids,
         const terms::Vocabulary& vocabulary, const terms::Vocabulary& stopwords,
         const KeywordOptions& options)
      : vocabulary_(vocabulary), options_(options) {
    if (auto* const yake_options = std::get_if<YakeOptions>(&options_.method)) {
      yake_options->k = options.k;
      yake_options->max_words = options.max_words;
      check(*yake_options);
      yake_terms_ = yake_terms(vocabulary, stopwords);
      return;
    }
    is_stopword_ = listed(vocabulary, stopwords);
    if (const auto* const by = std::get_if<TextrankOptions>(&options.method)) check(*by);
    if (!std::holds_alternative<ByTfidf>(options.method)) return;
    const bool has_others = options.n_documents < std::ssize(texts.texts);
    const auto waiting = parallel::uncounted(options.loop, 0, options.loop.chunk_size);
    tfidf_.emplace(keyword_runs(texts, ids, waiting), vocabulary, is_stopword_,
                   KeywordTfidfOptions{.max_words = options.max_words,
                                       .first_document = has_others ? options.n_documents : 0,
                                       .loop = options.loop});
  }

  /// The best keyphrases of a document.
  [[nodiscard]] std::vector<Keyphrase> best(std::int64_t document, const KeywordWords& words,
                                            std::string_view text) const {
    std::vector<Keyphrase> phrases = all(document, words, text);
    std::erase_if(phrases,
                  [this](const Keyphrase& phrase) { return phrase.size > options_.max_words; });
    if (std::ssize(phrases) > options_.k) phrases.resize(static_cast<std::size_t>(options_.k));
    return phrases;
  }

 private:
  [[nodiscard]] std::vector<Keyphrase> all(std::int64_t document, const KeywordWords& words,
                                           std::string_view text) const {
    if (const auto* const by = std::get_if<YakeOptions>(&options_.method)) {
      return yake(words, text, yake_terms_, vocabulary_, *by);
    }
    if (const auto* const by = std::get_if<TextrankOptions>(&options_.method)) {
      return textrank(words, is_stopword_, *by);
    }
    return tfidf_ ? tfidf_->keyphrases(document, words) : rake(words, is_stopword_);
  }

  const terms::Vocabulary& vocabulary_;
  KeywordOptions options_;
  YakeTerms yake_terms_;
  std::vector<std::uint8_t> is_stopword_;
  std::optional<KeywordTfidf> tfidf_;
};

void append_label(terms::Labels& labels, std::string_view text) {
  bool is_blank = false;
  for (std::int64_t at = 0; at < std::ssize(text);) {
    const text::CodePoint code_point = text::decode(text, at);
    const bool is_space = text::is_space(code_point.value);
    if (!is_space) {
      if (is_blank) labels.bytes += ' ';
      text::append_utf8(labels.bytes, code_point.value);
    }
    is_blank = is_space;
    at += code_point.length;
  }
  labels.offsets.push_back(std::ssize(labels.bytes));
}

/// Adds the keyphrases of a document.
void append(const KeywordWords& words, std::string_view text, std::span<const Keyphrase> phrases,
            Keywords& keywords) {
  std::vector<std::int64_t> starts;
  std::vector<std::int64_t> ends;
  for (const text::Span span : words.spans) {
    starts.push_back(span.begin);
    ends.push_back(span.end);
  }
  text::to_code_points(text, starts);
  text::to_code_points(text, ends);
  const auto all_places = places(words, phrases);
  for (std::size_t i = 0; i < phrases.size(); ++i) {
    const auto first = static_cast<std::size_t>(all_places[i].front());
    const std::size_t last = first + static_cast<std::size_t>(phrases[i].size) - 1;
    const text::Span whole{words.spans[first].begin, words.spans[last].end};
    append_label(keywords.texts, text::slice(text, whole));
    keywords.scores.push_back(phrases[i].score);
    const auto& terms = words.terms;
    keywords.terms.words.insert(keywords.terms.words.end(), terms.begin() + phrases[i].begin,
                                terms.begin() + phrases[i].end());
    keywords.terms.indptr.push_back(std::ssize(keywords.terms.words));
    for (const std::int32_t place : all_places[i]) {
      keywords.starts.push_back(starts[static_cast<std::size_t>(place)]);
      keywords.ends.push_back(ends[static_cast<std::size_t>(place + phrases[i].size - 1)]);
    }
    keywords.span_indptr.push_back(std::ssize(keywords.starts));
  }
  keywords.indptr.push_back(std::ssize(keywords.scores));
}

Keywords joined(std::span<const Keywords> parts) {
  Keywords all;
  for (const Keywords& part : parts) {
    append_indptr(all.indptr, part.indptr);
    append_indptr(all.terms.indptr, part.terms.indptr);
    append_all(all.terms.words, part.terms.words);
    append_all(all.scores, part.scores);
    append_indptr(all.texts.offsets, part.texts.offsets);
    all.texts.bytes += part.texts.bytes;
    append_indptr(all.span_indptr, part.span_indptr);
    append_all(all.starts, part.starts);
    append_all(all.ends, part.ends);
  }
  return all;
}

}  // namespace

Keywords find_keywords(const CutTexts& texts, std::span<const std::int32_t> ids,
                       const terms::Vocabulary& vocabulary, const terms::Vocabulary& stopwords,
                       const KeywordOptions& options) {
  check(texts);
  require(options.k >= 1, "k must be at least 1, not ", options.k);
  require(options.max_words >= 1, "max_words must be at least 1, not ", options.max_words);
  require(0 <= options.n_documents && options.n_documents <= std::ssize(texts.texts),
          "n_documents must be from 0 to ", texts.texts.size(), ", not ", options.n_documents);
  const Finder finder(texts, ids, vocabulary, stopwords, options);
  std::vector<Keywords> parts(
      static_cast<std::size_t>(parallel::count_chunks(options.n_documents, options.loop)));
  parallel::for_each_chunk(options.n_documents, options.loop, [&](const parallel::Chunk& chunk) {
    Keywords& part = parts[static_cast<std::size_t>(chunk.index)];
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      const std::string_view text = texts.texts[static_cast<std::size_t>(row)];
      const KeywordWords words = keyword_words(texts, ids, row);
      append(words, text, finder.best(row, words, text), part);
    }
  });
  return joined(parts);
}

}  // namespace broadsheet::statistics
