#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "broadsheet/similarity/prefixes.hpp"
#include "comparison.hpp"
#include "sum_bar.hpp"

namespace broadsheet::similarity {

/// Finds similar rows among those that share a rare column: for each query, sums what is shared
/// within the prefixes, gives up on rows that what is left cannot bring to the least similarity,
/// and scores the rest.
template <typename Value>
class PrefixSearch {
 public:
  explicit PrefixSearch(const Comparison<Value>& comparison);

  /// Whether so few rows share columns that going through blocks of all rows would take longer.
  [[nodiscard]] bool is_selective() const;

  void run(const Sink<Value>& sink) const;

 private:
  /// What a thread remembers of the candidates from one query to the next.
  struct Scratch {
    std::vector<float> sums;              // M: kUntouched, kHopeless, or the sum so far.
    std::vector<std::int32_t> rows = {};  // Those touched.
  };

  [[nodiscard]] std::vector<std::int32_t> shared_columns() const;
  [[nodiscard]] SumBar bar(std::int64_t query, double similarity) const;
  [[nodiscard]] double slack(const terms::CsrView<Value>& matrix, std::int64_t row,
                             double mass) const;
  [[nodiscard]] LeastSum least(double similarity, double mass, double longest) const;
  [[nodiscard]] std::vector<double> query_needs() const;
  [[nodiscard]] std::vector<double> needs() const;
  void gather(std::int64_t query, const SumBar& bar, Scratch& scratch) const;
  void settle(std::int64_t query, RowSums<Value>& sums, Scratch& scratch, TopK<Value>& best) const;

  const Comparison<Value>& comparison_;
  double longest_ = 1;                // The longest of the candidates, by kDot.
  double unit_ = 1;                   // What all masses are multiplied by, by kGeneralizedJaccard.
  std::vector<float> masses_;         // M
  std::optional<Prefixes> prefixes_;  // Of the queries.
  std::optional<PrefixPostings> postings_;
};

}  // namespace broadsheet::similarity
