#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_set>

namespace broadsheet::article {

/// A fixed set of words.
class WordSet {
 public:
  /// @param words  Words apart by "|".
  explicit WordSet(std::string_view words) {
    for (std::size_t begin = 0; begin <= words.size();) {
      const auto end = std::min(words.find('|', begin), words.size());
      words_.emplace(words.substr(begin, end - begin));
      begin = end + 1;
    }
  }

  [[nodiscard]] bool contains(std::string_view word) const { return words_.contains(word); }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const noexcept {
      return std::hash<std::string_view>{}(word);
    }
  };

  std::unordered_set<std::string, Hash, std::equal_to<>> words_;
};

}  // namespace broadsheet::article
