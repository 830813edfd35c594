#include "broadsheet/statistics/keyword_words.hpp"

#include <cstddef>
#include <string_view>

#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "cut_tokens.hpp"

namespace broadsheet::statistics {
namespace {

using text::Span;

/// What is left of the text between two tokens without a possessive that it starts with.
std::string_view without_possessive(std::string_view gap) {
  for (const std::string_view apostrophe : {"'", "\u2019", "\u2018", "\u02BC", "\uFF07"}) {
    if (!gap.starts_with(apostrophe)) continue;
    const std::string_view rest = gap.substr(apostrophe.size());
    if (rest.starts_with('s') || rest.starts_with('S')) return rest.substr(1);
  }
  return gap;
}

bool is_blank(std::string_view gap) {
  for (std::int64_t at = 0; at < std::ssize(gap);) {
    const text::CodePoint code_point = text::decode(gap, at);
    if (!text::is_space(code_point.value)) return false;
    at += code_point.length;
  }
  return true;
}

bool is_word(std::string_view token) {
  for (std::int64_t at = 0; at < std::ssize(token);) {
    const text::CodePoint code_point = text::decode(token, at);
    const char32_t value = code_point.value;
    if (text::is_alphabetic(value) || text::is_numeric(value) || text::is_pictographic(value)) {
      return true;
    }
    at += code_point.length;
  }
  return false;
}

/// Puts words one behind the other.
class WordsBuilder {
 public:
  WordsBuilder(const CutTexts& texts, std::int64_t row)
      : text_(texts.texts[static_cast<std::size_t>(row)]), edges_(sentence_edges(texts, row)) {}

  /// @param span  Of the next token of the text.
  void add(std::int32_t term, Span span) {
    if (!is_word(text::slice(text_, span))) return;
    const std::size_t n_edges = n_edges_;
    while (n_edges_ < edges_.size() && edges_[n_edges_] <= span.begin) ++n_edges_;
    if (words_.terms.empty() || n_edges != n_edges_) {
      begin_run(words_.n_sentences());
    } else if (!adjoins(span)) {
      begin_run(words_.sentences.back());
    }
    words_.terms.push_back(term);
    words_.spans.push_back(span);
    words_.run_indptr.back() = words_.n_words();
  }

  KeywordWords take() && { return std::move(words_); }

 private:
  [[nodiscard]] bool adjoins(Span span) const {
    const Span gap{words_.spans.back().end, span.begin};
    return is_blank(without_possessive(text::slice(text_, gap)));
  }

  void begin_run(std::int32_t sentence) {
    words_.sentences.push_back(sentence);
    words_.run_indptr.push_back(words_.n_words());
  }

  std::string_view text_;
  std::vector<std::int64_t> edges_;  // Of sentences.
  std::size_t n_edges_ = 0;          // Those up to the last word.
  KeywordWords words_;
};

}  // namespace

KeywordWords keyword_words(const CutTexts& texts, std::span<const std::int32_t> ids,
                           std::int64_t row) {
  const CutTokens tokens = cut_tokens(texts, row);
  const auto first = static_cast<std::size_t>(texts.indptr[static_cast<std::size_t>(row)]);
  WordsBuilder builder(texts, row);
  for (std::size_t i = 0; i < tokens.begins.size(); ++i) {
    builder.add(ids[first + i], {tokens.begins[i], tokens.ends[i]});
  }
  return std::move(builder).take();
}

}  // namespace broadsheet::statistics
