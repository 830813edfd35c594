#include <string>
#include <utility>

#include "broadsheet/text/arrow.hpp"
#include "raw_texts.hpp"

namespace broadsheet::bindings {
namespace {

/// An Arrow struct of ours, released once.
template <typename T>
class Held {
 public:
  Held() = default;
  /// Takes over what `source` holds, as the interface allows.
  explicit Held(T& source) : value_(source) { source.release = nullptr; }
  Held(Held&& other) noexcept : Held(other.value_) {}
  Held& operator=(Held&&) = delete;
  ~Held() {
    if (value_.release != nullptr) value_.release(&value_);
  }

  [[nodiscard]] T* get() { return &value_; }
  [[nodiscard]] const T& operator*() const { return value_; }
  [[nodiscard]] bool is_released() const { return value_.release == nullptr; }

 private:
  T value_{};
};

using Chunks = std::vector<Held<ArrowArray>>;

template <typename T>
T& open_capsule(const py::handle& capsule, const char* name) {
  auto* value = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (value == nullptr) throw py::error_already_set();
  return *value;
}

void check_stream(int code, ArrowArrayStream& stream) {
  if (code == 0) return;
  const char* reason = stream.get_last_error(&stream);
  throw py::value_error("texts: Arrow stream failed: " +
                        (reason != nullptr ? reason : "error " + std::to_string(code)));
}

void check_type(const ArrowSchema& schema) {
  if (text::holds_strings(schema)) return;
  const std::string format = schema.format;
  throw py::type_error(format == "+s"
                           ? "texts must be one column, not a table: use "
                             "Corpus.from_frame, which takes the name of the column"
                           : "texts must be strings, not of Arrow type '" + format + "'");
}

/// Reads a stream to its end. The producer may run a query meanwhile, so others get the GIL.
Held<ArrowSchema> read_stream(ArrowArrayStream& stream, Chunks& chunks) {
  Held<ArrowSchema> schema;
  {
    const py::gil_scoped_release release;
    check_stream(stream.get_schema(&stream, schema.get()), stream);
  }
  check_type(*schema);
  while (true) {
    Held<ArrowArray> chunk;
    {
      const py::gil_scoped_release release;
      check_stream(stream.get_next(&stream, chunk.get()), stream);
    }
    if (chunk.is_released()) return schema;
    chunks.push_back(std::move(chunk));
    if (PyErr_CheckSignals() != 0) throw py::error_already_set();
  }
}

Held<ArrowSchema> read(const py::object& column, Chunks& chunks) {
  if (py::hasattr(column, "__arrow_c_stream__")) {
    const py::object capsule = column.attr("__arrow_c_stream__")();
    return read_stream(open_capsule<ArrowArrayStream>(capsule, "arrow_array_stream"), chunks);
  }
  const py::tuple capsules = column.attr("__arrow_c_array__")();
  Held schema(open_capsule<ArrowSchema>(capsules[0], "arrow_schema"));
  check_type(*schema);
  chunks.emplace_back(open_capsule<ArrowArray>(capsules[1], "arrow_array"));
  return schema;
}

}  // namespace

RawTexts borrow_arrow(const py::object& column) {
  auto chunks = std::make_shared<Chunks>();
  const auto schema = read(column, *chunks);
  const py::gil_scoped_release release;
  RawTexts raw;
  for (const auto& chunk : *chunks) text::view_strings(*schema, *chunk, raw.strings);
  raw.owners.push_back(std::move(chunks));
  return raw;
}

}  // namespace broadsheet::bindings
