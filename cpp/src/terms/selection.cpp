#include "broadsheet/terms/selection.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "broadsheet/require.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"
#include "news_characters.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

constexpr std::array<std::string_view, 19> kUnits{"k", "m",  "mn",  "mln", "b",  "bn", "bln",
                                                  "t", "tn", "trn", "st",  "nd", "rd", "th",
                                                  "s", "p",  "c",   "am",  "pm"};
constexpr std::size_t kLongestCountry = 3;

bool is_unit(std::string_view letters) {
  std::string lower(letters);
  for (char& byte : lower) byte = static_cast<char>(byte | 0x20);
  return std::find(kUnits.begin(), kUnits.end(), lower) != kUnits.end();
}

/// The end of the run of ASCII letters that starts at `at`.
std::int64_t end_of_letters(std::string_view term, std::int64_t at) {
  auto end = static_cast<std::size_t>(at);
  while (end < term.size() && is_ascii_letter(term[end])) ++end;
  return static_cast<std::int64_t>(end);
}

/// The length of the country in US$5m, or 0.
std::int64_t country_length(std::string_view term) {
  const std::int64_t end = end_of_letters(term, 0);
  const auto length = static_cast<std::size_t>(end);
  if (length == 0 || length > kLongestCountry || length == term.size()) return 0;
  return text::is_currency(text::decode(term, end).value) ? end : 0;
}

Verdict judge_term(std::string_view term, const SelectionOptions& options,
                   const Vocabulary& stop_words) {
  const std::int64_t length = text::count_code_points(term);
  if (length < options.min_length) return Verdict::kTooShort;
  if (length > options.max_length) return Verdict::kTooLong;
  if (!options.numbers && is_number(term)) return Verdict::kNumber;
  return stop_words.find(term) < 0 ? Verdict::kKept : Verdict::kStopWord;
}

}  // namespace

bool is_number(std::string_view term) {
  const auto size = static_cast<std::int64_t>(term.size());
  bool has_digit = false;
  bool is_after_digit = false;
  for (std::int64_t at = country_length(term); at < size;) {
    const std::int64_t letters_end = end_of_letters(term, at);
    if (letters_end > at) {
      if (!is_after_digit || !is_unit(text::slice(term, {at, letters_end}))) return false;
      is_after_digit = false;
      at = letters_end;
      continue;
    }
    const auto [value, length] = text::decode(term, at);
    if (text::is_letter(value)) return false;
    is_after_digit = text::is_numeric(value);
    has_digit |= is_after_digit;
    at += length;
  }
  return has_digit;
}

bool is_stemmable(std::string_view term) {
  for (std::int64_t at = 0; at < static_cast<std::int64_t>(term.size());) {
    const auto [value, length] = text::decode(term, at);
    const bool is_of_word =
        text::is_letter(value) || text::is_mark(value) || is_apostrophe(value) || is_hyphen(value);
    if (!is_of_word) return false;
    at += length;
  }
  return true;
}

std::vector<Verdict> judge(const Vocabulary& terms, const SelectionOptions& options,
                           const Vocabulary& stop_words) {
  require(options.min_length >= 0, "min_length must not be negative, not ", options.min_length);
  require(options.max_length >= options.min_length, "max_length must be at least min_length, ",
          options.min_length, ", not ", options.max_length);
  std::vector<Verdict> verdicts;
  verdicts.reserve(static_cast<std::size_t>(terms.size()));
  for (std::int32_t id = 0; id < terms.size(); ++id) {
    verdicts.push_back(judge_term(terms.term(id), options, stop_words));
  }
  return verdicts;
}

Selection select_terms(const Vocabulary& terms, std::span<const Verdict> verdicts,
                       std::span<const std::string_view> stems) {
  const auto n_terms = static_cast<std::size_t>(terms.size());
  require(verdicts.size() == n_terms, "verdicts must be of ", n_terms, " terms, not of ",
          verdicts.size());
  require(stems.empty() || stems.size() == n_terms, "stems must be of ", n_terms, " terms, not of ",
          stems.size());
  Selection selection;
  selection.new_ids.reserve(n_terms);
  for (std::size_t id = 0; id < n_terms; ++id) {
    const auto term = stems.empty() ? terms.term(static_cast<std::int32_t>(id)) : stems[id];
    const bool is_kept = verdicts[id] == Verdict::kKept && !term.empty();
    selection.new_ids.push_back(is_kept ? selection.terms.add(term) : -1);
  }
  return selection;
}

}  // namespace broadsheet::terms
