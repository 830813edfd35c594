#include <pybind11/stl.h>

#include <algorithm>

#include "bindings.hpp"
#include "broadsheet/statistics/readability.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_readability(py::module_ module) {
  module.def("readability_names", [] { return own_names(statistics::readability_names()); });
  module.def("text_count_names", [] { return own_names(statistics::text_count_names()); });
  module.def(
      "readability",
      [](const std::vector<Array<double>>& counts, std::int64_t n_texts,
         const std::vector<std::string>& measures) {
        require(counts.size() == statistics::kNTextCounts, "counts must be ",
                statistics::kNTextCounts, " arrays, not ", counts.size());
        statistics::TextCountsView texts{.counts = {},
                                         .n_texts = static_cast<std::size_t>(n_texts)};
        std::ranges::transform(counts, texts.counts.begin(), as_span<double>);
        std::vector<std::vector<double>> scores;
        {
          const py::gil_scoped_release release;
          check(texts);
          for (const auto formula : find_measures(measures, statistics::find_readability)) {
            scores.push_back(statistics::readability(texts, formula));
          }
        }
        return own_arrays(std::move(scores));
      },
      "counts"_a, "n_texts"_a, py::kw_only(), "measures"_a);
}

}  // namespace broadsheet::bindings
