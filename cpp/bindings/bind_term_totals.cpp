#include <mutex>
#include <string>
#include <tuple>

#include "bindings.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/term_totals.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::SortedTotals;
using terms::TermTotals;

namespace {

/// Totals that several threads may add to at a time. The lock is only ever waited for without the
/// GIL, which whoever holds it might need.
class SharedTotals {
 public:
  template <typename Call>
  auto with(const Call& call) {
    const py::gil_scoped_release release;
    const std::lock_guard lock(mutex_);
    return call(totals_);
  }

  void merge(SharedTotals& other) {
    const py::gil_scoped_release release;
    if (this == &other) {
      const std::lock_guard lock(mutex_);
      totals_.merge(totals_);
    } else {
      const std::scoped_lock lock(mutex_, other.mutex_);
      totals_.merge(other.totals_);
    }
  }

 private:
  std::mutex mutex_;
  TermTotals totals_;
};

void add(SharedTotals& totals, const Array<std::int64_t>& offsets, const py::bytes& bytes,
         const Array<std::int64_t>& occurrences, const Array<std::int64_t>& documents,
         std::int64_t n_documents, std::int64_t length) {
  const auto ends = as_span(offsets);
  const auto total_span = as_span(occurrences);
  const auto document_span = as_span(documents);
  const terms::Labels labels{{ends.begin(), ends.end()}, std::string(bytes)};
  const terms::Frequencies<std::int64_t> frequencies{{total_span.begin(), total_span.end()},
                                                     {document_span.begin(), document_span.end()}};
  totals.with([&](TermTotals& held) { held.add(labels, frequencies, n_documents, length); });
}

py::tuple own_totals(SortedTotals&& sorted) {
  return py::make_tuple(own_array(std::move(sorted.labels.offsets)), py::bytes(sorted.labels.bytes),
                        own_array(std::move(sorted.frequencies.totals)),
                        own_array(std::move(sorted.frequencies.documents)));
}

py::tuple kept(SharedTotals& totals, double min_documents, double max_documents,
               std::int64_t max_terms) {
  const terms::TrimOptions options{
      .min_documents = min_documents, .max_documents = max_documents, .max_terms = max_terms};
  return own_totals(totals.with([&](const TermTotals& held) { return held.kept(options); }));
}

}  // namespace

void bind_term_totals(py::module_ module) {
  py::class_<SharedTotals>(module, "TermTotals")
      .def(py::init<>())
      .def("add", &add, "offsets"_a.noconvert(), "bytes"_a, "totals"_a.noconvert(),
           "documents"_a.noconvert(), py::kw_only(), "n_documents"_a, "length"_a)
      .def("merge", &SharedTotals::merge, "other"_a)
      .def("sorted",
           [](SharedTotals& totals) {
             return own_totals(totals.with([](const TermTotals& held) { return held.sorted(); }));
           })
      .def("kept", &kept, py::kw_only(), "min_documents"_a, "max_documents"_a, "max_terms"_a)
      .def("sizes", [](SharedTotals& totals) {
        const auto sizes = totals.with([](const TermTotals& held) {
          return std::tuple(held.n_documents(), held.n_terms(), held.length());
        });
        return py::cast(sizes);
      });
}

}  // namespace broadsheet::bindings
