#pragma once

#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/text/texts.hpp"

namespace broadsheet::terms {

inline text::Texts texts_of(const std::vector<std::string>& strings) {
  const auto owner = std::make_shared<const std::vector<std::string>>(strings);
  return {{owner->begin(), owner->end()}, {owner}};
}

/// Texts of up to `longest` of the given pieces, the first more often.
inline std::vector<std::string> random_strings(unsigned seed, std::size_t n_strings,
                                               std::size_t longest,
                                               const std::vector<std::string>& pieces) {
  std::mt19937 random(seed);
  std::vector<std::string> strings(n_strings);
  for (std::string& string : strings) {
    for (auto left = random() % (longest + 1); left > 0; --left) {
      string += pieces[random() % (1 + random() % pieces.size())];
    }
  }
  return strings;
}

}  // namespace broadsheet::terms
