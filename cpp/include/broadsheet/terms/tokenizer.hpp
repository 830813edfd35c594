#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/vocabulary.hpp"
#include "broadsheet/text/span.hpp"

namespace broadsheet::terms {

// The shape only; the owner of this slice completes options, rules and comments.

enum class Preset { kNews, kUnicode, kSklearn };

struct TokenizerOptions {
  Preset preset = Preset::kNews;
  bool lowercase = true;
  bool strip_accents = false;
};

/// A token: where it stands in the text, the term it counts as, and the rule that made it.
struct Token {
  text::Span span;
  std::string term;
  // Rule rule;
};

/// Cuts texts into tokens. Immutable, hence shareable between threads.
class Tokenizer {
 public:
  explicit Tokenizer(TokenizerOptions options = {});

  /// The tokens of a text with their spans and rules: what explains, not what counts.
  [[nodiscard]] std::vector<Token> explain(std::string_view text) const;

  /// Appends the id of each token of `text` to `ids`, adding new terms to `vocabulary`: the fast
  /// path, equal to `explain` token by token.
  void append_ids(std::string_view text, Vocabulary& vocabulary,
                  std::vector<std::int32_t>& ids) const;
};

}  // namespace broadsheet::terms
