#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

// The C data and stream interfaces of Apache Arrow, declared under their official guards: an ABI,
// so no dependency. https://arrow.apache.org/docs/format/CDataInterface.html
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  void (*release)(struct ArrowSchema*);
  void* private_data;
};
struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  void (*release)(struct ArrowArray*);
  void* private_data;
};
#endif
#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE
struct ArrowArrayStream {
  int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema*);
  int (*get_next)(struct ArrowArrayStream*, struct ArrowArray*);
  const char* (*get_last_error)(struct ArrowArrayStream*);
  void (*release)(struct ArrowArrayStream*);
  void* private_data;
};
#endif

namespace broadsheet::text {

/// Whether a column is of strings: utf8, large_utf8, utf8_view, their binary twins, null, a
/// dictionary of these, or a struct with one such column.
[[nodiscard]] bool holds_strings(const ArrowSchema& schema);

/// Appends the strings of an Arrow array, borrowed, to `strings`; nothing for a null.
///
/// Takes what `holds_strings`, from the offset of the array on. O(rows). Bounds are checked as far
/// as the interface carries sizes: lengths, monotonic offsets, views against their buffers,
/// dictionary indices. UTF-8 is not checked here.
///
/// @throws std::invalid_argument  if the type is another, or a check fails, naming the row.
void view_strings(const ArrowSchema& schema, const ArrowArray& array,
                  std::vector<std::optional<std::string_view>>& strings);

}  // namespace broadsheet::text
