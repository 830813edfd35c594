#pragma once

#include <algorithm>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "broadsheet/terms/token_ids.hpp"
#include "broadsheet/terms/vocabulary.hpp"

namespace broadsheet::terms {

/// Tokens of small documents, for tests.
struct SampleTokens {
  std::vector<std::int64_t> indptr = {0};
  std::vector<std::int32_t> ids;
  Vocabulary vocabulary;

  /// Adds a document: words that single spaces separate.
  void add(const std::string& text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      ids.push_back(vocabulary.add(text.substr(begin, end - begin)));
      begin = end + 1;
    }
    indptr.push_back(static_cast<std::int64_t>(ids.size()));
  }

  [[nodiscard]] TokenIdsView view() const { return {indptr, ids, vocabulary.size()}; }
};

inline SampleTokens tokens_of(const std::vector<std::string>& texts) {
  SampleTokens tokens;
  for (const std::string& text : texts) tokens.add(text);
  return tokens;
}

/// Documents of up to `longest` of the words "w0", "w1", ..., small numbers more often.
inline SampleTokens random_tokens(unsigned seed, int n_documents, int longest, int n_words) {
  std::mt19937 random(seed);
  SampleTokens tokens;
  for (int document = 0; document < n_documents; ++document) {
    std::string text;
    const auto length = static_cast<int>(random() % static_cast<unsigned>(longest + 1));
    for (int i = 0; i < length; ++i) {
      const unsigned bound = 1 + static_cast<unsigned>(random()) % static_cast<unsigned>(n_words);
      text += (text.empty() ? "w" : " w") + std::to_string(random() % bound);
    }
    tokens.add(text);
  }
  return tokens;
}

}  // namespace broadsheet::terms
