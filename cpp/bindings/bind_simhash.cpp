#include <string_view>

#include "bindings.hpp"
#include "broadsheet/similarity/cosines.hpp"
#include "broadsheet/similarity/hamming.hpp"
#include "broadsheet/similarity/simhash.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using similarity::DocumentPairs;
using similarity::DocumentPairsView;
using similarity::HammingPlan;

namespace {

py::tuple hamming_pairs(const Array<std::uint64_t>& sketches, std::int32_t distance,
                        std::int64_t max_pairs, int n_threads, const py::object& progress) {
  const auto values = as_span(sketches);
  const auto loop = loop_options(n_threads, progress);
  DocumentPairs pairs;
  {
    const py::gil_scoped_release release;
    const HammingPlan plan = similarity::plan_hamming(std::ssize(values), distance);
    pairs = similarity::hamming_pairs(values, distance, plan, max_pairs, loop);
  }
  return py::make_tuple(own_array(std::move(pairs.left)), own_array(std::move(pairs.right)));
}

Array<std::int32_t> hamming_distances(const Array<std::uint64_t>& sketches,
                                      const Array<std::int32_t>& left,
                                      const Array<std::int32_t>& right) {
  const auto values = as_span(sketches);
  const DocumentPairsView pairs{as_span(left), as_span(right)};
  std::vector<std::int32_t> distances;
  {
    const py::gil_scoped_release release;
    distances = similarity::hamming_distances(values, pairs);
  }
  return own_array(std::move(distances));
}

template <typename Value>
void bind_values(py::module_& module) {
  module.def(
      "simhash",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, const Array<std::int64_t>& offsets,
         const py::bytes& labels, std::uint64_t seed, int n_threads, const py::object& progress) {
        const terms::CsrView<Value> weights{as_span(indptr), as_span(indices), as_span(values),
                                            n_columns};
        const auto label_offsets = as_span(offsets);
        const std::string_view bytes = labels;
        const similarity::SimHashOptions options{.seed = seed,
                                                 .loop = loop_options(n_threads, progress)};
        LargeArray<std::uint64_t> sketches;
        {
          const py::gil_scoped_release release;
          const auto columns = similarity::label_hashes(label_offsets, bytes, seed);
          sketches = similarity::simhash(weights, columns, options);
        }
        return own_array(std::move(sketches));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      py::kw_only(), "offsets"_a.noconvert(), "labels"_a, "seed"_a, "n_threads"_a, "progress"_a);

  module.def(
      "cosines",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Value>& values, std::int32_t n_columns, const Array<std::int32_t>& left,
         const Array<std::int32_t>& right, int n_threads, const py::object& progress) {
        const terms::CsrView<Value> matrix{as_span(indptr), as_span(indices), as_span(values),
                                           n_columns};
        const DocumentPairsView pairs{as_span(left), as_span(right)};
        const auto loop = loop_options(n_threads, progress);
        std::vector<double> scores;
        {
          const py::gil_scoped_release release;
          scores = similarity::cosines(matrix, pairs, loop);
        }
        return own_array(std::move(scores));
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "n_columns"_a,
      "left"_a.noconvert(), "right"_a.noconvert(), py::kw_only(), "n_threads"_a, "progress"_a);
}

}  // namespace

void bind_simhash(py::module_ module) {
  bind_values<float>(module);
  bind_values<double>(module);
  module.def("hamming_pairs", &hamming_pairs, "sketches"_a.noconvert(), py::kw_only(), "distance"_a,
             "max_pairs"_a, "n_threads"_a, "progress"_a);
  module.def("hamming_distances", &hamming_distances, "sketches"_a.noconvert(),
             "left"_a.noconvert(), "right"_a.noconvert());
  module.def("estimated_cosine", &similarity::estimated_cosine, "distance"_a);
  module.def("hamming_recall", &similarity::hamming_recall, "distance"_a, "cosine"_a);
  module.def("choose_distance", &similarity::choose_distance, "cosine"_a, "min_recall"_a);
}

}  // namespace broadsheet::bindings
