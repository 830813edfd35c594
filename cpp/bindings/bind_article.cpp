#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/article/overview.hpp"
#include "broadsheet/article/zone_spans.hpp"
#include "broadsheet/article/zones.hpp"
#include "broadsheet/text/texts.hpp"
#include "zone_source.hpp"

namespace broadsheet::bindings {
namespace {

using namespace py::literals;
using article::KnownZones;
using article::Overview;
using article::Zone;
using article::Zones;
using text::Span;

// Headline and deck as begin and end of bytes.
using KnownBytes = std::tuple<std::int64_t, std::int64_t, std::int64_t, std::int64_t>;

/// n x 2: where each span begins and ends.
Array<std::int64_t> spans_array(const std::vector<Span>& spans) {
  std::vector<std::int64_t> offsets;
  offsets.reserve(2 * spans.size());
  for (const Span span : spans) offsets.insert(offsets.end(), {span.begin, span.end});
  return own_array(std::move(offsets)).reshape({-1, 2});
}

Array<std::int64_t> part_array(Span span) {
  return spans_array(span.is_empty() ? std::vector<Span>{} : std::vector<Span>{span});
}

py::dict find_zones(std::string_view text, bool detect, std::optional<KnownBytes> known) {
  Zones zones;
  {
    const py::gil_scoped_release release;
    if (known) {
      const auto [headline_begin, headline_end, deck_begin, deck_end] = *known;
      zones = article::find_zones(text, KnownZones{.headline = {headline_begin, headline_end},
                                                   .deck = {deck_begin, deck_end}});
    } else {
      zones = article::find_zones(text, detection_of(detect));
    }
    zones = article::in_code_points(text, std::move(zones));
  }
  const auto dateline = zones.dateline.value_or(article::Dateline{});
  return py::dict("headline"_a = part_array(zones.headline), "deck"_a = part_array(zones.deck),
                  "byline"_a = part_array(zones.byline), "dateline"_a = part_array(dateline.whole),
                  "place"_a = part_array(dateline.place), "region"_a = part_array(dateline.region),
                  "date"_a = part_array(dateline.date), "agency"_a = part_array(dateline.agency),
                  "body"_a = part_array(zones.body), "paragraphs"_a = spans_array(zones.paragraphs),
                  "sentences"_a = spans_array(zones.sentences));
}

py::tuple zone_spans(const text::Texts& texts, const std::string& zone, bool detect,
                     const std::optional<Array<std::int64_t>>& known, int n_threads,
                     const py::object& progress) {
  const auto wanted = zone_named(zone);
  const auto loop = loop_options(n_threads, progress);
  const auto rows = view_known(known);
  article::ZoneSpans result;
  {
    const py::gil_scoped_release release;
    result = article::zone_spans(texts.views(), {.detection = detection_of(detect), .rows = rows},
                                 wanted, loop);
  }
  return py::make_tuple(own_array(std::move(result.indptr)), spans_array(result.spans));
}

/// A part of each text as a str, or None.
py::list part_column(const text::Texts& texts, const std::vector<Overview>& rows,
                     Span Overview::* part) {
  py::list column;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const Span span = rows[row].*part;
    if (span.is_empty()) {
      column.append(py::none());
    } else {
      column.append(py::str(text::slice(texts.views()[row], span)));
    }
  }
  return column;
}

Array<std::int64_t> count_column(const std::vector<Overview>& rows,
                                 std::int64_t Overview::* count) {
  std::vector<std::int64_t> counts;
  counts.reserve(rows.size());
  for (const auto& row : rows) counts.push_back(row.*count);
  return own_array(std::move(counts));
}

/// Columns of a table with a row for each text.
py::dict overviews(const text::Texts& texts, bool detect,
                   const std::optional<Array<std::int64_t>>& known, int n_threads,
                   const py::object& progress) {
  const auto loop = loop_options(n_threads, progress);
  const auto known_rows = view_known(known);
  std::vector<Overview> rows;
  {
    const py::gil_scoped_release release;
    rows = article::overviews(texts.views(),
                              {.detection = detection_of(detect), .rows = known_rows}, loop);
  }
  return py::dict("headline"_a = part_column(texts, rows, &Overview::headline),
                  "deck"_a = part_column(texts, rows, &Overview::deck),
                  "byline"_a = part_column(texts, rows, &Overview::byline),
                  "place"_a = part_column(texts, rows, &Overview::place),
                  "region"_a = part_column(texts, rows, &Overview::region),
                  "date"_a = part_column(texts, rows, &Overview::date),
                  "agency"_a = part_column(texts, rows, &Overview::agency),
                  "n_paragraphs"_a = count_column(rows, &Overview::n_paragraphs),
                  "n_sentences"_a = count_column(rows, &Overview::n_sentences));
}

}  // namespace

void bind_article(py::module_ module) {
  module.def("find_zones", &find_zones, "text"_a, py::kw_only(), "detect"_a,
             "known"_a = py::none());
  module.def("zone_spans", &zone_spans, "texts"_a, "zone"_a, py::kw_only(), "detect"_a,
             py::arg("known").noconvert() = py::none(), "n_threads"_a, "progress"_a);
  module.def("overviews", &overviews, "texts"_a, py::kw_only(), "detect"_a,
             py::arg("known").noconvert() = py::none(), "n_threads"_a, "progress"_a);
}

}  // namespace broadsheet::bindings
