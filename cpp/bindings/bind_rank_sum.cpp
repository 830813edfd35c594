#include "bindings.hpp"
#include "broadsheet/statistics/rank_sum.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_rank_sum(py::module_ module) {
  module.def(
      "rank_sums",
      [](const Array<double>& target, const Array<double>& reference, std::int64_t n_words,
         int n_threads, const py::object& progress) {
        const auto loop = loop_options(n_threads, progress);
        statistics::RankSums sums;
        {
          const py::gil_scoped_release release;
          sums = statistics::rank_sums(as_span(target), as_span(reference), n_words, loop);
        }
        return py::make_tuple(own_array(std::move(sums.rank_sum)), own_array(std::move(sums.u)),
                              own_array(std::move(sums.z)), own_array(std::move(sums.p)));
      },
      "target"_a.noconvert(), "reference"_a.noconvert(), "n_words"_a, py::kw_only(), "n_threads"_a,
      "progress"_a);
}

}  // namespace broadsheet::bindings
