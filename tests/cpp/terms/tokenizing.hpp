#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/tokenizer.hpp"

namespace broadsheet::terms {

using Words = std::vector<std::string>;

/// The text that each token covers.
inline Words pieces(const Tokenizer& tokenizer, std::string_view text) {
  Words pieces;
  for (const Token& token : tokenizer.explain(text)) {
    pieces.emplace_back(text::slice(text, token.span));
  }
  return pieces;
}

/// The terms on the slow path.
inline Words terms(const Tokenizer& tokenizer, std::string_view text) {
  Words terms;
  for (const Token& token : tokenizer.explain(text)) terms.push_back(token.term);
  return terms;
}

/// The terms on the fast path.
inline Words counted_terms(const Tokenizer& tokenizer, std::string_view text) {
  Vocabulary vocabulary;
  LargeArray<std::int32_t> ids;
  tokenizer.append_ids(text, vocabulary, ids);
  Words terms;
  for (const std::int32_t id : ids) terms.emplace_back(vocabulary.term(id));
  return terms;
}

}  // namespace broadsheet::terms
