#include "bindings.hpp"
#include "broadsheet/statistics/resampling.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::ResamplingOptions;
using statistics::SidesView;

namespace {

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "permutation_p",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<double>& sizes, const Array<std::uint8_t>& sides,
         std::int64_t n_samples, std::uint64_t seed, int n_threads, const py::object& progress) {
        const terms::CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values),
                                           static_cast<std::int32_t>(sizes.size())};
        const SidesView documents{as_span(sizes), as_span(sides)};
        const auto loop = loop_options(n_threads, progress);
        std::vector<double> p;
        {
          const py::gil_scoped_release release;
          check_counts(counts);
          p = statistics::permutation_p(counts, documents, {.n_samples = n_samples, .seed = seed},
                                        loop);
        }
        return own_array(std::move(p));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "sizes"_a.noconvert(), "sides"_a.noconvert(), py::kw_only(), "n_samples"_a, "seed"_a,
      "n_threads"_a, "progress"_a);
  module.def(
      "bootstrap_log_ratio",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, const Array<double>& sizes, const Array<std::uint8_t>& sides,
         std::int64_t n_samples, std::uint64_t seed, double alpha, int n_threads,
         const py::object& progress) {
        const terms::CsrView<Value> counts{as_span(indptr), as_span(indices), as_span(values),
                                           static_cast<std::int32_t>(sizes.size())};
        const SidesView documents{as_span(sizes), as_span(sides)};
        const auto loop = loop_options(n_threads, progress);
        statistics::Intervals found;
        {
          const py::gil_scoped_release release;
          check_counts(counts);
          found = statistics::bootstrap_log_ratio(
              counts, documents, {.n_samples = n_samples, .seed = seed, .alpha = alpha}, loop);
        }
        return py::make_tuple(own_array(std::move(found.low)), own_array(std::move(found.high)));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(),
      "sizes"_a.noconvert(), "sides"_a.noconvert(), py::kw_only(), "n_samples"_a, "seed"_a,
      "alpha"_a, "n_threads"_a, "progress"_a);
}

}  // namespace

void bind_resampling(py::module_ module) {
  bind_values<std::int32_t>(module);
  bind_values<double>(module);
}

}  // namespace broadsheet::bindings
