#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace broadsheet::similarity {

/// A row and its score.
template <typename Value>
struct Scored {
  Value score = 0;
  std::int32_t row = -1;
};

/// Whether `left` ranks before `right`: the greater score, or the smaller row of equal ones.
template <typename Value>
[[nodiscard]] constexpr bool ranks_before(const Scored<Value>& left, const Scored<Value>& right) {
  return left.score > right.score || (left.score == right.score && left.row < right.row);
}

/// The k first by rank of what it is offered, in any order of offering.
template <typename Value>
class TopK {
 public:
  /// As many places as there are rows to fill them.
  static constexpr std::size_t kEvery = std::numeric_limits<std::size_t>::max();

  /// @param k      Places, at least 1.
  /// @param least  A score counts if it is above 0 and at least this.
  TopK(std::size_t k, Value least) : k_(k), least_(least) {}

  /// Takes a row that the caller offers only once. O(log k).
  void offer(const Scored<Value>& candidate) {
    if (!(candidate.score > 0) || candidate.score < least_) return;
    if (!is_full()) {
      kept_.push_back(candidate);
      if (is_full()) std::make_heap(kept_.begin(), kept_.end(), ranks_before<Value>);
    } else if (ranks_before(candidate, kept_.front())) {
      std::pop_heap(kept_.begin(), kept_.end(), ranks_before<Value>);
      kept_.back() = candidate;
      std::push_heap(kept_.begin(), kept_.end(), ranks_before<Value>);
    }
  }

  /// The least score that may still count: a lower one need not be offered. An equal one must.
  [[nodiscard]] Value threshold() const { return is_full() ? kept_.front().score : least_; }

  [[nodiscard]] std::size_t n_places() const { return k_; }
  [[nodiscard]] bool is_full() const { return kept_.size() == k_; }

  /// What is kept, best first; leaves it empty.
  [[nodiscard]] std::vector<Scored<Value>> take() {
    std::sort(kept_.begin(), kept_.end(), ranks_before<Value>);
    return std::exchange(kept_, {});
  }

 private:
  std::size_t k_;
  Value least_;
  std::vector<Scored<Value>> kept_;  // A heap with the worst in front, once it is full.
};

}  // namespace broadsheet::similarity
