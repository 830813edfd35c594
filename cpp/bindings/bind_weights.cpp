#include <pybind11/native_enum.h>

#include <string>
#include <vector>

#include "bindings.hpp"
#include "broadsheet/terms/bm25.hpp"
#include "broadsheet/terms/csr_view.hpp"
#include "broadsheet/terms/smart.hpp"
#include "broadsheet/terms/tfidf.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::Bm25Variant;
using terms::CsrView;
using terms::Norm;

namespace {

terms::SmartOptions smart_options(const std::string& letters, double log_base, double slope) {
  terms::SmartOptions options = terms::smart_options(letters);
  options.log_base = log_base;
  options.slope = slope;
  check(options);
  return options;
}

/// Calls `weigh`, a template of the type of weights, without the GIL and gives what it returns to
/// NumPy.
template <typename Weight, typename Weigh>
py::array own_weights(const Weigh& weigh) {
  std::vector<Weight> weights;
  {
    const py::gil_scoped_release release;
    weights = weigh.template operator()<Weight>();
  }
  return own_array(std::move(weights));
}

template <typename Weigh>
py::array own_weights(bool is_single, const Weigh& weigh) {
  return is_single ? own_weights<float>(weigh) : own_weights<double>(weigh);
}

template <typename Count>
CsrView<Count> as_counts(const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
                         const Array<Count>& values, const Array<double>& idf) {
  return {as_span(indptr), as_span(indices), as_span(values),
          static_cast<std::int32_t>(idf.size())};
}

template <typename Count>
void bind_counts(py::module_& module) {
  module.def(
      "tfidf_weights",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Count>& values, const Array<double>& idf, bool sublinear_tf, Norm norm,
         bool is_single, int n_threads, const py::object& progress) {
        const auto counts = as_counts(indptr, indices, values, idf);
        const terms::TfidfOptions options{.sublinear_tf = sublinear_tf, .norm = norm};
        const auto loop = loop_options(n_threads, progress);
        return own_weights(is_single, [&]<typename Weight>() {
          return terms::weights<Weight>(counts, as_span(idf), options, loop);
        });
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "idf"_a.noconvert(),
      py::kw_only(), "sublinear_tf"_a, "norm"_a, "is_single"_a, "n_threads"_a, "progress"_a);

  module.def(
      "smart_weights",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Count>& values, const Array<double>& idf, const Array<double>& n_bytes,
         const std::string& letters, double log_base, double slope, double pivot, bool is_single,
         int n_threads, const py::object& progress) {
        const auto counts = as_counts(indptr, indices, values, idf);
        const auto options = smart_options(letters, log_base, slope);
        const auto loop = loop_options(n_threads, progress);
        return own_weights(is_single, [&]<typename Weight>() {
          return terms::weights<Weight>(counts, as_span(idf), as_span(n_bytes), pivot, options,
                                        loop);
        });
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "idf"_a.noconvert(),
      "n_bytes"_a.noconvert(), py::kw_only(), "letters"_a, "log_base"_a, "slope"_a, "pivot"_a,
      "is_single"_a, "n_threads"_a, "progress"_a);

  module.def(
      "bm25_weights",
      [](const Array<std::int64_t>& indptr, const Array<std::int32_t>& indices,
         const Array<Count>& values, const Array<double>& idf, const Array<double>& lengths,
         Bm25Variant variant, double k1, double b, double delta, double mean_length, bool is_single,
         int n_threads, const py::object& progress) {
        const auto counts = as_counts(indptr, indices, values, idf);
        const terms::Bm25Options options{.variant = variant, .k1 = k1, .b = b, .delta = delta};
        const auto loop = loop_options(n_threads, progress);
        return own_weights(is_single, [&]<typename Weight>() {
          return terms::weights<Weight>(counts, as_span(idf), as_span(lengths), mean_length,
                                        options, loop);
        });
      },
      "indptr"_a.noconvert(), "indices"_a.noconvert(), "values"_a.noconvert(), "idf"_a.noconvert(),
      "lengths"_a.noconvert(), py::kw_only(), "variant"_a, "k1"_a, "b"_a, "delta"_a,
      "mean_length"_a, "is_single"_a, "n_threads"_a, "progress"_a);
}

void bind_idf(py::module_& module) {
  module.def(
      "tfidf_idf",
      [](std::int64_t n_documents, const Array<std::int64_t>& documents, bool use_idf,
         bool smooth_idf) {
        const terms::TfidfOptions options{.use_idf = use_idf, .smooth_idf = smooth_idf};
        return own_array(terms::idf(n_documents, as_span(documents), options));
      },
      "n_documents"_a, "documents"_a.noconvert(), py::kw_only(), "use_idf"_a, "smooth_idf"_a);
  module.def(
      "smart_idf",
      [](std::int64_t n_documents, const Array<std::int64_t>& documents, const std::string& letters,
         double log_base, double slope) {
        const auto options = smart_options(letters, log_base, slope);
        return own_array(terms::idf(n_documents, as_span(documents), options));
      },
      "n_documents"_a, "documents"_a.noconvert(), py::kw_only(), "letters"_a, "log_base"_a,
      "slope"_a);
  module.def(
      "bm25_idf",
      [](std::int64_t n_documents, const Array<std::int64_t>& documents, Bm25Variant variant) {
        return own_array(
            terms::idf(n_documents, as_span(documents), terms::Bm25Options{.variant = variant}));
      },
      "n_documents"_a, "documents"_a.noconvert(), py::kw_only(), "variant"_a);
  module.def("bm25_delta", &terms::published_delta, "variant"_a);
  module.def(
      "check_bm25",
      [](double k1, double b, double delta) {
        check(terms::Bm25Options{.k1 = k1, .b = b, .delta = delta});
      },
      py::kw_only(), "k1"_a, "b"_a, "delta"_a);
}

}  // namespace

void bind_weights(py::module_ module) {
  py::native_enum<Norm>(module, "Norm", "enum.Enum")
      .value("NONE", Norm::kNone)
      .value("L1", Norm::kL1)
      .value("L2", Norm::kL2)
      .finalize();
  py::native_enum<Bm25Variant>(module, "Bm25Variant", "enum.Enum")
      .value("LUCENE", Bm25Variant::kLucene)
      .value("ROBERTSON", Bm25Variant::kRobertson)
      .value("ATIRE", Bm25Variant::kAtire)
      .value("BM25L", Bm25Variant::kBm25L)
      .value("BM25_PLUS", Bm25Variant::kBm25Plus)
      .finalize();
  bind_idf(module);
  bind_counts<std::int32_t>(module);
  bind_counts<float>(module);
  bind_counts<double>(module);
}

}  // namespace broadsheet::bindings
