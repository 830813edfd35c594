#include "broadsheet/text/joined_texts.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include "broadsheet/require.hpp"

namespace broadsheet::text {
namespace {

void check_parts(std::span<const Texts* const> parts) {
  require(!parts.empty(), "parts must be at least one");
  for (const Texts* part : parts) {
    require(part->size() == parts[0]->size(), "parts must be of one length, not of ",
            parts[0]->size(), " and ", part->size(), " texts");
  }
}

/// Room for every byte and for a line feed behind each text.
std::size_t bound_of(std::span<const Texts* const> parts) {
  std::int64_t n_bytes = 0;
  for (const Texts* part : parts) n_bytes += part->n_bytes() + part->size();
  return static_cast<std::size_t>(n_bytes);
}

}  // namespace

JoinedTexts join(std::span<const Texts* const> parts) {
  check_parts(parts);
  const auto n_texts = parts[0]->views().size();
  auto bytes = std::make_shared<std::string>();
  bytes->reserve(bound_of(parts));  // Views into it stay valid while it grows.
  std::vector<Span> spans;
  spans.reserve(n_texts * parts.size());
  std::vector<std::string_view> views;
  views.reserve(n_texts);
  for (std::size_t row = 0; row < n_texts; ++row) {
    const std::size_t start = bytes->size();
    for (const Texts* part : parts) {
      const std::string_view text = part->views()[row];
      if (!text.empty() && bytes->size() > start) bytes->push_back('\n');
      const auto begin = static_cast<std::int64_t>(bytes->size() - start);
      spans.push_back({begin, begin + static_cast<std::int64_t>(text.size())});
      bytes->append(text);
    }
    views.emplace_back(bytes->data() + start, bytes->size() - start);
  }
  return {Texts(std::move(views), {std::move(bytes)}), std::move(spans)};
}

}  // namespace broadsheet::text
