#include "bindings.hpp"
#include "broadsheet/similarity/average_link.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_clusters(py::module_ module) {
  module.def(
      "average_link",
      [](std::int64_t n_rows, const Array<std::int32_t>& left, const Array<std::int32_t>& right,
         const Array<double>& scores, double min_similarity, const py::object& progress) {
        const similarity::DocumentPairsView links{as_span(left), as_span(right)};
        const auto similarities = as_span(scores);
        const auto loop = loop_options(1, progress);
        std::vector<std::int32_t> first;
        {
          const py::gil_scoped_release release;
          first = similarity::average_link(n_rows, links, similarities, min_similarity, loop);
        }
        return own_array(std::move(first));
      },
      "n_rows"_a, "left"_a.noconvert(), "right"_a.noconvert(), "scores"_a.noconvert(),
      py::kw_only(), "min_similarity"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
