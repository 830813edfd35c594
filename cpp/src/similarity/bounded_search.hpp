#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/similarity/upper_bounds.hpp"
#include "comparison.hpp"

namespace broadsheet::similarity {

/// Finds neighbours through UpperBounds: a batch of queries at a time goes through block after
/// block of candidates, so that a block's postings are read from memory once for the batch.
///
/// Rows whose estimate reaches the worst of the best so far are scored at once, those whose bound
/// only might are kept until the end, when most of them no longer do.
template <typename Value>
class BoundedSearch {
 public:
  explicit BoundedSearch(const Comparison<Value>& comparison);

  [[nodiscard]] Neighbors<Value> run() const;

 private:
  struct Pending {
    float bound;
    std::int32_t row;
  };

  /// The search for one query's neighbours.
  struct Hunt {
    std::int64_t query;
    double factor;  ///< One over its length, 0 for a row of zeros.
    double unit;    ///< What a product of scaled rows is multiplied by to be a score.
    UpperBounds::Query scaled;
    TopK<Value> best;
    std::vector<Pending> pending = {};

    /// No row counts whose scaled product is below this; 0 if any may.
    [[nodiscard]] float bar() const;
  };

  [[nodiscard]] Hunt start(std::int64_t query) const;
  [[nodiscard]] std::int64_t batch_size() const;
  void search_batch(std::span<Hunt> hunts, const std::atomic<bool>& is_cancelled) const;
  void sift(std::size_t block, UpperBounds::Estimates& estimates, const RowDots<Value>& dots,
            Hunt& hunt) const;
  void seed(std::size_t block, UpperBounds::Estimates& estimates, const RowDots<Value>& dots,
            Hunt& hunt) const;
  void compare_all(std::size_t block, UpperBounds::Estimates& estimates, const RowDots<Value>& dots,
                   Hunt& hunt) const;
  void compare_promising(std::size_t block, const UpperBounds::Estimates& estimates,
                         const RowDots<Value>& dots, Hunt& hunt) const;
  void settle(const RowDots<Value>& dots, Hunt& hunt) const;
  void compare(std::size_t row, const RowDots<Value>& dots, Hunt& hunt) const;

  const Comparison<Value>& comparison_;
  std::vector<double> factors_;  // M: no candidate times its factor is longer than 1.
  UpperBounds bounds_;
};

}  // namespace broadsheet::similarity
