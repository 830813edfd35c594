#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <pybind11/numpy.h>
#include <pybind11/pybind11.h>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/require.hpp"

namespace broadsheet::bindings {

namespace py = pybind11;

// Arrays come in exact in dtype and contiguous, bound with noconvert(): Python converts, so no
// copy hides here.
template <typename T>
using Array = py::array_t<T, py::array::c_style>;

/// Borrows a 1-D NumPy array; the array must outlive the span.
template <typename T>
std::span<const T> as_span(const Array<T>& array) {
  require(array.ndim() == 1, "expected a 1-D array, not ", array.ndim(), "-D");
  return {array.data(), static_cast<std::size_t>(array.size())};
}

/// A read-only NumPy array over data that `owner` keeps alive.
template <typename T>
Array<T> view_array(std::span<const T> data, const py::object& owner) {
  Array<T> array(static_cast<py::ssize_t>(data.size()), data.data(), owner);
  array.attr("flags").attr("writeable") = false;
  return array;
}

/// Gives a vector to NumPy, without a copy.
template <typename T, typename Allocator>
Array<T> own_array(std::vector<T, Allocator>&& data) {
  using Vector = std::vector<T, Allocator>;
  auto owned = std::make_unique<Vector>(std::move(data));
  const auto* vector = owned.get();
  const py::capsule owner(owned.release(), [](void* held) { delete static_cast<Vector*>(held); });
  return Array<T>(static_cast<py::ssize_t>(vector->size()), vector->data(), owner);
}

/// Gives vectors to NumPy, without a copy: a list of arrays.
template <typename T>
py::list own_arrays(std::vector<std::vector<T>>&& vectors) {
  py::list arrays;
  for (auto& vector : vectors) arrays.append(own_array(std::move(vector)));
  return arrays;
}

/// Names as a list of str.
inline py::list own_names(std::span<const std::string_view> names) {
  py::list strings;
  for (const std::string_view name : names) strings.append(py::str(name.data(), name.size()));
  return strings;
}

/// What `find` finds for each name.
template <typename Measure>
std::vector<Measure> find_measures(const std::vector<std::string>& names,
                                   Measure (*find)(std::string_view)) {
  std::vector<Measure> measures;
  for (const auto& name : names) measures.push_back(find(name));
  return measures;
}

/// Options of a loop that answers Ctrl-C and calls `progress(n_done)` unless it is None.
///
/// To be made with the GIL held and used with the GIL released; `progress` must outlive the loop.
inline parallel::LoopOptions loop_options(int n_threads, const py::object& progress) {
  const py::handle callback = progress;
  const auto watch = [callback](std::int64_t n_done) {
    const py::gil_scoped_acquire acquire;
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
    if (!callback.is_none()) callback(n_done);
  };
  return {.n_threads = n_threads, .watch = watch};
}

void bind_adjustment(py::module_ module);
void bind_article(py::module_ module);
void bind_association(py::module_ module);
void bind_bursts(py::module_ module);
void bind_character_ngrams(py::module_ module);
void bind_clusters(py::module_ module);
void bind_commonness(py::module_ module);
void bind_concordance(py::module_ module);
void bind_cooccurrence(py::module_ module);
void bind_counts(py::module_ module);
void bind_dispersion(py::module_ module);
void bind_diversity(py::module_ module);
void bind_feature_hashing(py::module_ module);
void bind_keywords(py::module_ module);
void bind_log_odds(py::module_ module);
void bind_lsa(py::module_ module);
void bind_matrix(py::module_ module);
void bind_merging(py::module_ module);
void bind_rank_sum(py::module_ module);
void bind_rates(py::module_ module);
void bind_readability(py::module_ module);
void bind_resampling(py::module_ module);
void bind_selection(py::module_ module);
void bind_similarity(py::module_ module);
void bind_simhash(py::module_ module);
void bind_sketches(py::module_ module);
void bind_term_totals(py::module_ module);
void bind_text(py::module_ module);
void bind_text_counts(py::module_ module);
void bind_texts(py::module_ module);
void bind_tokenizer(py::module_ module);
void bind_tokens(py::module_ module);
void bind_trend(py::module_ module);
void bind_vocabulary(py::module_ module);
void bind_vocabulary_growth(py::module_ module);
void bind_weights(py::module_ module);

}  // namespace broadsheet::bindings
