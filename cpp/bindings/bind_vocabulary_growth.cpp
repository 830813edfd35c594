#include "bindings.hpp"
#include "broadsheet/statistics/vocabulary_growth.hpp"

namespace broadsheet::bindings {

using namespace py::literals;

void bind_vocabulary_growth(py::module_ module) {
  module.def(
      "vocabulary_growth",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids, std::int32_t n_terms,
         const Array<std::int64_t>& n_tokens) {
        const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
        const auto at = as_span(n_tokens);
        std::vector<std::int64_t> n_types;
        {
          const py::gil_scoped_release release;
          check(tokens);
          n_types = statistics::vocabulary_growth(tokens, at);
        }
        return own_array(std::move(n_types));
      },
      "indptr"_a.noconvert(), "ids"_a.noconvert(), "n_terms"_a, "n_tokens"_a.noconvert());
  module.def(
      "heaps",
      [](const Array<double>& n_tokens, const Array<double>& n_types) {
        const auto x = as_span(n_tokens);
        const auto y = as_span(n_types);
        statistics::HeapsLaw law;
        {
          const py::gil_scoped_release release;
          law = statistics::heaps(x, y);
        }
        return py::make_tuple(law.k, law.exponent, law.r_squared);
      },
      "n_tokens"_a.noconvert(), "n_types"_a.noconvert());
  module.def(
      "zipf",
      [](const Array<double>& counts) {
        const auto held = as_span(counts);
        statistics::ZipfLaw law;
        {
          const py::gil_scoped_release release;
          law = statistics::zipf(held);
        }
        return py::make_tuple(law.k, law.exponent);
      },
      "counts"_a.noconvert());
}

}  // namespace broadsheet::bindings
