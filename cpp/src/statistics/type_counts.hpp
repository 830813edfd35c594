#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::statistics {

/// Counts of V terms in some run of tokens, and how many of them there are. Emptied in the time it
/// took to fill.
class TypeCounts {
 public:
  explicit TypeCounts(std::int32_t n_terms) : counts_(static_cast<std::size_t>(n_terms)) {}

  void add(std::int32_t term) { n_types_ += ++counts_[static_cast<std::size_t>(term)] == 1; }
  void remove(std::int32_t term) { n_types_ -= --counts_[static_cast<std::size_t>(term)] == 0; }

  /// Forgets what was added: the same tokens, in any order.
  void clear(std::span<const std::int32_t> added) {
    for (const std::int32_t term : added) counts_[static_cast<std::size_t>(term)] = 0;
    n_types_ = 0;
  }

  /// The number of terms whose count is above 0.
  [[nodiscard]] std::int64_t n_types() const noexcept { return n_types_; }
  [[nodiscard]] std::int32_t operator[](std::int32_t term) const {
    return counts_[static_cast<std::size_t>(term)];
  }

 private:
  std::vector<std::int32_t> counts_;
  std::int64_t n_types_ = 0;
};

}  // namespace broadsheet::statistics
