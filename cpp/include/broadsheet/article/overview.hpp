#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// What stands at the head of an article, and how much follows: a row of a table of articles.
///
/// Spans are bytes of the text; a part that is not there is empty.
struct Overview {
  text::Span headline = {};
  text::Span deck = {};
  text::Span byline = {};
  text::Span place = {};
  text::Span region = {};
  text::Span date = {};
  text::Span agency = {};
  std::int64_t n_paragraphs = 0;
  std::int64_t n_sentences = 0;

  friend bool operator==(const Overview&, const Overview&) = default;
};

/// An overview of each of N texts. O(bytes).
///
/// Runs on the threads of `loop`; the result is the same for any number of them.
///
/// @param texts  N texts of valid UTF-8.
/// @throws std::invalid_argument  if there are known zones, but not N.
/// @throws std::out_of_range      if a known span does not lie within its text.
[[nodiscard]] std::vector<Overview> overviews(std::span<const std::string_view> texts,
                                              const ZoneSource& source,
                                              const parallel::LoopOptions& loop);

}  // namespace broadsheet::article
