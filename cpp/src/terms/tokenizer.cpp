#include "broadsheet/terms/tokenizer.hpp"

#include "append.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/text/case.hpp"
#include "broadsheet/text/normalization.hpp"
#include "fold.hpp"
#include "segments.hpp"

namespace broadsheet::terms {
namespace {

/// Under kSklearn the text is folded before it is cut, so spans have to find their way back.
std::vector<Token> explain_sklearn(std::string_view text, const TokenizerOptions& options) {
  text::MappedText lower{std::string(text), {}};
  if (options.lowercase) lower = text::to_lower(text);
  text::MappedText folded{lower.text, {}};
  if (options.accents != Accents::kKept) folded = strip_for_sklearn(lower.text, options.accents);
  std::vector<Segment> segments;
  scan_sklearn(folded.text, options.min_length, segments);
  std::vector<Token> tokens;
  tokens.reserve(segments.size());
  for (const Segment& segment : segments) {
    tokens.push_back({lower.origin(folded.origin(segment.span)),
                      std::string(text::slice(folded.text, segment.span)), segment.rule});
  }
  return tokens;
}

}  // namespace

Tokenizer::Tokenizer(TokenizerOptions options) : options_(options) {
  const bool is_sklearn = options.preset == Preset::kSklearn;
  require(!options.punctuation || !is_sklearn,
          "punctuation must be off under the sklearn preset, whose pattern has none");
  require(
      options.accents != Accents::kAscii || is_sklearn,
      "strip_accents must not be 'ascii' but under the sklearn preset, since it loses the words "
      "of other scripts");
  require(options.min_length >= 1, "min_length must be at least 1, not ", options.min_length);
}

std::vector<Token> Tokenizer::explain(std::string_view text) const {
  if (options_.preset == Preset::kSklearn) return explain_sklearn(text, options_);
  std::vector<Token> tokens;
  std::vector<Segment> segments;
  Folder folder(options_);
  for (text::Span stretch = next_stretch(text, 0); !stretch.is_empty();
       stretch = next_stretch(text, stretch.end)) {
    segments.clear();
    scan(text, stretch, options_, segments);
    for (const Segment& segment : segments) {
      if (!is_token(segment, options_)) continue;
      Token token{segment.span, {}, segment.rule};
      folder.fold(text::slice(text, segment.span), token.term);
      if (!token.term.empty()) tokens.push_back(std::move(token));
    }
  }
  return tokens;
}

void Tokenizer::append_ids(std::string_view text, Vocabulary& vocabulary,
                           LargeArray<std::int32_t>& ids) const {
  Appender(options_, vocabulary, ids).append(text);
}

std::string Tokenizer::fold(std::string_view word) const {
  std::string term;
  fold_token(word, options_, term);
  return term;
}

}  // namespace broadsheet::terms
