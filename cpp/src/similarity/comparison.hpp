#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "broadsheet/similarity/neighbors.hpp"
#include "broadsheet/similarity/row_dots.hpp"
#include "broadsheet/similarity/top_k.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// The two matrices and what is asked about them: all that a way of searching needs.
template <typename Value>
class Comparison {
 public:
  /// Borrows its arguments, which `nearest` has checked.
  Comparison(const terms::CsrView<Value>& queries, const terms::CsrView<Value>& candidates,
             const NeighborsOptions& options);

  [[nodiscard]] const terms::CsrView<Value>& queries() const { return queries_; }
  [[nodiscard]] const terms::CsrView<Value>& candidates() const { return candidates_; }
  [[nodiscard]] const NeighborsOptions& options() const { return options_; }
  [[nodiscard]] double query_square(std::int64_t query) const {
    return query_squares_[static_cast<std::size_t>(query)];
  }
  [[nodiscard]] const std::vector<double>& squares() const { return squares_; }

  /// Threads and watch for work that comes before the first query, of which the watch hears 0.
  [[nodiscard]] parallel::LoopOptions before_queries() const;

  /// Places for one query, all free.
  [[nodiscard]] TopK<Value> places() const;

  [[nodiscard]] bool is_self(std::int64_t query, std::int64_t row) const {
    return options_.exclude_self && query == row;
  }

  /// Scores a row against the query that `dots` holds and offers it.
  void offer(std::int64_t query, std::int64_t row, const RowDots<Value>& dots,
             TopK<Value>& best) const;

  /// As many places a query as were asked for, all unused.
  [[nodiscard]] Neighbors<Value> unused() const;

  /// Writes what was found for a query, leaving `best` empty.
  void write(std::int64_t query, TopK<Value>& best, Neighbors<Value>& neighbors) const;

 private:
  const terms::CsrView<Value>& queries_;
  const terms::CsrView<Value>& candidates_;
  const NeighborsOptions& options_;
  std::vector<double> query_squares_;
  std::vector<double> squares_;
};

}  // namespace broadsheet::similarity
