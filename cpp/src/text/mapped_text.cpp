#include "broadsheet/text/mapped_text.hpp"

#include <algorithm>

#include "broadsheet/text/utf8.hpp"

namespace broadsheet::text {

Span MappedText::origin(Span span) const {
  return find_origin(starts, span);
}

MappedText chain(const MappedText& first, MappedText second) {
  if (first.starts.empty()) return second;
  if (second.starts.empty()) {
    second.starts = first.starts;
    return second;
  }
  const auto size = static_cast<std::int64_t>(second.text.size());
  std::int64_t start = 0;
  for (std::int64_t at = 0; at < size;) {
    const int length = decode(second.text, at).length;
    const auto bytes = std::span(second.starts).subspan(static_cast<std::size_t>(at));
    const auto place = static_cast<std::size_t>(bytes.front());
    // Where `second` cuts what comes from one piece of the original, both parts come from all of
    // it, hence from whatever the part before comes from.
    const bool is_cut = place > 0 && first.starts[place] == first.starts[place - 1];
    if (!is_cut) start = first.starts[place];
    std::ranges::fill(bytes.first(static_cast<std::size_t>(length)), start);
    at += length;
  }
  second.starts.back() = first.starts.back();
  return second;
}

std::vector<std::int64_t> code_point_starts(const MappedText& mapped, std::string_view original) {
  std::vector<std::int64_t> starts;
  if (mapped.starts.empty()) return starts;
  const auto size = static_cast<std::int64_t>(mapped.text.size());
  starts.reserve(static_cast<std::size_t>(count_code_points(mapped.text)) + 1);
  for (std::int64_t at = 0; at < size; at += decode(mapped.text, at).length) {
    starts.push_back(mapped.starts[static_cast<std::size_t>(at)]);
  }
  starts.push_back(mapped.starts.back());
  to_code_points(original, starts);
  return starts;
}

Span find_origin(std::span<const std::int64_t> starts, Span span) {
  if (starts.empty()) return span;
  const std::int64_t begin = starts[static_cast<std::size_t>(span.begin)];
  if (span.is_empty()) return {begin, begin};
  const auto rest = starts.subspan(static_cast<std::size_t>(span.end) - 1);
  const auto next = std::upper_bound(rest.begin(), rest.end(), rest.front());
  return {begin, next == rest.end() ? starts.back() : *next};
}

}  // namespace broadsheet::text
