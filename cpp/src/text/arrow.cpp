#include "broadsheet/text/arrow.hpp"

#include <cstring>
#include <limits>

#include "broadsheet/require.hpp"

namespace broadsheet::text {
namespace {

using Strings = std::vector<std::optional<std::string_view>>;

/// Rows of an array, counted from the start of its buffers: its offset is in `begin`.
struct Rows {
  std::int64_t begin = 0;
  std::int64_t size = 0;
};

Rows all_rows(const ArrowArray& array) {
  require(array.length >= 0, "length of an Arrow array must not be negative, not ", array.length);
  require(array.offset >= 0, "offset of an Arrow array must not be negative, not ", array.offset);
  require(array.offset < std::numeric_limits<std::int64_t>::max() - array.length,
          "offset of an Arrow array is too large: ", array.offset);
  return {array.offset, array.length};
}

const void* buffer(const ArrowArray& array, std::int64_t index) {
  require(index < array.n_buffers && array.buffers != nullptr, "Arrow array has ", array.n_buffers,
          " buffers, its type needs buffer ", index);
  return array.buffers[index];
}

const void* needed_buffer(const ArrowArray& array, std::int64_t index) {
  const void* bytes = buffer(array, index);
  require(bytes != nullptr, "buffer ", index, " of an Arrow array is null");
  return bytes;
}

/// Reads an item of a buffer that need not be aligned.
template <typename T>
T load(const void* bytes, std::int64_t index) {
  T value;
  const auto* at = static_cast<const char*>(bytes) + index * std::int64_t{sizeof(T)};
  std::memcpy(&value, at, sizeof(T));
  return value;
}

class Validity {
 public:
  explicit Validity(const ArrowArray& array) {
    if (array.null_count == 0) return;
    bits_ = static_cast<const std::uint8_t*>(buffer(array, 0));
    require(bits_ != nullptr || array.null_count < 0, "Arrow array has ", array.null_count,
            " nulls but does not say where");
  }

  [[nodiscard]] bool operator[](std::int64_t row) const {
    return bits_ == nullptr || ((bits_[row >> 3] >> (row & 7)) & 1) != 0;
  }

 private:
  const std::uint8_t* bits_ = nullptr;
};

std::string_view view_bytes(const void* bytes, std::int64_t begin, std::int64_t size) {
  if (size == 0) return {};
  return {static_cast<const char*>(bytes) + begin, static_cast<std::size_t>(size)};
}

/// Strings between two offsets each: formats u and z (32 bits), U and Z (64 bits).
template <typename Offset>
void append_between_offsets(const ArrowArray& array, Rows rows, Strings& strings) {
  if (rows.size == 0) return;  // The buffers of no rows may be missing.
  const Validity is_valid(array);
  const void* offsets = needed_buffer(array, 1);
  const void* bytes = buffer(array, 2);
  auto end = load<Offset>(offsets, rows.begin);
  require(end >= 0, "row ", strings.size(), ": Arrow offset must not be negative, not ", end);
  for (std::int64_t row = rows.begin; row < rows.begin + rows.size; ++row) {
    const auto begin = end;
    end = load<Offset>(offsets, row + 1);
    require(begin <= end, "row ", strings.size(), ": Arrow offsets decrease from ", begin, " to ",
            end);
    require(begin == end || bytes != nullptr, "row ", strings.size(), ": Arrow data are missing");
    strings.emplace_back();
    if (is_valid[row]) strings.back() = view_bytes(bytes, begin, end - begin);
  }
}

/// One item of a string view array. Up to 12 bytes stand in it, in place of all but the size.
struct StringView {
  std::int32_t size;
  char prefix[4];
  std::int32_t buffer;
  std::int32_t offset;
};
static_assert(sizeof(StringView) == 16);

/// Strings of formats vu and vz: views into buffers whose sizes stand in the last buffer.
class ViewColumn {
 public:
  explicit ViewColumn(const ArrowArray& array)
      : array_(array), n_data_(array.n_buffers - 3), views_(needed_buffer(array, 1)) {
    require(n_data_ >= 0, "Arrow array of string views has ", array.n_buffers,
            " buffers, not 3 or more");
    if (n_data_ > 0) sizes_ = needed_buffer(array, array.n_buffers - 1);
  }

  /// @param number  What the row is called in an error.
  [[nodiscard]] std::string_view view(std::int64_t row, std::size_t number) const {
    constexpr std::int64_t kInline = 12;
    const auto item = load<StringView>(views_, row);
    require(item.size >= 0, "row ", number, ": Arrow view has size ", item.size);
    if (item.size <= kInline) {
      const auto* items = static_cast<const char*>(views_);
      return view_bytes(items, row * std::int64_t{sizeof(StringView)} + 4, item.size);
    }
    require(0 <= item.buffer && item.buffer < n_data_, "row ", number,
            ": Arrow view points into buffer ", item.buffer, " of ", n_data_);
    const std::int64_t end = std::int64_t{item.offset} + item.size;
    const auto n_bytes = load<std::int64_t>(sizes_, item.buffer);
    require(item.offset >= 0 && end <= n_bytes, "row ", number, ": Arrow view [", item.offset, ", ",
            end, ") leaves its buffer of ", n_bytes, " bytes");
    return view_bytes(needed_buffer(array_, 2 + item.buffer), item.offset, item.size);
  }

 private:
  const ArrowArray& array_;
  std::int64_t n_data_;
  const void* views_;
  const void* sizes_ = nullptr;
};

void append_views(const ArrowArray& array, Rows rows, Strings& strings) {
  if (rows.size == 0) return;
  const Validity is_valid(array);
  const ViewColumn column(array);
  for (std::int64_t row = rows.begin; row < rows.begin + rows.size; ++row) {
    strings.emplace_back();
    if (is_valid[row]) strings.back() = column.view(row, strings.size() - 1);
  }
}

std::int64_t load_index(char format, const void* indices, std::int64_t row) {
  switch (format) {
    case 'c':
      return load<std::int8_t>(indices, row);
    case 'C':
      return load<std::uint8_t>(indices, row);
    case 's':
      return load<std::int16_t>(indices, row);
    case 'S':
      return load<std::uint16_t>(indices, row);
    case 'i':
      return load<std::int32_t>(indices, row);
    case 'I':
      return load<std::uint32_t>(indices, row);
    case 'l':
    case 'L':
      return load<std::int64_t>(indices, row);  // Past 2**63 is out of range either way.
    default:
      require(false, "Arrow dictionary has indices of type '", format, "'");
  }
  return -1;
}

void append(const ArrowSchema& schema, const ArrowArray& array, Rows rows, Strings& strings);

void append_dictionary(const ArrowSchema& schema, const ArrowArray& array, Rows rows,
                       Strings& strings) {
  require(array.dictionary != nullptr, "Arrow dictionary array has no dictionary");
  if (rows.size == 0) return;
  Strings entries;
  append(*schema.dictionary, *array.dictionary, all_rows(*array.dictionary), entries);
  const auto n_entries = static_cast<std::int64_t>(entries.size());
  const Validity is_valid(array);
  const void* indices = needed_buffer(array, 1);
  for (std::int64_t row = rows.begin; row < rows.begin + rows.size; ++row) {
    strings.emplace_back();
    if (!is_valid[row]) continue;
    const std::int64_t index = load_index(schema.format[0], indices, row);
    require(0 <= index && index < n_entries, "row ", strings.size() - 1, ": Arrow index ", index,
            " is out of range for a dictionary of ", n_entries);
    strings.back() = entries[static_cast<std::size_t>(index)];
  }
}

void append_struct(const ArrowSchema& schema, const ArrowArray& array, Rows rows,
                   Strings& strings) {
  require(schema.n_children == 1 && array.n_children == 1, "expected one column of strings, not ",
          schema.n_children);
  const ArrowArray& child = *array.children[0];
  const Rows child_rows = all_rows(child);
  require(rows.begin + rows.size <= child_rows.size, "Arrow column has ", child_rows.size,
          " rows, its table needs ", rows.begin + rows.size);
  const std::size_t first = strings.size();
  append(*schema.children[0], child, {child_rows.begin + rows.begin, rows.size}, strings);
  const Validity is_valid(array);
  for (std::int64_t i = 0; i < rows.size; ++i) {
    if (!is_valid[rows.begin + i]) strings[first + static_cast<std::size_t>(i)].reset();
  }
}

void append(const ArrowSchema& schema, const ArrowArray& array, Rows rows, Strings& strings) {
  const std::string_view format = schema.format;
  if (schema.dictionary != nullptr) return append_dictionary(schema, array, rows, strings);
  if (format == "+s") return append_struct(schema, array, rows, strings);
  if (format == "u" || format == "z") {
    return append_between_offsets<std::int32_t>(array, rows, strings);
  }
  if (format == "U" || format == "Z") {
    return append_between_offsets<std::int64_t>(array, rows, strings);
  }
  if (format == "vu" || format == "vz") return append_views(array, rows, strings);
  require(format == "n", "expected a column of strings, not Arrow type '", format, "'");
  strings.resize(strings.size() + static_cast<std::size_t>(rows.size));
}

}  // namespace

bool holds_strings(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr) return holds_strings(*schema.dictionary);
  const std::string_view format = schema.format;
  if (format == "+s") return schema.n_children == 1 && holds_strings(*schema.children[0]);
  for (const std::string_view known : {"u", "U", "vu", "z", "Z", "vz", "n"}) {
    if (format == known) return true;
  }
  return false;
}

void view_strings(const ArrowSchema& schema, const ArrowArray& array,
                  std::vector<std::optional<std::string_view>>& strings) {
  append(schema, array, all_rows(array), strings);
}

}  // namespace broadsheet::text
