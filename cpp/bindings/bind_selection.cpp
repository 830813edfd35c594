#include <string>

#include "bindings.hpp"
#include "broadsheet/terms/csr_view.hpp"
#include "broadsheet/terms/grouped_csr.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/selected_csr.hpp"
#include "broadsheet/terms/trimmed_columns.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::CsrView;

namespace {

/// Gives NumPy the arrays of the matrix that `make(view)` makes without the GIL.
template <typename Value, typename Make>
py::tuple make_csr(const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
                   const Array<Value>& values, std::int32_t n_columns, const Make& make) {
  const CsrView<Value> view{as_span(indptr), as_span(indices), as_span(values), n_columns};
  terms::Csr<Value> made;
  {
    const py::gil_scoped_release release;
    made = make(view);
  }
  return own_csr(std::move(made));
}

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "select_matrix_rows",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, const Array<std::int64_t>& rows,
         int n_threads) {
        const auto loop = loop_options(n_threads, py::none());
        return make_csr(indptr, indices, values, n_columns,
                        [&, chosen = as_span(rows)](const CsrView<Value>& matrix) {
                          return terms::select_rows(matrix, chosen, loop);
                        });
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      "rows"_a.noconvert(), py::kw_only(), "n_threads"_a);
  module.def(
      "select_matrix_columns",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, const Array<std::int32_t>& columns,
         int n_threads) {
        const auto loop = loop_options(n_threads, py::none());
        return make_csr(indptr, indices, values, n_columns,
                        [&, chosen = as_span(columns)](const CsrView<Value>& matrix) {
                          return terms::select_columns(matrix, chosen, loop);
                        });
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      "columns"_a.noconvert(), py::kw_only(), "n_threads"_a);
  module.def(
      "group_matrix_rows",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, const Array<std::int32_t>& groups,
         std::int32_t n_groups, int n_threads, const py::object& progress) {
        const auto loop = loop_options(n_threads, progress);
        return make_csr(indptr, indices, values, n_columns,
                        [&, of_rows = as_span(groups)](const CsrView<Value>& matrix) {
                          return terms::group_rows(matrix, of_rows, n_groups, loop);
                        });
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      "groups"_a.noconvert(), py::kw_only(), "n_groups"_a, "n_threads"_a, "progress"_a);
}

py::tuple select_labels(const Array<std::int64_t>& offsets, const py::bytes& bytes,
                        const Array<std::int32_t>& columns) {
  const auto ends = as_span(offsets);
  const auto chosen = as_span(columns);
  const terms::Labels labels{{ends.begin(), ends.end()}, std::string(bytes)};
  terms::Labels selected;
  {
    const py::gil_scoped_release release;
    selected = terms::select_labels(labels, chosen);
  }
  return py::make_tuple(own_array(std::move(selected.offsets)), py::bytes(selected.bytes));
}

py::tuple trim_columns(const Array<double>& totals, const Array<std::int64_t>& documents,
                       const Array<std::int64_t>& ranks, double min_documents, double max_documents,
                       double min_count, double max_count, std::int64_t max_terms) {
  const auto total_span = as_span(totals);
  const auto document_span = as_span(documents);
  const auto rank_span = as_span(ranks);
  const terms::ColumnBounds bounds{.min_documents = min_documents,
                                   .max_documents = max_documents,
                                   .min_count = min_count,
                                   .max_count = max_count,
                                   .max_terms = max_terms};
  terms::TrimmedColumns trimmed;
  {
    const py::gil_scoped_release release;
    trimmed = terms::trim_columns(
        {{total_span.begin(), total_span.end()}, {document_span.begin(), document_span.end()}},
        rank_span, bounds);
  }
  const py::dict dropped("min_df"_a = trimmed.n_rare, "max_df"_a = trimmed.n_common,
                         "min_count"_a = trimmed.n_seldom, "max_count"_a = trimmed.n_often,
                         "max_terms"_a = trimmed.n_beyond);
  return py::make_tuple(own_array(std::move(trimmed.kept)), dropped);
}

}  // namespace

void bind_selection(py::module_ module) {
  bind_values<std::int32_t>(module);
  bind_values<float>(module);
  bind_values<double>(module);
  module.def("select_labels", &select_labels, "offsets"_a.noconvert(), "bytes"_a,
             "columns"_a.noconvert());
  module.def("trim_columns", &trim_columns, "totals"_a.noconvert(), "documents"_a.noconvert(),
             "ranks"_a.noconvert(), py::kw_only(), "min_documents"_a, "max_documents"_a,
             "min_count"_a, "max_count"_a, "max_terms"_a);
}

}  // namespace broadsheet::bindings
