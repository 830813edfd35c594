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

/// Whether a byte may start one of the characters that `respell` knows, but for plain ASCII.
bool may_be_respelt(char byte) {
  return std::string_view("\xC2\xCA\xD8\xE2\xEF").find(byte) != std::string_view::npos;
}

void fold_non_ascii(std::string_view token, const TokenizerOptions& options, std::string& term) {
  std::string spelt;
  if (options.preset == Preset::kNews && std::any_of(token.begin(), token.end(), may_be_respelt)) {
    spelt = respell(token, options.rules);
    token = spelt;
  }
  term.clear();
  if (options.lowercase) {
    text::append_lower(term, token);
  } else {
    term = token;
  }
  if (options.preset == Preset::kSklearn) {
    if (options.accents != Accents::kKept) term = strip_for_sklearn(term, options.accents).text;
  } else if (options.accents == Accents::kStripped) {
    term = text::strip_accents(term).text;
  } else if (!text::is_surely_nfc(term)) {
    term = text::normalize(term, text::NormalForm::kNfc).text;
  }
}

}  // namespace

text::MappedText strip_for_sklearn(std::string_view text, Accents accents) {
  return accents == Accents::kAscii ? text::keep_ascii(text) : text::strip_combining(text);
}

void fold_token(std::string_view token, const TokenizerOptions& options, std::string& term) {
  if (!text::is_ascii(token)) {
    fold_non_ascii(token, options, term);
    return;
  }
  term = token;
  if (options.lowercase) std::transform(term.begin(), term.end(), term.begin(), lower_ascii);
}

}  // namespace broadsheet::terms
