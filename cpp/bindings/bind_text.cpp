#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings.hpp"
#include "broadsheet/text/case.hpp"
#include "broadsheet/text/graphemes.hpp"
#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/sentences.hpp"
#include "broadsheet/text/utf8.hpp"
#include "broadsheet/text/words.hpp"
#include "view_code_points.hpp"

namespace broadsheet::bindings {
namespace {

using namespace py::literals;
using text::MappedText;

/// The UTF-8 of a str, called `text` in messages.
std::string encode(const py::object& object) {
  if (!PyUnicode_Check(object.ptr())) {
    throw py::type_error(std::string("text must be a str, not ") + Py_TYPE(object.ptr())->tp_name);
  }
  const auto code_points = view_code_points(object.ptr());
  const py::gil_scoped_release release;
  const auto surrogate = text::find_surrogate(code_points);
  require(!surrogate, "text is not Unicode text: lone surrogate at character ",
          surrogate.value_or(0));
  std::string bytes(static_cast<std::size_t>(text::utf8_size(code_points)), '\0');
  text::write_utf8(code_points, bytes.data());
  return bytes;
}

using Segmenter = std::vector<std::int64_t>(std::string_view);

/// Boundaries in code points, from 0 to the length of the text; of an empty text, none.
template <Segmenter find_boundaries>
Array<std::int64_t> boundaries(const py::object& object) {
  const std::string bytes = encode(object);
  std::vector<std::int64_t> found;
  {
    const py::gil_scoped_release release;
    found = find_boundaries(bytes);
    text::to_code_points(bytes, found);
  }
  return own_array(std::move(found));
}

/// The derived text and its starts in code points, or None for starts where nothing moved.
template <typename Derive>
py::tuple derive(const py::object& object, const Derive& derived_from) {
  const std::string bytes = encode(object);
  MappedText mapped;
  std::vector<std::int64_t> starts;
  {
    const py::gil_scoped_release release;
    mapped = derived_from(bytes);
    starts = text::code_point_starts(mapped, bytes);
  }
  if (starts.empty()) return py::make_tuple(mapped.text, py::none());
  auto array = own_array(std::move(starts));
  array.attr("flags").attr("writeable") = false;
  return py::make_tuple(mapped.text, std::move(array));
}

text::NormalForm form_named(const std::string& form) {
  if (form == "NFC") return text::NormalForm::kNfc;
  if (form == "NFD") return text::NormalForm::kNfd;
  if (form == "NFKC") return text::NormalForm::kNfkc;
  require(form == "NFKD", "form must be 'NFC', 'NFD', 'NFKC' or 'NFKD', not '", form, "'");
  return text::NormalForm::kNfkd;
}

struct NamedProperty {
  std::string_view name;
  bool (*has)(char32_t value);
};
constexpr std::array kProperties = {
    NamedProperty{"assigned", text::is_assigned},
    NamedProperty{"alphabetic", text::is_alphabetic},
    NamedProperty{"letter", text::is_letter},
    NamedProperty{"numeric", text::is_numeric},
    NamedProperty{"decimal", text::is_decimal},
    NamedProperty{"upper", text::is_upper},
    NamedProperty{"lower", text::is_lower},
    NamedProperty{"mark", text::is_mark},
    NamedProperty{"space", text::is_space},
    NamedProperty{"punctuation", text::is_punctuation},
    NamedProperty{"symbol", text::is_symbol},
    NamedProperty{"currency", text::is_currency},
    NamedProperty{"pictographic", text::is_pictographic},
    NamedProperty{"regex_word", text::is_regex_word},
};

Array<bool> has_property(const Array<std::uint32_t>& code_points, const std::string& name) {
  const auto property = std::ranges::find(kProperties, name, &NamedProperty::name);
  require(property != kProperties.end(), "there is no property '", name, "'");
  const auto values = as_span(code_points);
  Array<bool> found(code_points.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    require(values[i] <= 0x10FFFF, "code_points must not be above 0x10FFFF");
    found.mutable_data()[i] = property->has(static_cast<char32_t>(values[i]));
  }
  return found;
}

}  // namespace

void bind_text(py::module_ module) {
  module.attr("UNICODE_VERSION") = std::string(text::unicode_version());
  module.def("grapheme_boundaries", &boundaries<text::grapheme_boundaries>, "text"_a);
  module.def("word_boundaries", &boundaries<text::word_boundaries>, "text"_a);
  module.def("sentence_boundaries", &boundaries<text::sentence_boundaries>, "text"_a);
  module.def(
      "lower", [](const py::object& string) { return derive(string, text::to_lower); }, "text"_a);
  module.def(
      "casefold", [](const py::object& string) { return derive(string, text::fold_case); },
      "text"_a);
  module.def(
      "strip_accents", [](const py::object& string) { return derive(string, text::strip_accents); },
      "text"_a);
  module.def(
      "normalize",
      [](const py::object& string, const std::string& form) {
        const auto normal_form = form_named(form);
        return derive(string, [normal_form](std::string_view bytes) {
          return text::normalize(bytes, normal_form);
        });
      },
      "text"_a, "form"_a);
  module.def(
      "find_origin",
      [](const Array<std::int64_t>& starts, std::int64_t start, std::int64_t end) {
        require(0 <= start && start <= end && end < starts.size(),
                "start and end must lie in order within [0, ", starts.size() - 1, "], not ", start,
                " and ", end);
        const auto origin = text::find_origin(as_span(starts), {start, end});
        return py::make_tuple(origin.begin, origin.end);
      },
      "starts"_a.noconvert(), "start"_a, "end"_a);
  module.def("has_property", &has_property, "code_points"_a.noconvert(), "name"_a);
}

}  // namespace broadsheet::bindings
