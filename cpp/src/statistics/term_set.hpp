#pragma once

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::statistics {

/// How many ids are looked at together.
inline constexpr std::size_t kStretch = 64;

/// Goes on from `at` by whole stretches that hold none of a few terms.
/// @return  Where the next stretch begins that may hold some, or that the ids end within.
[[nodiscard]] std::size_t skip_stretches(std::span<const std::int32_t> ids, std::size_t at,
                                         std::span<const std::int32_t> terms);

/// Some of V terms: a few are compared one by one, more are looked up.
class TermSet {
 public:
  static constexpr std::size_t kFew = 4;

  explicit TermSet(std::vector<std::int32_t> terms) : terms_(std::move(terms)) {
    std::ranges::sort(terms_);
    terms_.erase(std::ranges::unique(terms_).begin(), terms_.end());
    if (terms_.size() <= kFew) return;
    bits_.resize(static_cast<std::size_t>(terms_.back()) / 64 + 1);
    for (const std::int32_t term : terms_) {
      const auto place = static_cast<std::size_t>(term);
      bits_[place / 64] |= std::uint64_t{1} << place % 64;
    }
  }

  [[nodiscard]] bool contains(std::int32_t term) const {
    if (bits_.empty()) return std::ranges::find(terms_, term) != terms_.end();
    const auto place = static_cast<std::size_t>(term);
    return place / 64 < bits_.size() && (bits_[place / 64] >> place % 64 & 1) != 0;
  }

  /// Calls `found(i)` for each i, ascending, where ids[i] is in the set.
  template <typename Found>
  void for_each_in(std::span<const std::int32_t> ids, const Found& found) const {
    std::size_t at = 0;
    if (bits_.empty()) {
      // Most stretches hold none, and to say so takes but a few vector instructions.
      while ((at = skip_stretches(ids, at, terms_)) + kStretch <= ids.size()) {
        visit(ids, at, at + kStretch, found);
        at += kStretch;
      }
    }
    visit(ids, at, ids.size(), found);
  }

 private:
  template <typename Found>
  void visit(std::span<const std::int32_t> ids, std::size_t begin, std::size_t end,
             const Found& found) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (contains(ids[i])) found(i);
    }
  }

  std::vector<std::int32_t> terms_;  // Ascending.
  std::vector<std::uint64_t> bits_;  // Of more than a few.
};

}  // namespace broadsheet::statistics
