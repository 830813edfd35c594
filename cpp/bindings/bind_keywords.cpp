#include <pybind11/stl.h>

#include <string>

#include "bindings.hpp"
#include "borrowed_texts.hpp"
#include "broadsheet/statistics/keywords.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::KeywordMethod;
using terms::Vocabulary;

namespace {

KeywordMethod method_named(const std::string& name, std::int32_t window, double damping,
                           double dedup) {
  if (name == "tfidf") return statistics::ByTfidf{};
  if (name == "rake") return statistics::ByRake{};
  if (name == "textrank") return statistics::TextrankOptions{.window = window, .damping = damping};
  require(name == "yake", "method must be 'rake', 'textrank', 'tfidf' or 'yake', not '", name, "'");
  return statistics::YakeOptions{.window = window, .dedup = dedup};
}

/// @return  indptr over documents; the terms of each keyword, joined by a space, as labels; its
///          score; how it first stands in the text, as labels; indptr over places; their starts and
///          ends in code points.
py::tuple find_keywords(const text::Texts& texts, const Array<std::int64_t>& indptr,
                        const terms::Tokenizer& tokenizer, const ZoneArrays& zones,
                        const CountedArrays& counted, const SourceArrays& source,
                        const Array<std::int32_t>& ids, const Vocabulary& vocabulary,
                        const Vocabulary& stopwords, const std::string& method, std::int64_t k,
                        std::int32_t max_words, std::int32_t window, double damping, double dedup,
                        std::int64_t n_documents, int n_threads, const py::object& progress) {
  const statistics::KeywordOptions options{.method = method_named(method, window, damping, dedup),
                                           .k = k,
                                           .max_words = max_words,
                                           .n_documents = n_documents,
                                           .loop = loop_options(n_threads, progress)};
  const BorrowedTexts cut(texts, indptr, tokenizer, zones, counted, source);
  const auto terms_of_tokens = as_span(ids);
  statistics::Keywords found;
  terms::Labels labels;
  {
    const py::gil_scoped_release release;
    found = statistics::find_keywords(cut.view(), terms_of_tokens, vocabulary, stopwords, options);
    labels = terms::labels(found.terms, vocabulary);
  }
  return py::make_tuple(
      own_array(std::move(found.indptr)),
      py::make_tuple(own_array(std::move(labels.offsets)), py::bytes(labels.bytes)),
      own_array(std::move(found.scores)),
      py::make_tuple(own_array(std::move(found.texts.offsets)), py::bytes(found.texts.bytes)),
      own_array(std::move(found.span_indptr)), own_array(std::move(found.starts)),
      own_array(std::move(found.ends)));
}

}  // namespace

void bind_keywords(py::module_ module) {
  module.def("find_keywords", &find_keywords, "texts"_a, "indptr"_a.noconvert(), "tokenizer"_a,
             "zones"_a, "counted"_a, "source"_a, "ids"_a.noconvert(), "vocabulary"_a, "stopwords"_a,
             py::kw_only(), "method"_a, "k"_a, "max_words"_a, "window"_a, "damping"_a, "dedup"_a,
             "n_documents"_a, "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
