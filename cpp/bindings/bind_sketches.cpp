#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/similarity/banding.hpp"
#include "broadsheet/similarity/candidates.hpp"
#include "broadsheet/similarity/copy_groups.hpp"
#include "broadsheet/similarity/minhash.hpp"
#include "broadsheet/similarity/shingle_sets.hpp"
#include "broadsheet/similarity/shingles.hpp"
#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using similarity::Banding;
using similarity::CharacterShingles;
using similarity::DocumentPairs;
using similarity::GivenShingles;
using similarity::JoinedShingles;
using similarity::Shingles;
using similarity::SketchesView;
using similarity::WordShingles;

namespace {

std::shared_ptr<WordShingles> word_shingles(const Array<std::int64_t>& indptr,
                                            const Array<std::int32_t>& ids,
                                            const terms::Vocabulary& vocabulary, std::int32_t width,
                                            std::uint64_t seed) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const py::gil_scoped_release release;
  check(tokens);
  return std::make_shared<WordShingles>(tokens, vocabulary, width, seed);
}

std::shared_ptr<JoinedShingles> joined_shingles(const py::tuple& parts) {
  std::vector<std::shared_ptr<const Shingles>> listed;
  for (const auto& part : parts) listed.push_back(py::cast<std::shared_ptr<Shingles>>(part));
  return std::make_shared<JoinedShingles>(std::move(listed));
}

// Shingles borrow arrays, which the Python object keeps alive.
void bind_shingles(py::module_& module) {
  py::class_<Shingles, std::shared_ptr<Shingles>>(module, "Shingles")
      .def("__len__", &Shingles::n_documents)
      .def(
          "read",
          [](const Shingles& shingles, std::int64_t row) {
            if (row < 0 || row >= shingles.n_documents()) throw py::index_error();
            std::vector<std::uint64_t> hashes;
            shingles.read(row, hashes);
            return own_array(std::move(hashes));
          },
          "row"_a);
  py::class_<WordShingles, Shingles, std::shared_ptr<WordShingles>>(module, "WordShingles")
      .def(py::init(&word_shingles), py::keep_alive<1, 2>(), py::keep_alive<1, 3>(),
           "indptr"_a.noconvert(), "ids"_a.noconvert(), "vocabulary"_a, py::kw_only(), "width"_a,
           "seed"_a);
  py::class_<CharacterShingles, Shingles, std::shared_ptr<CharacterShingles>>(module,
                                                                              "CharacterShingles")
      .def(py::init([](const text::Texts& texts, bool lowercase, terms::Accents accents,
                       std::int32_t width, std::uint64_t seed) {
             const terms::CharacterOptions options{.lowercase = lowercase, .accents = accents};
             return std::make_shared<CharacterShingles>(texts, options, width, seed);
           }),
           "texts"_a, py::kw_only(), "lowercase"_a, "accents"_a, "width"_a, "seed"_a);
  py::class_<GivenShingles, Shingles, std::shared_ptr<GivenShingles>>(module, "GivenShingles")
      .def(py::init([](const Array<std::int64_t>& indptr, const Array<std::uint64_t>& hashes) {
             return std::make_shared<GivenShingles>(as_span(indptr), as_span(hashes));
           }),
           py::keep_alive<1, 2>(), py::keep_alive<1, 3>(), "indptr"_a.noconvert(),
           "hashes"_a.noconvert());
  py::class_<JoinedShingles, Shingles, std::shared_ptr<JoinedShingles>>(module, "JoinedShingles")
      .def(py::init(&joined_shingles), py::keep_alive<1, 2>(), "parts"_a);
}

/// @param sketches  N x n_hashes.
SketchesView as_sketches(const Array<std::uint32_t>& sketches) {
  require(sketches.ndim() == 2, "sketches must be a 2-D array, not ", sketches.ndim(), "-D");
  return {{sketches.data(), static_cast<std::size_t>(sketches.size())},
          static_cast<std::int32_t>(sketches.shape(1))};
}

py::object minhash(const Shingles& shingles, std::int32_t n_hashes, std::uint64_t seed,
                   int n_threads, const py::object& progress) {
  const similarity::MinHashOptions options{
      .n_hashes = n_hashes, .seed = seed, .loop = loop_options(n_threads, progress)};
  LargeArray<std::uint32_t> sketches;
  {
    const py::gil_scoped_release release;
    sketches = similarity::minhash(shingles, options);
  }
  return own_array(std::move(sketches)).attr("reshape")(shingles.n_documents(), n_hashes);
}

py::tuple candidate_pairs(const Array<std::uint32_t>& sketches, std::int32_t bands,
                          std::int32_t rows, std::int64_t max_pairs, int n_threads,
                          const py::object& progress) {
  const SketchesView view = as_sketches(sketches);
  const auto loop = loop_options(n_threads, progress);
  DocumentPairs pairs;
  {
    const py::gil_scoped_release release;
    pairs = similarity::candidate_pairs(view, {.bands = bands, .rows = rows}, max_pairs, loop);
  }
  return py::make_tuple(own_array(std::move(pairs.left)), own_array(std::move(pairs.right)));
}

Array<double> jaccard(const Shingles& shingles, const Array<std::int32_t>& left,
                      const Array<std::int32_t>& right, int n_threads, const py::object& progress) {
  const similarity::DocumentPairsView pairs{as_span(left), as_span(right)};
  const auto loop = loop_options(n_threads, progress);
  std::vector<double> similarities;
  {
    const py::gil_scoped_release release;
    similarities = similarity::jaccard(shingles, pairs, loop);
  }
  return own_array(std::move(similarities));
}

Array<double> estimated_jaccard(const Array<std::uint32_t>& sketches,
                                const Array<std::int32_t>& left, const Array<std::int32_t>& right) {
  const SketchesView view = as_sketches(sketches);
  const similarity::DocumentPairsView pairs{as_span(left), as_span(right)};
  std::vector<double> similarities;
  {
    const py::gil_scoped_release release;
    similarities = similarity::estimated_jaccard(view, pairs);
  }
  return own_array(std::move(similarities));
}

Array<std::int32_t> copy_groups(const Array<std::uint32_t>& sketches, const Shingles* shingles,
                                std::int32_t bands, std::int32_t rows, double min_similarity,
                                int n_threads, const py::object& progress) {
  const SketchesView view = as_sketches(sketches);
  const auto loop = loop_options(n_threads, progress);
  std::vector<std::int32_t> first;
  {
    const py::gil_scoped_release release;
    first = similarity::copy_groups(view, shingles, {.bands = bands, .rows = rows}, min_similarity,
                                    loop);
  }
  return own_array(std::move(first));
}

}  // namespace

void bind_sketches(py::module_ module) {
  bind_shingles(module);
  module.def("minhash", &minhash, "shingles"_a, py::kw_only(), "n_hashes"_a, "seed"_a,
             "n_threads"_a, "progress"_a);
  module.def(
      "recall",
      [](double similarity, std::int32_t bands, std::int32_t rows) {
        return similarity::recall({.bands = bands, .rows = rows}, similarity);
      },
      "similarity"_a, py::kw_only(), "bands"_a, "rows"_a);
  module.def(
      "choose_banding",
      [](std::int32_t n_hashes, double min_similarity, double min_recall) {
        const Banding found = similarity::choose_banding(n_hashes, min_similarity, min_recall);
        return py::make_tuple(found.bands, found.rows);
      },
      "n_hashes"_a, py::kw_only(), "min_similarity"_a, "min_recall"_a);
  module.def("candidate_pairs", &candidate_pairs, "sketches"_a.noconvert(), py::kw_only(),
             "bands"_a, "rows"_a, "max_pairs"_a, "n_threads"_a, "progress"_a);
  module.def("jaccard", &jaccard, "shingles"_a, "left"_a.noconvert(), "right"_a.noconvert(),
             py::kw_only(), "n_threads"_a, "progress"_a);
  module.def("estimated_jaccard", &estimated_jaccard, "sketches"_a.noconvert(),
             "left"_a.noconvert(), "right"_a.noconvert());
  module.def("copy_groups", &copy_groups, "sketches"_a.noconvert(), "shingles"_a, py::kw_only(),
             "bands"_a, "rows"_a, "min_similarity"_a, "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
