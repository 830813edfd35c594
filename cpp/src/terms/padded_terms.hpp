#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "broadsheet/terms/hash.hpp"

namespace broadsheet::terms {

/// Terms from the start of each of which 16 bytes can be read, as Vocabulary::add_padded takes
/// them: a copy of an arena with room behind it, which also stays when the arena grows.
class PaddedTerms {
 public:
  /// @param ends  As with Vocabulary: term i is the bytes from ends[i] to ends[i + 1].
  PaddedTerms(std::string_view bytes, std::span<const std::int64_t> ends) {
    bytes_.reserve(bytes.size() + kShortLength);
    bytes_.append(bytes).append(kShortLength, '\0');
    views_.reserve(ends.size());
    for (std::size_t i = 0; i + 1 < ends.size(); ++i) {
      views_.emplace_back(bytes_.data() + ends[i], static_cast<std::size_t>(ends[i + 1] - ends[i]));
    }
  }

  PaddedTerms(const PaddedTerms&) = delete;
  PaddedTerms& operator=(const PaddedTerms&) = delete;

  [[nodiscard]] std::span<const std::string_view> views() const noexcept { return views_; }

 private:
  std::string bytes_;
  std::vector<std::string_view> views_;
};

}  // namespace broadsheet::terms
