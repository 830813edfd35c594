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

/// Writes the token as the rules of news spell it: plain apostrophes and hyphens, nothing
/// invisible.
void respell(std::string_view token, const NewsRules& rules, std::string& spelt) {
  spelt.clear();
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
}

/// Whether a byte may start one of the characters that `respell` knows, but for plain ASCII.
bool may_be_respelt(char byte) {
  switch (static_cast<unsigned char>(byte)) {
    case 0xC2:
    case 0xCA:
    case 0xD8:
    case 0xE2:
    case 0xEF:
      return true;
    default:
      return false;
  }
}

}  // namespace

text::MappedText strip_for_sklearn(std::string_view text, Accents accents) {
  return accents == Accents::kAscii ? text::keep_ascii(text) : text::strip_combining(text);
}

void Folder::fold(std::string_view token, std::string& term) {
  if (text::is_ascii(token)) {
    term = token;
    if (options_.lowercase) std::transform(term.begin(), term.end(), term.begin(), lower_ascii);
    return;
  }
  if (options_.preset == Preset::kNews && std::any_of(token.begin(), token.end(), may_be_respelt)) {
    respell(token, options_.rules, spelt_);
    token = spelt_;
  }
  if (options_.lowercase) {
    lower_.clear();
    text::append_lower(lower_, token);
    token = lower_;
  }
  term.clear();
  strip(token, term);
}

void Folder::strip(std::string_view lower, std::string& term) const {
  const bool is_sklearn = options_.preset == Preset::kSklearn;
  switch (options_.accents) {
    case Accents::kKept:
      if (is_sklearn) {
        term = lower;
      } else {
        text::append_normal(term, lower, text::NormalForm::kNfc);
      }
      break;
    case Accents::kStripped:
      if (is_sklearn) {
        text::append_without_combining(term, lower);
      } else {
        text::append_without_accents(term, lower);
      }
      break;
    case Accents::kAscii:
      text::append_ascii(term, lower);
  }
}

void fold_token(std::string_view token, const TokenizerOptions& options, std::string& term) {
  Folder(options).fold(token, term);
}

}  // namespace broadsheet::terms
