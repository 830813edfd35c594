#include "bindings.hpp"
#include "broadsheet/terms/character_ngrams.hpp"
#include "broadsheet/terms/feature_hashing.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/texts.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::CharacterNgramRules;
using terms::FeatureHashingOptions;
using text::Texts;

namespace {

py::tuple hash_words(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                     const terms::Vocabulary& vocabulary, std::int32_t lo, std::int32_t hi,
                     std::int32_t n_features, bool alternate_sign, int n_threads,
                     const py::object& progress) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const FeatureHashingOptions options{.n_features = n_features,
                                      .alternate_sign = alternate_sign,
                                      .loop = loop_options(n_threads, progress)};
  terms::Csr<double> sums;
  {
    const py::gil_scoped_release release;
    check(tokens);
    sums = terms::hash_words(tokens, vocabulary, lo, hi, options);
  }
  return own_csr(std::move(sums));
}

py::tuple hash_character_ngrams(const Texts& texts, const CharacterNgramRules& rules,
                                std::int32_t n_features, bool alternate_sign, int n_threads,
                                const py::object& progress) {
  const FeatureHashingOptions options{.n_features = n_features,
                                      .alternate_sign = alternate_sign,
                                      .loop = loop_options(n_threads, progress)};
  terms::Csr<double> sums;
  {
    const py::gil_scoped_release release;
    sums = terms::hash_character_ngrams(texts, rules, options);
  }
  return own_csr(std::move(sums));
}

}  // namespace

void bind_feature_hashing(py::module_ module) {
  module.def("hash_words", &hash_words, "indptr"_a.noconvert(), "ids"_a.noconvert(), "vocabulary"_a,
             py::kw_only(), "lo"_a, "hi"_a, "n_features"_a, "alternate_sign"_a, "n_threads"_a,
             "progress"_a);
  module.def("hash_character_ngrams", &hash_character_ngrams, "texts"_a, "rules"_a, py::kw_only(),
             "n_features"_a, "alternate_sign"_a, "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
