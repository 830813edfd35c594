#include <algorithm>
#include <string>
#include <utility>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/text/code_point_set.hpp"
#include "broadsheet/text/joined_texts.hpp"
#include "broadsheet/text/packed_texts.hpp"
#include "broadsheet/text/texts.hpp"
#include "broadsheet/text/utf8.hpp"
#include "raw_texts.hpp"

namespace broadsheet::bindings {
namespace {

using namespace py::literals;
using text::ErrorPolicy;
using text::Texts;

ErrorPolicy policy_named(const std::string& errors) {
  if (errors == "strict") return ErrorPolicy::kStrict;
  if (errors == "replace") return ErrorPolicy::kReplace;
  require(errors == "skip", "errors must be 'strict', 'replace' or 'skip', not '", errors, "'");
  return ErrorPolicy::kSkip;
}

/// @param with_nulls  Whether a missing text is an empty one rather than an error.
py::tuple check(RawTexts raw, ErrorPolicy policy, bool with_nulls) {
  text::CheckedTexts checked;
  {
    const py::gil_scoped_release release;
    for (auto& string : raw.strings) {
      if (with_nulls && !string) string = "";
    }
    checked = text::check_texts(std::move(raw.strings), std::move(raw.owners), policy);
    auto& replaced = checked.replaced;
    replaced.insert(replaced.end(), raw.replaced.begin(), raw.replaced.end());
    std::sort(replaced.begin(), replaced.end());
  }
  return py::make_tuple(std::move(checked.texts), own_array(std::move(checked.replaced)),
                        own_array(std::move(checked.skipped)));
}

py::tuple pack(const Texts& texts) {
  text::PackedTexts packed;
  {
    const py::gil_scoped_release release;
    packed = text::pack(texts);
  }
  return py::make_tuple(own_array(std::move(packed.bytes)), own_array(std::move(packed.offsets)));
}

/// Keeps a Python object alive; may end on any thread.
std::shared_ptr<const void> keep(py::object object) {
  return {object.release().ptr(), [](PyObject* held) {
            const py::gil_scoped_acquire acquire;
            Py_DECREF(held);
          }};
}

Texts unpack(const py::tuple& state) {
  require(state.size() == 2, "the state of Texts must be two arrays, not ", state.size());
  const auto bytes = state[0].cast<Array<std::uint8_t>>();
  const auto offsets = state[1].cast<Array<std::int64_t>>();
  auto owner = keep(bytes);
  const auto byte_span = as_span(bytes);
  const auto offset_span = as_span(offsets);
  const py::gil_scoped_release release;
  return text::unpack(byte_span, offset_span, std::move(owner));
}

Texts select(const Texts& texts, const Array<std::int64_t>& rows) {
  const auto span = as_span(rows);
  const py::gil_scoped_release release;
  return texts.select(span);
}

Texts concat(const std::vector<const Texts*>& parts) {
  const py::gil_scoped_release release;
  return text::concat(parts);
}

bool are_equal(const Texts& left, const Texts& right) {
  const py::gil_scoped_release release;
  return std::ranges::equal(left.views(), right.views());
}

/// For each text the place of its first code point that is one of `members`, or -1.
Array<std::int64_t> find_code_points(const Texts& texts, const Array<std::uint32_t>& members,
                                     int n_threads, const py::object& progress) {
  const auto loop = loop_options(n_threads, progress);
  const auto member_span = as_span(members);
  std::vector<std::int64_t> places;
  {
    const py::gil_scoped_release release;
    places = text::find_in_texts(texts, text::CodePointSet(member_span), loop);
    for (std::size_t row = 0; row < places.size(); ++row) {
      if (places[row] < 0) continue;
      places[row] = text::count_code_points(text::slice(texts.views()[row], {0, places[row]}));
    }
  }
  return own_array(std::move(places));
}

/// @return  The joined texts, and N x P spans as begin and end.
py::tuple join(const std::vector<const Texts*>& parts) {
  text::JoinedTexts joined;
  std::vector<std::int64_t> edges;
  {
    const py::gil_scoped_release release;
    joined = text::join(parts);
    edges.reserve(2 * joined.spans.size());
    for (const auto span : joined.spans) edges.insert(edges.end(), {span.begin, span.end});
  }
  return py::make_tuple(std::move(joined.texts), own_array(std::move(edges)));
}

}  // namespace

void bind_texts(py::module_ module) {
  py::class_<Texts>(module, "Texts")
      .def("__len__", &Texts::size)
      .def("at", &Texts::at, "row"_a)
      .def("select", &select, "rows"_a.noconvert())
      .def_property_readonly("n_bytes", &Texts::n_bytes)
      .def(py::pickle(&pack, &unpack));
  module.def("are_equal", &are_equal, "left"_a, "right"_a);
  module.def("concat_texts", &concat, "parts"_a);
  module.def("join_texts", &join, "parts"_a);
  module.def("find_code_points", &find_code_points, "texts"_a, "members"_a.noconvert(),
             py::kw_only(), "n_threads"_a, "progress"_a);
  module.def(
      "texts_from_list",
      [](const py::iterable& strings, const std::string& errors, bool with_nulls) {
        const auto policy = policy_named(errors);
        return check(borrow_strings(strings, policy), policy, with_nulls);
      },
      "strings"_a, "errors"_a, py::kw_only(), "with_nulls"_a = false);
  module.def(
      "texts_from_arrow",
      [](const py::object& column, const std::string& errors, bool with_nulls) {
        return check(borrow_arrow(column), policy_named(errors), with_nulls);
      },
      "column"_a, "errors"_a, py::kw_only(), "with_nulls"_a = false);
}

}  // namespace broadsheet::bindings
