#include "bindings.hpp"
#include "broadsheet/statistics/trend.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::PeriodsView;

namespace {

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "period_counts",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<std::int64_t>& periods, int n_threads,
         const py::object& progress) {
        const PeriodsView view{as_span(periods)};
        const auto n_documents = view.indptr.empty() ? 0 : view.indptr.back();
        const terms::CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values),
                                           static_cast<std::int32_t>(n_documents)};
        const auto loop = loop_options(n_threads, progress);
        statistics::PeriodCounts found;
        {
          const py::gil_scoped_release release;
          check(view, n_documents);
          check_counts(counts);
          found = statistics::period_counts(counts, view, loop);
        }
        return py::make_tuple(own_array(std::move(found.counts)),
                              own_array(std::move(found.documents)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "periods"_a.noconvert(), py::kw_only(), "n_threads"_a, "progress"_a);
  module.def(
      "bootstrap_rates",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<double>& sizes, const Array<std::int64_t>& periods,
         std::int64_t n_samples, std::uint64_t seed, double alpha, int n_threads,
         const py::object& progress) {
        const terms::CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values),
                                           static_cast<std::int32_t>(sizes.size())};
        const auto tokens = as_span(sizes);
        const PeriodsView view{as_span(periods)};
        const auto loop = loop_options(n_threads, progress);
        statistics::Intervals found;
        {
          const py::gil_scoped_release release;
          check(view, counts.n_columns);
          check_counts(counts);
          found = statistics::bootstrap_rates(
              counts, tokens, view, {.n_samples = n_samples, .seed = seed, .alpha = alpha}, loop);
        }
        return py::make_tuple(own_array(std::move(found.low)), own_array(std::move(found.high)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "sizes"_a.noconvert(), "periods"_a.noconvert(), py::kw_only(), "n_samples"_a, "seed"_a,
      "alpha"_a, "n_threads"_a, "progress"_a);
}

}  // namespace

void bind_trend(py::module_ module) {
  bind_values<std::int32_t>(module);
  bind_values<double>(module);
}

}  // namespace broadsheet::bindings
