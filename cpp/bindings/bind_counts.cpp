#include "bindings.hpp"
#include "broadsheet/terms/counts.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "own_csr.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

namespace {

py::tuple count_columns(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                        const Array<std::int32_t>& columns, std::int32_t n_columns, int n_threads,
                        const py::object& progress) {
  const auto of_terms = as_span(columns);
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids),
                                   static_cast<std::int32_t>(of_terms.size())};
  const auto loop = loop_options(n_threads, progress);
  terms::Csr<std::int32_t> counts;
  {
    const py::gil_scoped_release release;
    check(tokens);
    counts = terms::counts(tokens, of_terms, n_columns, loop);
  }
  return own_csr(std::move(counts));
}

}  // namespace

void bind_counts(py::module_ module) {
  module.def("count_columns", &count_columns, "indptr"_a.noconvert(), "ids"_a.noconvert(),
             "columns"_a.noconvert(), "n_columns"_a, py::kw_only(), "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
