#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include <pybind11/native_enum.h>
#include <pybind11/stl.h>

#include "bindings.hpp"
#include "broadsheet/terms/tokenizer.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::bindings {

using namespace py::literals;
using terms::NewsRules;
using terms::Token;
using terms::Tokenizer;
using terms::TokenizerOptions;
using text::Span;

namespace {

struct NamedRule {
  std::string_view name;
  bool NewsRules::* rule;
};

constexpr std::array<NamedRule, 14> kNewsRules{{
    {"urls", &NewsRules::urls},
    {"emails", &NewsRules::emails},
    {"handles", &NewsRules::handles},
    {"hashtags", &NewsRules::hashtags},
    {"money", &NewsRules::money},
    {"percents", &NewsRules::percents},
    {"dates", &NewsRules::dates},
    {"abbreviations", &NewsRules::abbreviations},
    {"ampersands", &NewsRules::ampersands},
    {"hyphens", &NewsRules::hyphens},
    {"apostrophes", &NewsRules::apostrophes},
    {"possessives", &NewsRules::possessives},
    {"stops", &NewsRules::stops},
    {"invisibles", &NewsRules::invisibles},
}};

// Both in the order of the enumerators.
constexpr std::array<std::string_view, 3> kPresets{"news", "unicode", "sklearn"};
constexpr std::array<std::string_view, 15> kRules{
    "word",      "number", "url",        "email",      "handle",
    "hashtag",   "money",  "percent",    "date",       "abbreviation",
    "ampersand", "hyphen", "pictograph", "possessive", "punctuation"};

Tokenizer make_tokenizer(std::string_view preset, bool lowercase, terms::Accents accents,
                         bool punctuation, std::int64_t min_length,
                         const std::vector<std::string>& rules_off) {
  const auto found = std::find(kPresets.begin(), kPresets.end(), preset);
  require(found != kPresets.end(), "preset must be 'news', 'unicode' or 'sklearn', not '", preset,
          "'");
  TokenizerOptions options{.preset = static_cast<terms::Preset>(found - kPresets.begin()),
                           .lowercase = lowercase,
                           .accents = accents,
                           .punctuation = punctuation,
                           .min_length = min_length};
  for (const NamedRule& named : kNewsRules) {
    if (std::find(rules_off.begin(), rules_off.end(), named.name) != rules_off.end()) {
      options.rules.*named.rule = false;
    }
  }
  return Tokenizer(options);
}

std::vector<Token> explain_zones(const Tokenizer& tokenizer, std::string_view text,
                                 std::span<const std::int64_t> zones) {
  require(zones.size() % 2 == 0, "zones must be pairs, not ", zones.size(), " numbers");
  std::vector<Token> tokens;
  for (std::size_t i = 0; i < zones.size(); i += 2) {
    const Span zone{zones[i], zones[i + 1]};
    require(0 <= zone.begin && zone.begin <= zone.end &&
                zone.end <= static_cast<std::int64_t>(text.size()),
            "zones must lie within the text");
    for (Token& token : tokenizer.explain(text::slice(text, zone))) {
      token.span = {zone.begin + token.span.begin, zone.begin + token.span.end};
      tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

/// Begins or ends of the tokens, in code points.
Array<std::int64_t> offsets(std::string_view text, const std::vector<Token>& tokens,
                            std::int64_t Span::* edge) {
  std::vector<std::int64_t> offsets;
  offsets.reserve(tokens.size());
  for (const Token& token : tokens) offsets.push_back(token.span.*edge);
  text::to_code_points(text, offsets);
  return own_array(std::move(offsets));
}

/// @param zones  Begin and end of each zone in bytes, ascending, one behind the other; or None.
py::tuple explain(const Tokenizer& tokenizer, std::string_view text,
                  const std::optional<Array<std::int64_t>>& zones) {
  const std::array<std::int64_t, 2> whole{0, static_cast<std::int64_t>(text.size())};
  const std::span<const std::int64_t> zone_span = zones ? as_span(*zones) : whole;
  std::vector<Token> tokens;
  {
    const py::gil_scoped_release release;
    tokens = explain_zones(tokenizer, text, zone_span);
  }
  py::list terms(tokens.size());
  py::list rules(tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    terms[i] = py::cast(tokens[i].term);
    rules[i] = py::cast(kRules[static_cast<std::size_t>(tokens[i].rule)]);
  }
  return py::make_tuple(terms, offsets(text, tokens, &Span::begin),
                        offsets(text, tokens, &Span::end), rules);
}

}  // namespace

void bind_tokenizer(py::module_ module) {
  py::native_enum<terms::Accents>(module, "Accents", "enum.Enum")
      .value("KEPT", terms::Accents::kKept)
      .value("STRIPPED", terms::Accents::kStripped)
      .value("ASCII", terms::Accents::kAscii)
      .finalize();
  py::class_<Tokenizer>(module, "Tokenizer")
      .def(py::init(&make_tokenizer), "preset"_a, py::kw_only(), "lowercase"_a, "accents"_a,
           "punctuation"_a, "min_length"_a, "rules_off"_a)
      .def("explain", &explain, "text"_a, "zones"_a.noconvert())
      .def("fold", &Tokenizer::fold, "word"_a);
  py::tuple rules(kNewsRules.size());
  for (std::size_t i = 0; i < kNewsRules.size(); ++i) rules[i] = py::cast(kNewsRules[i].name);
  module.attr("NEWS_RULES") = rules;
  module.attr("TOKENIZER_VERSION") = terms::kTokenizerVersion;
}

}  // namespace broadsheet::bindings
