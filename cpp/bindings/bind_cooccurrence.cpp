#include <pybind11/stl.h>

#include <array>
#include <vector>

#include "bindings.hpp"
#include "borrowed_texts.hpp"
#include "broadsheet/statistics/cooccurrence.hpp"
#include "broadsheet/statistics/phrases.hpp"
#include "broadsheet/statistics/sentence_indptr.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::Contingency;
using statistics::CooccurrenceOptions;

namespace {

constexpr std::int64_t kDocumentsAtOnce = 1024;

struct CountedPairs {
  statistics::PairTotals totals;
  terms::Csr<std::int64_t> counts;
};

CountedPairs count_pairs(const terms::TokenIdsView& tokens, std::span<const std::int32_t> nodes,
                         const CooccurrenceOptions& options) {
  CountedPairs pairs;
  const auto loop = parallel::uncounted(options.loop, 0, kDocumentsAtOnce);
  pairs.totals = statistics::pair_totals(tokens, options.window, loop);
  pairs.counts = statistics::cooccurrences(tokens, nodes, pairs.totals, options);
  return pairs;
}

/// @return  indptr, columns and counts.
py::tuple cooccurrences(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                        std::int32_t n_terms, const Array<std::int32_t>& nodes, std::int32_t left,
                        std::int32_t right, std::int64_t min_count, int n_threads,
                        const py::object& progress) {
  const CooccurrenceOptions options{
      .window = {left, right}, .min_count = min_count, .loop = loop_options(n_threads, progress)};
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
  const auto rows = as_span(nodes);
  terms::Csr<std::int64_t> counts;
  {
    const py::gil_scoped_release release;
    counts = count_pairs(tokens, rows, options).counts;
  }
  return own_csr(std::move(counts));
}

struct PairColumns {
  std::vector<std::int32_t> nodes;
  std::vector<std::int32_t> collocates;
  std::array<std::vector<double>, 5> cells;  // The four, and E11.
};

PairColumns pair_columns(const CountedPairs& pairs, std::span<const std::int32_t> nodes) {
  const auto& counts = pairs.counts;
  PairColumns columns;
  columns.collocates.assign(counts.indices.begin(), counts.indices.end());
  for (std::size_t row = 0; row < nodes.size(); ++row) {
    const auto n = static_cast<std::size_t>(counts.indptr[row + 1] - counts.indptr[row]);
    columns.nodes.insert(columns.nodes.end(), n, nodes[row]);
  }
  for (const Contingency& table : statistics::pair_tables(counts.view(), nodes, pairs.totals)) {
    columns.cells[0].push_back(table.o11);
    columns.cells[1].push_back(table.o12);
    columns.cells[2].push_back(table.o21);
    columns.cells[3].push_back(table.o22);
    columns.cells[4].push_back(table.expected());
  }
  return columns;
}

/// @return  Node, collocate, O11, O12, O21, O22 and E11 of each pair, an array each; and the number
///          of all pairs.
py::tuple pair_tables(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                      std::int32_t n_terms, const Array<std::int32_t>& nodes, std::int32_t left,
                      std::int32_t right, std::int64_t min_count, bool is_upper, int n_threads,
                      const py::object& progress) {
  const CooccurrenceOptions options{.window = {left, right},
                                    .min_count = min_count,
                                    .is_upper = is_upper,
                                    .loop = loop_options(n_threads, progress)};
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
  const auto rows = as_span(nodes);
  PairColumns columns;
  std::int64_t n_pairs = 0;
  {
    const py::gil_scoped_release release;
    const CountedPairs pairs = count_pairs(tokens, rows, options);
    columns = pair_columns(pairs, rows);
    n_pairs = pairs.totals.n_pairs;
  }
  py::list cells;
  for (auto& cell : columns.cells) cells.append(own_array(std::move(cell)));
  return py::make_tuple(own_array(std::move(columns.nodes)),
                        own_array(std::move(columns.collocates)), cells, n_pairs);
}

/// @return  The terms of each phrase, n x K; its cells, an array each, the one where nothing agrees
///          first; lambda and z.
py::tuple phrase_tables(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                        std::int32_t n_terms, int size, std::int64_t min_count, int n_threads,
                        const py::object& progress) {
  const statistics::PhraseOptions options{
      .size = size, .min_count = min_count, .loop = loop_options(n_threads, progress)};
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
  statistics::PhraseTables tables;
  std::vector<std::vector<std::int64_t>> cells;
  std::vector<double> lambdas;
  std::vector<double> zs;
  {
    const py::gil_scoped_release release;
    tables = statistics::phrase_tables(tokens, options);
    const std::size_t n_cells = tables.n_cells();
    cells.resize(n_cells);
    for (std::size_t i = 0; i < tables.n_phrases(); ++i) {
      const auto row = std::span(tables.cells).subspan(i * n_cells, n_cells);
      for (std::size_t cell = 0; cell < n_cells; ++cell) cells[cell].push_back(row[cell]);
      const statistics::Interaction found = statistics::interaction(row);
      lambdas.push_back(found.lambda);
      zs.push_back(found.z);
    }
  }
  return py::make_tuple(own_array(std::move(tables.terms)), own_arrays(std::move(cells)),
                        own_array(std::move(lambdas)), own_array(std::move(zs)));
}

Array<std::int64_t> sentence_indptr(const text::Texts& texts, const Array<std::int64_t>& indptr,
                                    const terms::Tokenizer& tokenizer, const ZoneArrays& zones,
                                    const CountedArrays& counted, const SourceArrays& source,
                                    int n_threads, const py::object& progress) {
  const auto loop = loop_options(n_threads, progress);
  const BorrowedTexts cut(texts, indptr, tokenizer, zones, counted, source);
  std::vector<std::int64_t> begins;
  {
    const py::gil_scoped_release release;
    begins = statistics::sentence_indptr(cut.view(), loop);
  }
  return own_array(std::move(begins));
}

}  // namespace

void bind_cooccurrence(py::module_ module) {
  module.def("cooccurrences", &cooccurrences, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "n_terms"_a, "nodes"_a.noconvert(), py::kw_only(), "left"_a, "right"_a, "min_count"_a,
             "n_threads"_a, "progress"_a);
  module.def("pair_tables", &pair_tables, "indptr"_a.noconvert(), "ids"_a.noconvert(), "n_terms"_a,
             "nodes"_a.noconvert(), py::kw_only(), "left"_a, "right"_a, "min_count"_a, "is_upper"_a,
             "n_threads"_a, "progress"_a);
  module.def("phrase_tables", &phrase_tables, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "n_terms"_a, py::kw_only(), "size"_a, "min_count"_a, "n_threads"_a, "progress"_a);
  module.def("sentence_indptr", &sentence_indptr, "texts"_a, "indptr"_a.noconvert(), "tokenizer"_a,
             "zones"_a, "counted"_a, "source"_a, py::kw_only(), "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
