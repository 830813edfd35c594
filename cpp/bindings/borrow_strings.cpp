#include <cmath>
#include <string>
#include <utility>

#include "raw_texts.hpp"
#include "view_code_points.hpp"

namespace broadsheet::bindings {
namespace {

using text::CodePointsView;
using text::ErrorPolicy;

/// Stands for what is to be skipped: the door turns it away.
constexpr std::string_view kNotUtf8 = "\xFF";

/// Keeps borrowed objects and memory of our own alive. May end on any thread.
struct Keeper {
  std::vector<py::object> objects;
  std::vector<std::unique_ptr<char[]>> blocks;

  Keeper() = default;
  Keeper(const Keeper&) = delete;
  Keeper& operator=(const Keeper&) = delete;
  ~Keeper() {
    const py::gil_scoped_acquire acquire;
    objects.clear();
  }
};

std::string_view view_ascii(PyObject* string) {
  return {static_cast<const char*>(PyUnicode_DATA(string)),
          static_cast<std::size_t>(PyUnicode_GET_LENGTH(string))};
}

std::string_view view_bytes(PyObject* bytes) {
  return {PyBytes_AS_STRING(bytes), static_cast<std::size_t>(PyBytes_GET_SIZE(bytes))};
}

bool is_missing(const py::object& object) {
  if (object.is_none()) return true;
  if (PyFloat_Check(object.ptr())) return std::isnan(PyFloat_AS_DOUBLE(object.ptr()));
  return py::module_::import("pandas").attr("isna")(object).is(py::bool_(true));
}

/// Reads an iterable a chunk at a time, so that strings which it makes need not all be there at
/// once.
class Reader {
 public:
  Reader(ErrorPolicy policy, bool borrows) : policy_(policy), borrows_(borrows) {}

  RawTexts read(const py::iterable& strings) {
    const auto iterator = py::reinterpret_steal<py::object>(PyObject_GetIter(strings.ptr()));
    if (!iterator) throw py::error_already_set();
    while (take_chunk(iterator)) {
      if (PyErr_CheckSignals() != 0) throw py::error_already_set();
      write_chunk();
      chunk_.clear();
    }
    raw_.owners.push_back(std::move(keeper_));
    return std::move(raw_);
  }

 private:
  /// A string to be written as UTF-8 into memory of our own.
  struct Foreign {
    std::size_t row;
    py::object object;
    CodePointsView code_points;
  };

  bool take_chunk(const py::object& iterator) {
    constexpr std::size_t kMaxStrings = 4096;
    constexpr Py_ssize_t kMaxUnits = Py_ssize_t{1} << 23;
    Py_ssize_t n_units = 0;
    for (std::size_t n = 0; n < kMaxStrings && n_units < kMaxUnits; ++n) {
      auto object = py::reinterpret_steal<py::object>(PyIter_Next(iterator.ptr()));
      if (!object) {
        if (PyErr_Occurred() != nullptr) throw py::error_already_set();
        return n > 0;
      }
      if (PyUnicode_Check(object.ptr())) n_units += PyUnicode_GET_LENGTH(object.ptr());
      add(std::move(object));
    }
    return true;
  }

  void add(py::object object) {
    const std::size_t row = raw_.strings.size();
    auto& string = raw_.strings.emplace_back();
    if (PyUnicode_Check(object.ptr())) {
      if (!borrows_ || !PyUnicode_IS_ASCII(object.ptr())) return add_foreign(row, object);
      string = view_ascii(object.ptr());
      keeper_->objects.push_back(std::move(object));
    } else if (PyBytes_Check(object.ptr())) {
      string = view_bytes(object.ptr());
      keeper_->objects.push_back(std::move(object));
    } else if (!is_missing(object)) {
      add_other(row, object);
    }
  }

  void add_other(std::size_t row, const py::object& object) {
    if (policy_ == ErrorPolicy::kStrict) {
      throw py::type_error("text " + std::to_string(row) + " must be a str, not " +
                           Py_TYPE(object.ptr())->tp_name);
    }
    if (policy_ == ErrorPolicy::kSkip) {
      raw_.strings[row] = kNotUtf8;
    } else {
      raw_.strings[row] = "";
      raw_.replaced.push_back(static_cast<std::int64_t>(row));
    }
  }

  void add_foreign(std::size_t row, const py::object& object) {
    const auto code_points = view_code_points(object.ptr());
    chunk_.push_back({row, object, code_points});
  }

  void write_chunk() {
    const py::gil_scoped_release release;
    std::int64_t n_bytes = 0;
    for (const auto& foreign : chunk_) n_bytes += text::utf8_size(foreign.code_points);
    if (chunk_.empty()) return;
    char* out =
        keeper_->blocks
            .emplace_back(std::make_unique_for_overwrite<char[]>(static_cast<std::size_t>(n_bytes)))
            .get();
    for (const auto& foreign : chunk_) out = write(foreign, out);
  }

  char* write(const Foreign& foreign, char* out) {
    auto& string = raw_.strings[foreign.row];
    if (const auto surrogate = text::find_surrogate(foreign.code_points)) {
      const auto row = static_cast<std::int64_t>(foreign.row);
      if (policy_ == ErrorPolicy::kStrict) refuse(row, *surrogate);
      if (policy_ == ErrorPolicy::kSkip) {
        string = kNotUtf8;
        return out;
      }
      raw_.replaced.push_back(row);
    }
    char* const end = text::write_utf8(foreign.code_points, out);
    string = std::string_view(out, static_cast<std::size_t>(end - out));
    return end;
  }

  [[noreturn]] static void refuse(std::int64_t row, std::int64_t place) {
    throw std::invalid_argument("text " + std::to_string(row) +
                                " is not Unicode text: lone surrogate at character " +
                                std::to_string(place));
  }

  ErrorPolicy policy_;
  bool borrows_;
  RawTexts raw_;
  std::vector<Foreign> chunk_;
  std::shared_ptr<Keeper> keeper_ = std::make_shared<Keeper>();
};

}  // namespace

RawTexts borrow_strings(const py::iterable& strings, ErrorPolicy policy) {
  const bool is_held = py::isinstance<py::list>(strings) || py::isinstance<py::tuple>(strings);
  return Reader(policy, is_held).read(strings);
}

}  // namespace broadsheet::bindings
