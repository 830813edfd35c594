#include <optional>
#include <string>
#include <string_view>

#include <pybind11/stl.h>

#include "bindings.hpp"
#include "borrowed_texts.hpp"
#include "broadsheet/statistics/concordance.hpp"
#include "broadsheet/statistics/contexts.hpp"
#include "broadsheet/statistics/hit_order.hpp"
#include "broadsheet/statistics/hit_terms.hpp"
#include "broadsheet/statistics/sample.hpp"
#include "broadsheet/statistics/window_hits.hpp"
#include "broadsheet/terms/labels.hpp"
#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/texts.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using statistics::Context;
using statistics::HitPlace;
using statistics::HitsView;
using statistics::Phrase;
using statistics::Side;
using terms::Vocabulary;
using text::Span;
using text::Texts;

namespace {

/// The ids of the terms that may stand in each place of each phrase; None for any.
using PlaceTerms = std::vector<std::vector<std::optional<Array<std::int32_t>>>>;

/// Document, position and number of tokens of each hit.
using HitArrays = std::tuple<Array<std::int32_t>, Array<std::int32_t>, Array<std::int32_t>>;

HitsView view_hits(const HitArrays& hits) {
  const auto& [documents, positions, lengths] = hits;
  return {as_span(documents), as_span(positions), as_span(lengths)};
}

HitPlace place_named(const std::string& side, std::int32_t distance) {
  if (side == "L") return {Side::kLeft, distance};
  if (side == "R") return {Side::kRight, distance};
  require(side == "node", "side must be 'L', 'R' or 'node', not '", side, "'");
  return {Side::kNode, distance};
}

statistics::SortKey key_named(const std::string& name, std::int32_t distance) {
  if (name == "node") return statistics::ByNode{};
  if (name == "document") return statistics::ByDocument{};
  return place_named(name, distance);
}

std::vector<Phrase> read_phrases(const PlaceTerms& places) {
  std::vector<Phrase> phrases;
  for (const auto& of_phrase : places) {
    Phrase& phrase = phrases.emplace_back();
    for (const auto& terms : of_phrase) {
      if (!terms) {
        phrase.push_back({.is_any = true});
        continue;
      }
      const auto ids = as_span(*terms);
      phrase.push_back({.terms = {ids.begin(), ids.end()}});
    }
  }
  return phrases;
}

/// @return  Document, position, number of tokens and phrase of each hit.
py::tuple own_hits(statistics::Hits hits) {
  return py::make_tuple(own_array(std::move(hits.documents)), own_array(std::move(hits.positions)),
                        own_array(std::move(hits.lengths)), own_array(std::move(hits.phrases)));
}

py::tuple find_hits(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                    std::int32_t n_terms, const PlaceTerms& places, int n_threads,
                    const py::object& progress) {
  const auto loop = loop_options(n_threads, progress);
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
  const auto phrases = read_phrases(places);
  statistics::Hits hits;
  {
    const py::gil_scoped_release release;
    hits = statistics::find_hits(tokens, phrases, loop);
  }
  return own_hits(std::move(hits));
}

/// @param nodes, collocates  The terms of each pair.
py::tuple window_hits(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                      std::int32_t n_terms, const Array<std::int64_t>& stretches,
                      const std::vector<std::int32_t>& nodes,
                      const std::vector<std::int32_t>& collocates, std::int32_t left,
                      std::int32_t right, int n_threads, const py::object& progress) {
  require(nodes.size() == collocates.size(), "collocates must be one a node: ", nodes.size(),
          ", not ", collocates.size());
  const auto loop = loop_options(n_threads, progress);
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), n_terms};
  std::vector<statistics::NodePair> pairs;
  for (std::size_t i = 0; i < nodes.size(); ++i) pairs.push_back({nodes[i], collocates[i]});
  statistics::Hits hits;
  {
    const py::gil_scoped_release release;
    hits = statistics::window_hits(tokens, as_span(stretches), pairs, {left, right}, loop);
  }
  return own_hits(std::move(hits));
}

Array<std::int64_t> hit_order(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                              const Vocabulary& vocabulary, const HitArrays& hits,
                              const std::vector<std::pair<std::string, std::int32_t>>& keys) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const HitsView view = view_hits(hits);
  std::vector<statistics::SortKey> sort_keys;
  for (const auto& [name, distance] : keys) sort_keys.push_back(key_named(name, distance));
  std::vector<std::int64_t> order;
  {
    const py::gil_scoped_release release;
    check(view, tokens.indptr);
    order = statistics::hit_order(tokens, vocabulary, view, sort_keys);
  }
  return own_array(std::move(order));
}

/// @return  The group of each hit, and the terms of each group, joined by a space, as labels.
py::tuple group_hits(const Array<std::int64_t>& indptr, const Array<std::int32_t>& ids,
                     const Vocabulary& vocabulary, const HitArrays& hits, const std::string& side,
                     std::int32_t distance) {
  const terms::TokenIdsView tokens{as_span(indptr), as_span(ids), vocabulary.size()};
  const HitsView view = view_hits(hits);
  const HitPlace place = place_named(side, distance);
  statistics::HitGroups found;
  terms::Labels labels;
  {
    const py::gil_scoped_release release;
    check(view, tokens.indptr);
    found = statistics::group_hits(tokens, view, place);
    labels = terms::labels(found.terms, vocabulary);
  }
  return py::make_tuple(own_array(std::move(found.groups)), own_array(std::move(labels.offsets)),
                        py::bytes(labels.bytes));
}

py::list strings(const Texts& texts, const HitsView& hits, const std::vector<Context>& contexts,
                 Span Context::* part) {
  py::list result(contexts.size());
  for (std::size_t i = 0; i < contexts.size(); ++i) {
    const auto document = static_cast<std::size_t>(hits.documents[i]);
    result[i] = py::str(text::slice(texts.views()[document], contexts[i].*part));
  }
  return result;
}

/// @param texts  Those of the documents that hits lie in; the arrays as `BorrowedTexts` takes them.
/// @return  Left, node and right of each hit as str, and begin and end of the node in code points.
py::tuple contexts(const Texts& texts, const Array<std::int64_t>& indptr,
                   const terms::Tokenizer& tokenizer, const ZoneArrays& zones,
                   const CountedArrays& counted, const SourceArrays& source, const HitArrays& hits,
                   std::int32_t window, bool within_sentence, int n_threads,
                   const py::object& progress) {
  const statistics::ContextOptions options{.window = window,
                                           .within_sentence = within_sentence,
                                           .loop = loop_options(n_threads, progress)};
  const BorrowedTexts cut(texts, indptr, tokenizer, zones, counted, source);
  const HitsView view = view_hits(hits);
  std::vector<Context> found;
  std::vector<std::int64_t> starts;
  std::vector<std::int64_t> ends;
  {
    const py::gil_scoped_release release;
    found = statistics::contexts(cut.view(), view, options);
    for (const Context& context : found) {
      starts.push_back(context.node_code_points.begin);
      ends.push_back(context.node_code_points.end);
    }
  }
  return py::make_tuple(strings(texts, view, found, &Context::left),
                        strings(texts, view, found, &Context::node),
                        strings(texts, view, found, &Context::right), own_array(std::move(starts)),
                        own_array(std::move(ends)));
}

}  // namespace

void bind_concordance(py::module_ module) {
  module.def("find_hits", &find_hits, "indptr"_a.noconvert(), "ids"_a.noconvert(), "n_terms"_a,
             "places"_a, py::kw_only(), "n_threads"_a, "progress"_a);
  module.def("window_hits", &window_hits, "indptr"_a.noconvert(), "ids"_a.noconvert(), "n_terms"_a,
             "stretches"_a.noconvert(), "nodes"_a, "collocates"_a, py::kw_only(), "left"_a,
             "right"_a, "n_threads"_a, "progress"_a);
  module.def("hit_order", &hit_order, "indptr"_a.noconvert(), "ids"_a.noconvert(), "vocabulary"_a,
             "hits"_a, "keys"_a);
  module.def("group_hits", &group_hits, "indptr"_a.noconvert(), "ids"_a.noconvert(), "vocabulary"_a,
             "hits"_a, "side"_a, "distance"_a);
  module.def("contexts", &contexts, "texts"_a, "indptr"_a.noconvert(), "tokenizer"_a, "zones"_a,
             "counted"_a, "source"_a, "hits"_a, py::kw_only(), "window"_a, "within_sentence"_a,
             "n_threads"_a, "progress"_a);
  module.def(
      "sample",
      [](std::int64_t n, std::int64_t n_drawn, std::uint64_t seed) {
        return own_array(statistics::sample(n, n_drawn, seed));
      },
      "n"_a, "n_drawn"_a, "seed"_a);
}

}  // namespace broadsheet::bindings
