#pragma once

#include <cstdint>
#include <vector>

#include "bindings.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::bindings {

/// @param edges  n x 2: where each span begins and ends.
inline std::vector<text::Span> as_spans(const Array<std::int64_t>& edges) {
  require(edges.ndim() == 2 && edges.shape(1) == 2, "spans must have two columns");
  std::vector<text::Span> spans;
  spans.reserve(static_cast<std::size_t>(edges.shape(0)));
  const auto at = edges.unchecked<2>();
  for (py::ssize_t i = 0; i < edges.shape(0); ++i) spans.push_back({at(i, 0), at(i, 1)});
  return spans;
}

}  // namespace broadsheet::bindings
