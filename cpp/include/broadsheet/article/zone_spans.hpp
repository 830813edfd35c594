#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

#include "broadsheet/article/zones.hpp"
#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::article {

/// Spans of N texts: those of text i are spans[indptr[i]] to spans[indptr[i + 1]], ascending.
struct ZoneSpans {
  std::vector<std::int64_t> indptr;  ///< N + 1.
  std::vector<text::Span> spans;
};

/// What is known of the zones of one text: headline and deck, or how they come about.
using RowZones = std::variant<ZoneDetection, KnownZones>;

/// What is known of the zones of N texts.
struct ZoneSource {
  ZoneDetection detection = ZoneDetection::kDetect;
  std::span<const RowZones> rows = {};  ///< N, which then go before `detection`; or none.
};

/// @throws std::invalid_argument  if zones are known of single texts, but not of `n_texts`.
void check(const ZoneSource& source, std::size_t n_texts);

/// The zones of text `row`, by what is known of them.
[[nodiscard]] Zones find_zones(std::string_view text, const ZoneSource& source, std::size_t row);

/// The spans of one zone of each text: what a tokenizer is restricted to. O(bytes).
///
/// Runs on the threads of `loop`; the result is the same for any number of them.
///
/// @param texts  N texts of valid UTF-8.
/// @throws std::invalid_argument  if zones are known of single texts, but not of N.
/// @throws std::out_of_range      if a known span does not lie within its text.
[[nodiscard]] ZoneSpans zone_spans(std::span<const std::string_view> texts,
                                   const ZoneSource& source, Zone zone,
                                   const parallel::LoopOptions& loop);

}  // namespace broadsheet::article
