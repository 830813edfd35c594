#include "broadsheet/text/case.hpp"

#include <array>

#include "ascii_run.hpp"
#include "broadsheet/text/utf8.hpp"
#include "tables/tables.hpp"

namespace broadsheet::text {
namespace {

/// What a code point becomes: one to three others.
struct Mapping {
  std::array<char32_t, 3> values{};
  int size = 1;
};

/// The tables of a mapping; see tables.hpp.
struct CaseTables {
  const std::uint8_t* blocks;
  const std::uint8_t* values;
  std::size_t n_deltas;
  const std::int32_t* deltas;
  const std::uint16_t* sequences;

  [[nodiscard]] Mapping map(char32_t value) const {
    const std::size_t place = tables::look_up(blocks, values, value);
    if (place < n_deltas) return {{value + static_cast<char32_t>(deltas[place])}, 1};
    const std::uint16_t* sequence = sequences + 3 * (place - n_deltas);
    return {{sequence[0], sequence[1], sequence[2]}, sequence[2] == 0 ? 2 : 3};
  }
};

constexpr char32_t kCapitalSigma = 0x3A3;
constexpr char32_t kSmallSigma = 0x3C3;
constexpr char32_t kFinalSigma = 0x3C2;

/// True where a cased letter stands before `begin`, but for what case ignores.
[[nodiscard]] bool follows_cased(std::string_view text, std::int64_t begin) {
  while (begin > 0) {
    const CodePoint code_point = decode_before(text, begin);
    if (!tables::has_property(code_point.value, tables::kCaseIgnorable)) {
      return tables::has_property(code_point.value, tables::kCased);
    }
    begin -= code_point.length;
  }
  return false;
}

/// True where a cased letter stands after `end`, but for what case ignores.
[[nodiscard]] bool precedes_cased(std::string_view text, std::int64_t end) {
  while (end < static_cast<std::int64_t>(text.size())) {
    const CodePoint code_point = decode(text, end);
    if (!tables::has_property(code_point.value, tables::kCaseIgnorable)) {
      return tables::has_property(code_point.value, tables::kCased);
    }
    end += code_point.length;
  }
  return false;
}

[[nodiscard]] Mapping lower_sigma(std::string_view text, Span sigma) {
  const bool is_final = follows_cased(text, sigma.begin) && !precedes_cased(text, sigma.end);
  return {{is_final ? kFinalSigma : kSmallSigma}, 1};
}

[[nodiscard]] Mapping lower_by_itself(char32_t value) {
  return CaseTables{tables::kLowerBlocks, tables::kLowerValues, tables::kLowerDeltaCount,
                    tables::kLowerDeltas, tables::kLowerSequences}
      .map(value);
}

/// Lower case of a code point of `text`, which starts at byte `at`.
[[nodiscard]] Mapping lower(std::string_view text, std::int64_t at, CodePoint code_point) {
  if (code_point.value == kCapitalSigma) return lower_sigma(text, {at, at + code_point.length});
  return lower_by_itself(code_point.value);
}

/// Case folding of a code point, which does not depend on where it stands.
[[nodiscard]] Mapping fold(std::string_view, std::int64_t, CodePoint code_point) {
  return CaseTables{tables::kFoldBlocks, tables::kFoldValues, tables::kFoldDeltaCount,
                    tables::kFoldDeltas, tables::kFoldSequences}
      .map(code_point.value);
}

using Rule = Mapping(std::string_view text, std::int64_t at, CodePoint code_point);

/// Appends ASCII, in which both rules are the same and need no table.
void append_ascii(std::string& cased, std::string_view ascii) {
  const std::size_t begin = cased.size();
  cased += ascii;
  // Upper-case letters differ from lower-case ones in one bit.
  for (std::size_t i = begin; i < cased.size(); ++i) {
    const auto byte = static_cast<unsigned char>(cased[i]);
    const bool is_upper = static_cast<unsigned char>(byte - 'A') < 26;
    cased[i] = static_cast<char>(byte | static_cast<unsigned>(is_upper) << 5);
  }
}

void append_mapping(std::string& text, const Mapping& mapping) {
  for (int i = 0; i < mapping.size; ++i) {
    append_utf8(text, mapping.values[static_cast<std::size_t>(i)]);
  }
}

/// Appends the image of `text`; true if each code point became one of the same length.
template <Rule rule>
bool append_cased(std::string& cased, std::string_view text) {
  bool is_in_place = true;
  for (std::size_t at = 0; at < text.size();) {
    if (const std::size_t end = ascii_run_end(text, at); end > at) {
      append_ascii(cased, text.substr(at, end - at));
      at = end;
      continue;
    }
    const CodePoint code_point = decode(text, static_cast<std::int64_t>(at));
    const Mapping mapping = rule(text, static_cast<std::int64_t>(at), code_point);
    at += static_cast<std::size_t>(code_point.length);
    const std::size_t end = cased.size() + static_cast<std::size_t>(code_point.length);
    append_mapping(cased, mapping);
    is_in_place &= mapping.size == 1 && cased.size() == end;
  }
  return is_in_place;
}

/// Where each byte of the image of `text` comes from.
template <Rule rule>
std::vector<std::int64_t> find_starts(std::string_view text) {
  const auto size = static_cast<std::int64_t>(text.size());
  std::vector<std::int64_t> starts;
  starts.reserve(text.size() + 1);
  std::string image;
  for (std::int64_t at = 0; at < size;) {
    const CodePoint code_point = decode(text, at);
    image.clear();
    append_mapping(image, rule(text, at, code_point));
    starts.insert(starts.end(), image.size(), at);
    at += code_point.length;
  }
  starts.push_back(size);
  return starts;
}

template <Rule rule>
MappedText map_case(std::string_view text) {
  MappedText mapped;
  mapped.text.reserve(text.size());
  const bool is_in_place = append_cased<rule>(mapped.text, text);
  if (!is_in_place) mapped.starts = find_starts<rule>(text);
  return mapped;
}

}  // namespace

MappedText to_lower(std::string_view text) {
  return map_case<lower>(text);
}

MappedText fold_case(std::string_view text) {
  return map_case<fold>(text);
}

std::optional<char32_t> lower_alone(char32_t value) {
  const Mapping mapping = lower_by_itself(value);
  if (value == kCapitalSigma || mapping.size != 1) return std::nullopt;
  return mapping.values[0];
}

void append_lower(std::string& lower_text, std::string_view text) {
  append_cased<lower>(lower_text, text);
}

}  // namespace broadsheet::text
