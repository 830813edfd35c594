#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <unordered_set>

namespace broadsheet::article {

/// Calls `take` with each word of a list apart by "|".
template <typename Take>
void for_each_word(std::string_view words, Take take) {
  for (std::size_t begin = 0; begin <= words.size();) {
    const auto end = std::min(words.find('|', begin), words.size());
    take(words.substr(begin, end - begin));
    begin = end + 1;
  }
}

/// A fixed set of words, borrowed from a literal.
class WordSet {
 public:
  /// @param words  Words apart by "|", which live as long as the set.
  explicit WordSet(const char* words) {
    for_each_word(words, [&](std::string_view word) { words_.insert(word); });
  }

  [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  std::unordered_set<std::string_view> words_;
};

}  // namespace broadsheet::article
