#include <string>

#include "bindings.hpp"
#include "broadsheet/terms/character_ngrams.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/text/texts.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::CharacterNgramRules;
using text::Texts;

namespace {

CharacterNgramRules make_rules(std::int32_t lo, std::int32_t hi, bool within_words, bool lowercase,
                               terms::Accents accents) {
  return {
      .lo = lo, .hi = hi, .within_words = within_words, .lowercase = lowercase, .accents = accents};
}

py::tuple count_character_ngrams(const Texts& texts, const CharacterNgramRules& rules,
                                 double min_documents, double max_documents, std::int64_t max_terms,
                                 int n_threads, const py::object& progress) {
  const terms::TrimOptions trim{
      .min_documents = min_documents, .max_documents = max_documents, .max_terms = max_terms};
  const parallel::LoopOptions loop = loop_options(n_threads, progress);
  terms::CharacterCounts found;
  {
    const py::gil_scoped_release release;
    found = terms::count_character_ngrams(texts, rules, trim, loop);
  }
  return own_csr(std::move(found.counts)) +
         py::make_tuple(own_array(std::move(found.labels.offsets)), py::bytes(found.labels.bytes));
}

py::tuple count_given_character_ngrams(const Texts& texts, const Array<std::int64_t>& offsets,
                                       const py::bytes& bytes, const CharacterNgramRules& rules,
                                       int n_threads, const py::object& progress) {
  const std::span<const std::int64_t> ends = as_span(offsets);
  const terms::Labels given{{ends.begin(), ends.end()}, std::string(bytes)};
  const parallel::LoopOptions loop = loop_options(n_threads, progress);
  terms::Csr<std::int32_t> counts;
  {
    const py::gil_scoped_release release;
    counts = terms::count_given_character_ngrams(texts, given, rules, loop);
  }
  return own_csr(std::move(counts));
}

}  // namespace

void bind_character_ngrams(py::module_ module) {
  py::class_<CharacterNgramRules>(module, "CharacterNgramRules")
      .def(py::init(&make_rules), py::kw_only(), "lo"_a, "hi"_a, "within_words"_a, "lowercase"_a,
           "accents"_a);
  module.def("count_character_ngrams", &count_character_ngrams, "texts"_a, "rules"_a, py::kw_only(),
             "min_documents"_a, "max_documents"_a, "max_terms"_a, "n_threads"_a, "progress"_a);
  module.def("count_given_character_ngrams", &count_given_character_ngrams, "texts"_a,
             "offsets"_a.noconvert(), "bytes"_a, "rules"_a, py::kw_only(), "n_threads"_a,
             "progress"_a);
}

}  // namespace broadsheet::bindings
