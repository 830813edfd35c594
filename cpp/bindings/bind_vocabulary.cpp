#include <array>
#include <string>
#include <string_view>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/terms/selection.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/terms/wildcards.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::Verdict;
using terms::Vocabulary;

namespace {

constexpr auto kInOrderOfVerdicts =
    std::to_array<std::string_view>({"", "too short", "too long", "number", "stop word"});

py::str term(const Vocabulary& vocabulary, std::int32_t id) {
  const std::string_view term = vocabulary.term(id);
  return {term.data(), term.size()};
}

py::str term_at(const Vocabulary& vocabulary, std::int32_t id) {
  if (id < 0 || id >= vocabulary.size()) {
    throw py::index_error("term " + std::to_string(id) + " is out of range for " +
                          std::to_string(vocabulary.size()) + " terms");
  }
  return term(vocabulary, id);
}

py::list all_terms(const Vocabulary& vocabulary) {
  py::list terms(vocabulary.size());
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    terms[static_cast<std::size_t>(id)] = term(vocabulary, id);
  }
  return terms;
}

/// The terms in the order they first come, and the id of each of the strings.
py::tuple number_terms(const std::vector<std::string_view>& strings) {
  Vocabulary vocabulary;
  std::vector<std::int32_t> ids;
  ids.reserve(strings.size());
  for (const std::string_view string : strings) ids.push_back(vocabulary.add(string));
  return py::make_tuple(std::move(vocabulary), own_array(std::move(ids)));
}

py::tuple to_state(const Vocabulary& vocabulary) {
  const std::string_view bytes = vocabulary.bytes();
  std::vector<std::int64_t> ends = vocabulary.ends();
  return py::make_tuple(py::bytes(bytes.data(), bytes.size()), own_array(std::move(ends)));
}

Vocabulary from_state(const py::tuple& state) {
  require(state.size() == 2, "the state of a Vocabulary must have 2 parts, not ", state.size());
  const auto bytes = state[0].cast<py::bytes>();
  const auto array = state[1].cast<Array<std::int64_t>>();
  const auto text = static_cast<std::string_view>(bytes);
  const auto ends = as_span(array);
  Vocabulary vocabulary;
  for (std::size_t id = 0; id + 1 < ends.size(); ++id) {
    require(0 <= ends[id] && ends[id] <= ends[id + 1] &&
                ends[id + 1] <= static_cast<std::int64_t>(text.size()),
            "term ", id, " must lie within the bytes");
    const auto begin = static_cast<std::size_t>(ends[id]);
    const auto size = static_cast<std::size_t>(ends[id + 1]) - begin;
    require(vocabulary.add(text.substr(begin, size)) == static_cast<std::int32_t>(id), "term ", id,
            " must not be there already");
  }
  return vocabulary;
}

Array<std::uint8_t> judge(const Vocabulary& vocabulary, const Vocabulary& stop_words,
                          std::int64_t min_length, std::int64_t max_length, bool numbers) {
  std::vector<std::uint8_t> verdicts;
  {
    const py::gil_scoped_release release;
    const auto found = terms::judge(
        vocabulary, {.min_length = min_length, .max_length = max_length, .numbers = numbers},
        stop_words);
    verdicts.reserve(found.size());
    for (const Verdict verdict : found) verdicts.push_back(static_cast<std::uint8_t>(verdict));
  }
  return own_array(std::move(verdicts));
}

/// @param stems  As many as there are terms, or none.
py::tuple select_terms(const Vocabulary& vocabulary, const Array<std::uint8_t>& verdicts,
                       const std::vector<std::string_view>& stems) {
  std::vector<Verdict> kinds;
  for (const std::uint8_t verdict : as_span(verdicts)) {
    kinds.push_back(static_cast<Verdict>(verdict));
  }
  terms::Selection selection;
  {
    const py::gil_scoped_release release;
    selection = terms::select_terms(vocabulary, kinds, stems);
  }
  return py::make_tuple(own_array(std::move(selection.new_ids)), std::move(selection.terms));
}

Array<bool> stemmable(const Vocabulary& vocabulary) {
  Array<bool> answers(vocabulary.size());
  bool* const first = answers.mutable_data();
  for (std::int32_t id = 0; id < vocabulary.size(); ++id) {
    first[id] = terms::is_stemmable(vocabulary.term(id));
  }
  return answers;
}

}  // namespace

void bind_vocabulary(py::module_ module) {
  py::class_<Vocabulary, std::shared_ptr<Vocabulary>>(module, "Vocabulary")
      .def("__len__", &Vocabulary::size)
      .def("term", &term_at, "id"_a)
      .def("find", &Vocabulary::find, "term"_a)
      .def("terms", &all_terms)
      .def_property_readonly("n_bytes",
                             [](const Vocabulary& vocabulary) { return vocabulary.bytes().size(); })
      .def(py::pickle(&to_state, &from_state));
  module.def("vocabulary_memory", &Vocabulary::memory, "n_terms"_a, "n_bytes"_a);
  module.def("number_terms", &number_terms, "strings"_a);
  module.def("judge", &judge, "vocabulary"_a, "stop_words"_a, py::kw_only(), "min_length"_a,
             "max_length"_a, "numbers"_a);
  module.def("select_terms", &select_terms, "vocabulary"_a, "verdicts"_a.noconvert(), "stems"_a);
  module.def("stemmable", &stemmable, "vocabulary"_a);
  module.def(
      "matching_terms",
      [](const Vocabulary& vocabulary, std::string_view pattern, bool ignore_case) {
        return own_array(terms::matching_terms(vocabulary, pattern, ignore_case));
      },
      "vocabulary"_a, "pattern"_a, py::kw_only(), "ignore_case"_a);
  py::tuple verdicts(kInOrderOfVerdicts.size());
  for (std::size_t i = 0; i < verdicts.size(); ++i) verdicts[i] = py::cast(kInOrderOfVerdicts[i]);
  module.attr("VERDICTS") = verdicts;
}

}  // namespace broadsheet::bindings
