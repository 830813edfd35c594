#include <optional>
#include <string>
#include <string_view>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/terms/csr_view.hpp"
#include "broadsheet/terms/expected_size.hpp"
#include "broadsheet/terms/frequencies.hpp"
#include "broadsheet/terms/given_terms.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/ngrams.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::CsrView;
using terms::Vocabulary;

namespace {

constexpr std::int64_t kLabelsPerChunk = 4096;

py::tuple count_terms(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                      const Vocabulary& vocabulary, std::int32_t lo, std::int32_t hi,
                      double min_documents, double max_documents, std::int64_t max_terms,
                      int n_threads, const py::object& progress) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const terms::NgramOptions options{.lo = lo,
                                    .hi = hi,
                                    .trim = {.min_documents = min_documents,
                                             .max_documents = max_documents,
                                             .max_terms = max_terms},
                                    .loop = loop_options(n_threads, progress)};
  terms::TermCounts found;
  terms::Labels labels;
  {
    const py::gil_scoped_release release;
    check(tokens, options.loop);
    if (hi > 1) require_joinable(vocabulary);
    found = terms::count_ngrams(tokens, vocabulary.sorted_ids(options.loop), options);
    labels = terms::labels(found.columns, vocabulary,
                           uncounted(options.loop, tokens.n_documents(), kLabelsPerChunk));
  }
  return own_csr(std::move(found.counts)) +
         py::make_tuple(own_array(std::move(labels.offsets)), py::bytes(labels.bytes));
}

py::tuple expect_size(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                      const Vocabulary& vocabulary, std::int32_t lo, std::int32_t hi,
                      double min_documents, double max_documents, std::int64_t max_terms,
                      int n_threads) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const terms::NgramOptions options{.lo = lo,
                                    .hi = hi,
                                    .trim = {.min_documents = min_documents,
                                             .max_documents = max_documents,
                                             .max_terms = max_terms},
                                    .loop = loop_options(n_threads, py::none())};
  terms::ExpectedSize size;
  {
    const py::gil_scoped_release release;
    check(tokens);
    size = terms::expect_size(tokens, vocabulary, options);
  }
  return py::make_tuple(size.n_columns, size.n_values, size.label_bytes, size.n_found);
}

py::tuple count_given_terms(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                            const Vocabulary& vocabulary, const Array<std::int64_t>& offsets,
                            const py::bytes& bytes, std::int32_t lo, std::int32_t hi, int n_threads,
                            const py::object& progress) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const std::span<const std::int64_t> ends = as_span(offsets);
  const terms::Labels labels{{ends.begin(), ends.end()}, std::string(bytes)};
  const parallel::LoopOptions loop = loop_options(n_threads, progress);
  terms::Csr<std::int32_t> counts;
  {
    const py::gil_scoped_release release;
    check(tokens, loop);
    if (hi > 1) require_joinable(vocabulary);
    counts = terms::count_given(tokens, terms::read_labels(labels, vocabulary, lo, hi), loop);
  }
  return own_csr(std::move(counts));
}

py::list read_strings(const Array<std::int64_t>& offsets, const py::bytes& bytes) {
  const std::span<const std::int64_t> ends = as_span(offsets);
  const std::string_view text = bytes;
  py::list strings(ends.size() - 1);
  for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
    const auto begin = static_cast<std::size_t>(ends[i]);
    const std::string_view label =
        text.substr(begin, static_cast<std::size_t>(ends[i + 1]) - begin);
    strings[i] = py::str(label.data(), label.size());
  }
  return strings;
}

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "check_counts",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns) {
        const CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values), n_columns};
        const py::gil_scoped_release release;
        check_counts(counts);
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a);

  module.def(
      "frequencies",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns,
         const std::optional<Array<std::int64_t>>& rows) {
        const CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values), n_columns};
        const auto asked = rows ? as_span(*rows) : std::span<const std::int64_t>();
        terms::Frequencies<double> found;
        {
          const py::gil_scoped_release release;
          found = rows ? terms::frequencies(counts, asked) : terms::frequencies(counts);
        }
        return py::make_tuple(own_array(std::move(found.totals)),
                              own_array(std::move(found.documents)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      "rows"_a.noconvert() = py::none());
}

}  // namespace

void bind_matrix(py::module_ module) {
  bind_values<std::int32_t>(module);
  bind_values<float>(module);
  bind_values<double>(module);
  module.def("count_terms", &count_terms, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "vocabulary"_a, py::kw_only(), "lo"_a, "hi"_a, "min_documents"_a, "max_documents"_a,
             "max_terms"_a, "n_threads"_a, "progress"_a);
  module.def("expect_size", &expect_size, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "vocabulary"_a, py::kw_only(), "lo"_a, "hi"_a, "min_documents"_a, "max_documents"_a,
             "max_terms"_a, "n_threads"_a);
  module.def("count_given_terms", &count_given_terms, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "vocabulary"_a, "offsets"_a.noconvert(), "bytes"_a, py::kw_only(), "lo"_a, "hi"_a,
             "n_threads"_a, "progress"_a);
  module.def("read_strings", &read_strings, "offsets"_a.noconvert(), "bytes"_a);
}

}  // namespace broadsheet::bindings
