#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/text/span.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::text {

/// N texts, each put together from P parts, a line feed between two.
struct JoinedTexts {
  Texts texts;
  std::vector<Span> spans;  ///< N x P, by rows: where each part went. Empty for an empty part.
};

/// Joins the first text of each part, the second of each, and so on. An empty text leaves no line
/// behind. O(bytes), in one block of memory.
///
/// @param parts  At least one; all of N texts.
/// @throws std::invalid_argument  if there is no part, or the parts are not of one length.
[[nodiscard]] JoinedTexts join(std::span<const Texts* const> parts);

}  // namespace broadsheet::text
