#include <optional>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/terms/tokens.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/texts.hpp"
#include "spans.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::Tokenizer;
using terms::Tokens;
using terms::Vocabulary;
using text::Span;
using text::Texts;

namespace {

py::tuple own_ids(Tokens&& tokens) {
  return py::make_tuple(own_array(std::move(tokens.indptr)), own_array(std::move(tokens.ids)));
}

/// @param zones  indptr over the texts, and n x 2 bytes: begin and end of each zone; or None.
py::tuple tokenize(const Texts& texts, const Tokenizer& tokenizer,
                   const std::optional<std::pair<Array<std::int64_t>, Array<std::int64_t>>>& zones,
                   int n_threads, const py::object& progress) {
  const auto loop = loop_options(n_threads, progress);
  std::vector<Span> spans;
  terms::SpansView view;
  if (zones) {
    spans = as_spans(zones->second);
    view = {as_span(zones->first), spans};
  }
  Tokens tokens;
  {
    const py::gil_scoped_release release;
    tokens = terms::tokenize(texts, tokenizer, zones ? &view : nullptr, loop);
  }
  auto vocabulary = std::const_pointer_cast<Vocabulary>(tokens.vocabulary);
  return own_ids(std::move(tokens)) + py::make_tuple(std::move(vocabulary));
}

py::tuple relabel(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                  const Array<std::int32_t>& new_ids,
                  const std::shared_ptr<Vocabulary>& vocabulary) {
  const auto new_id_span = as_span(new_ids);
  const terms::TokenIdsView view{as_span(indptr), as_span(ids),
                                 static_cast<std::int32_t>(new_id_span.size())};
  Tokens tokens;
  {
    const py::gil_scoped_release release;
    check(view);
    tokens = terms::relabel(view, new_id_span, vocabulary);
  }
  return own_ids(std::move(tokens));
}

py::tuple select_rows(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                      const Array<std::int64_t>& rows) {
  const auto row_span = as_span(rows);
  const terms::TokenIdsView view{as_span(indptr), as_span(ids), 0};
  Tokens tokens;
  {
    const py::gil_scoped_release release;
    tokens = terms::select_rows(view, row_span, nullptr);
  }
  return own_ids(std::move(tokens));
}

}  // namespace

void bind_tokens(py::module_ module) {
  module.def("tokenize", &tokenize, "texts"_a, "tokenizer"_a, "zones"_a, py::kw_only(),
             "n_threads"_a, "progress"_a);
  module.def("relabel", &relabel, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "new_ids"_a.noconvert(), "vocabulary"_a);
  module.def("select_rows", &select_rows, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "rows"_a.noconvert());
}

}  // namespace broadsheet::bindings
