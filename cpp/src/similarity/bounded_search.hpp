#pragma once

#include <atomic>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/similarity/upper_bounds.hpp"
#include "comparison.hpp"

namespace broadsheet::similarity {

/// Finds similar rows through UpperBounds: a batch of queries at a time goes through block after
/// block of candidates, so that a block's postings are read from memory once for the batch. For
/// lesser weights (Part::kLesser), bounds are those of their roots: min(x, y) <= sqrt(x) sqrt(y).
///
/// Rows whose estimate reaches the worst of the best so far are scored at once, those whose bound
/// only might are kept until the end, when most of them no longer do.
template <typename Value>
class BoundedSearch {
 public:
  explicit BoundedSearch(const Comparison<Value>& comparison);

  void run(const Sink<Value>& sink) const;

 private:
  struct Pending {
    float bound;
    std::int32_t row;
  };

  /// The search for one query's neighbours.
  struct Hunt {
    std::int64_t query;
    double factor;  ///< One over its length, 0 for a row of zeros.
    double unit;    ///< What a product of scaled rows is multiplied by to be a dot product; 1 by
                    ///< other measures.
    UpperBounds::Query scaled;
    TopK<Value> best;
    bool is_seeded = false;
    float bar = 0;  ///< No row counts whose scaled product is below this; 0 if any may.
    std::vector<Pending> pending = {};
  };

  /// What is bounded: the matrix, or the roots of its weights.
  [[nodiscard]] static std::vector<Value> roots(const Comparison<Value>& comparison,
                                                const terms::CsrView<Value>& matrix);
  [[nodiscard]] terms::CsrView<Value> bounded(const terms::CsrView<Value>& matrix,
                                              const std::vector<Value>& roots) const;

  [[nodiscard]] Hunt start(std::int64_t query) const;
  void raise_bar(Hunt& hunt) const;
  void search_batch(std::span<Hunt> hunts, const std::atomic<bool>& is_cancelled) const;
  void sift(std::size_t block, UpperBounds::Estimates& estimates, RowSums<Value>& sums,
            Hunt& hunt) const;
  void seed(std::size_t block, UpperBounds::Estimates& estimates, RowSums<Value>& sums,
            Hunt& hunt) const;
  void compare_all(std::size_t block, UpperBounds::Estimates& estimates, RowSums<Value>& sums,
                   Hunt& hunt) const;
  void compare_promising(std::size_t block, const UpperBounds::Estimates& estimates,
                         RowSums<Value>& sums, Hunt& hunt) const;
  void settle(RowSums<Value>& sums, Hunt& hunt) const;
  void compare(std::size_t row, RowSums<Value>& sums, Hunt& hunt) const;

  void leave_out(std::size_t block, const Hunt& hunt, std::vector<float>& estimates) const;

  const Comparison<Value>& comparison_;
  std::vector<Value> roots_;        // Of the candidates, where they are what is bounded.
  std::vector<Value> query_roots_;  // Of the queries, where these are another matrix.
  std::vector<double> factors_;     // M: no candidate times its factor is longer than 1.
  UpperBounds bounds_;
};

}  // namespace broadsheet::similarity
