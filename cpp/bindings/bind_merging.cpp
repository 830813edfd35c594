#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/terms/csr_view.hpp"
#include "broadsheet/terms/joined_csr.hpp"
#include "broadsheet/terms/joined_tokens.hpp"
#include "broadsheet/terms/merged_terms.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::NewNumbers;
using terms::Vocabulary;

namespace {

/// A vocabulary of Python as the core shares it.
using Shared = std::shared_ptr<Vocabulary>;

Shared merge_vocabularies(const std::vector<Shared>& parts) {
  const parallel::LoopOptions loop = loop_options(1, py::none());
  terms::MergedVocabulary merged;
  {
    const py::gil_scoped_release release;
    const std::vector<std::shared_ptr<const Vocabulary>> vocabularies(parts.begin(), parts.end());
    merged = terms::merge_vocabularies(vocabularies, loop.watch);
  }
  return std::const_pointer_cast<Vocabulary>(merged.vocabulary);
}

/// @param parts  indptr, ids and vocabulary of each.
py::tuple join_tokens(
    const std::vector<std::tuple<Array<std::int64_t>, Array<std::int32_t>, Shared>>& parts,
    int n_threads, const py::object& progress) {
  const parallel::LoopOptions loop = loop_options(n_threads, progress);
  std::vector<terms::TokensPart> views;
  for (const auto& [indptr, ids, vocabulary] : parts) {
    views.push_back({{as_span(indptr), as_span(ids), vocabulary->size()}, vocabulary});
  }
  terms::Tokens joined;
  {
    const py::gil_scoped_release release;
    for (const terms::TokensPart& part : views) check(part.tokens);
    joined = terms::join_tokens(views, loop);
  }
  return py::make_tuple(own_array(std::move(joined.indptr)), own_array(std::move(joined.ids)),
                        std::const_pointer_cast<Vocabulary>(joined.vocabulary));
}

/// @param parts  offsets and bytes of each.
/// @return  offsets and bytes, and of each part the new number of each column, or None.
py::tuple merge_labels(const std::vector<std::tuple<Array<std::int64_t>, py::bytes>>& parts) {
  const parallel::LoopOptions loop = loop_options(1, py::none());
  std::vector<terms::Labels> labels;
  for (const auto& [offsets, bytes] : parts) {
    const auto ends = as_span(offsets);
    labels.push_back({{ends.begin(), ends.end()}, std::string(bytes)});
  }
  terms::MergedLabels merged;
  {
    const py::gil_scoped_release release;
    merged = terms::merge_labels(labels, loop.watch);
  }
  py::list new_columns;
  for (const NewNumbers& numbers : merged.new_columns) {
    if (numbers) {
      new_columns.append(own_array(std::vector<std::int32_t>(*numbers)));
    } else {
      new_columns.append(py::none());
    }
  }
  return py::make_tuple(own_array(std::move(merged.labels.offsets)), py::bytes(merged.labels.bytes),
                        new_columns);
}

template <typename Value>
py::tuple join_rows(
    const std::vector<std::tuple<Array<std::int64_t>, Array<std::int32_t>, Array<Value>,
                                 std::int32_t, std::optional<Array<std::int32_t>>>>& parts,
    std::int32_t n_columns, int n_threads, const py::object& progress) {
  const parallel::LoopOptions loop = loop_options(n_threads, progress);
  std::vector<terms::CsrView<Value>> views;
  std::vector<NewNumbers> new_columns;
  for (const auto& [indptr, indices, values, n_old, numbers] : parts) {
    views.push_back({as_span(indptr), as_span(indices), as_span(values), n_old});
    new_columns.push_back(nullptr);
    if (!numbers) continue;
    const auto span = as_span(*numbers);
    new_columns.back() =
        std::make_shared<const std::vector<std::int32_t>>(span.begin(), span.end());
  }
  terms::Csr<Value> joined;
  {
    const py::gil_scoped_release release;
    joined = terms::join_rows<Value>(views, new_columns, n_columns, loop);
  }
  return own_csr(std::move(joined));
}

template <typename Value>
void bind_join_rows(py::module_& module) {
  module.def("join_rows", &join_rows<Value>, "parts"_a.noconvert(), py::kw_only(), "n_columns"_a,
             "n_threads"_a, "progress"_a);
}

}  // namespace

void bind_merging(py::module_ module) {
  module.def("merge_vocabularies", &merge_vocabularies, "parts"_a);
  module.def("join_tokens", &join_tokens, "parts"_a.noconvert(), py::kw_only(), "n_threads"_a,
             "progress"_a);
  module.def("merge_labels", &merge_labels, "parts"_a.noconvert());
  bind_join_rows<std::int32_t>(module);
  bind_join_rows<float>(module);
  bind_join_rows<double>(module);
}

}  // namespace broadsheet::bindings
