#include "fold.hpp"

#include <algorithm>

#include "broadsheet/text/case.hpp"
#include "broadsheet/text/normalization.hpp"
#include "broadsheet/text/utf8.hpp"
#include "news_characters.hpp"

namespace broadsheet::terms {
namespace {

char lower_ascii(char byte) {
  return 'A' <= byte && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

/// The token as the rules of news spell it: plain apostrophes and hyphens, nothing invisible.
std::string respell(std::string_view token, const NewsRules& rules) {
  std::string spelt;
  const auto size = static_cast<std::int64_t>(token.size());
  for (std::int64_t at = 0; at < size;) {
    const auto [value, length] = text::decode(token, at);
    const bool is_inside = at > 0 && at + length < size;
    if (rules.apostrophes && is_inside && is_apostrophe(value)) {
      spelt.push_back('\'');
    } else if (rules.hyphens && is_inside && is_hyphen(value)) {
      spelt.push_back('-');
    } else if (!rules.invisibles || !is_invisible(value)) {
      spelt.append(text::slice(token, {at, at + length}));
    }
    at += length;
  }
  return spelt;
}

std::string fold_non_ascii(std::string_view token, const TokenizerOptions& options) {
  std::string term;
  if (options.preset == Preset::kNews) {
    term = respell(token, options.rules);
  } else {
    term = token;
  }
  if (options.lowercase) {
    std::string lower;
    text::append_lower(lower, term);
    term = std::move(lower);
  }
  if (options.strip_accents) return text::strip_accents(term).text;
  if (options.preset == Preset::kSklearn || text::is_surely_nfc(term)) return term;
  return text::normalize(term, text::NormalForm::kNfc).text;
}

}  // namespace

void fold_token(std::string_view token, const TokenizerOptions& options, std::string& term) {
  if (!text::is_ascii(token)) {
    term = fold_non_ascii(token, options);
    return;
  }
  term = token;
  if (options.lowercase) std::transform(term.begin(), term.end(), term.begin(), lower_ascii);
}

}  // namespace broadsheet::terms
