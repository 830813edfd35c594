#include "broadsheet/statistics/familiar_words.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/properties.hpp"
#include "broadsheet/text/utf8.hpp"

namespace broadsheet::statistics {
namespace {

/// In lower case, with the apostrophe of ASCII.
std::string folded(std::string_view word) {
  std::string lower;
  text::append_lower(lower, word);
  constexpr std::string_view kCurly = "\u2019";
  for (std::size_t at = lower.find(kCurly); at != std::string::npos; at = lower.find(kCurly, at)) {
    lower.replace(at, kCurly.size(), 1, '\'');
  }
  return lower;
}

bool has_letter(std::string_view word) {
  for (std::int64_t at = 0; at < std::ssize(word);) {
    const text::CodePoint code_point = text::decode(word, at);
    if (text::is_letter(code_point.value)) return true;
    at += code_point.length;
  }
  return false;
}

bool is_consonant(char letter) {
  return 'a' <= letter && letter <= 'z' &&
         std::string_view("aeiou").find(letter) == std::string_view::npos;
}

bool is_doubled(std::string_view stem) {
  return stem.size() >= 3 && stem.back() == stem[stem.size() - 2] && is_consonant(stem.back());
}

}  // namespace

void FamiliarWords::add(std::string_view word) {
  words_.add(folded(word));
}

bool FamiliarWords::contains(std::string_view word) const {
  const std::string lower = folded(word);
  if (is_listed(lower) || !has_letter(lower)) return true;
  constexpr auto kEndings = std::to_array<std::string_view>(
      {"'s", "s", "es", "ed", "ing", "er", "est", "ies", "ied", "ier", "iest"});
  return std::ranges::any_of(kEndings,
                             [&](std::string_view ending) { return has_ending(lower, ending); });
}

bool FamiliarWords::has_ending(std::string_view word, std::string_view ending) const {
  if (!word.ends_with(ending) || word.size() == ending.size()) return false;
  const std::string_view stem = word.substr(0, word.size() - ending.size());
  if (ending.front() == 'i' && ending != "ing") return is_listed(std::string(stem) + 'y');
  if (is_listed(stem)) return true;
  if (ending.back() == 's') return false;
  return is_listed(std::string(stem) + 'e') ||
         (is_doubled(stem) && is_listed(stem.substr(0, stem.size() - 1)));
}

}  // namespace broadsheet::statistics
