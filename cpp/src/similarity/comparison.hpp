#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/similarity/row_sums.hpp"
#include "broadsheet/similarity/search.hpp"
#include "broadsheet/similarity/top_k.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// What a threshold is multiplied by: just below it a score may still be rounded up to it.
inline constexpr double kRoundingUp = 1 - 0x1p-20;

/// What is asked about two matrices.
struct Question {
  std::size_t n_places = 0;  ///< For each query, at least 1, or TopK::kEvery.
  Measure measure = Measure::kCosine;
  double min_similarity = 0;
  Pairing pairing = Pairing::kAll;
  parallel::LoopOptions loop = {};
};

/// Takes what was found for a query: called once for each query or not at all, by any thread.
template <typename Value>
using Sink = std::function<void(std::int64_t query, TopK<Value>& best)>;

/// The two matrices and what is asked about them: all that a way of searching needs.
template <typename Value>
class Comparison {
 public:
  /// Borrows the arrays of the matrices. Sets are held as rows of 0 and 1.
  /// @throws std::invalid_argument  if an option or a matrix is not what `nearest` asks for.
  Comparison(const terms::CsrView<Value>& queries, const terms::CsrView<Value>& candidates,
             Question question);
  Comparison(const Comparison&) = delete;  // Its views look into it.
  Comparison& operator=(const Comparison&) = delete;

  [[nodiscard]] const terms::CsrView<Value>& queries() const { return queries_; }
  [[nodiscard]] const terms::CsrView<Value>& candidates() const { return candidates_; }
  [[nodiscard]] bool is_within() const {
    return queries_.values.data() == candidates_.values.data() &&
           queries_.indptr.data() == candidates_.indptr.data() &&
           queries_.n_rows() == candidates_.n_rows();
  }
  [[nodiscard]] const Question& question() const { return question_; }
  [[nodiscard]] Measure measure() const { return question_.measure; }
  [[nodiscard]] double query_mass(std::int64_t query) const {
    return query_masses_[static_cast<std::size_t>(query)];
  }
  [[nodiscard]] const std::vector<double>& query_masses() const { return query_masses_; }
  [[nodiscard]] const std::vector<double>& masses() const { return masses_; }

  /// Threads and watch for work that comes before the first query, of which the watch hears 0.
  [[nodiscard]] parallel::LoopOptions before_queries() const;

  /// Places for one query, all free.
  [[nodiscard]] TopK<Value> places() const;

  /// The first candidate that a query is compared with.
  [[nodiscard]] std::int64_t first_row(std::int64_t query) const {
    return question_.pairing == Pairing::kLater ? query + 1 : 0;
  }
  [[nodiscard]] bool is_self(std::int64_t query, std::int64_t row) const {
    return question_.pairing == Pairing::kOthers && query == row;
  }

  [[nodiscard]] RowSums<Value> row_sums() const {
    return RowSums<Value>(part_of(measure()), queries_.n_columns);
  }

  /// Scores a row against the query that `sums` holds, and offers it if that may count.
  void compare(std::int64_t query, std::int64_t row, const RowSums<Value>& sums,
               TopK<Value>& best) const;

  /// Offers a row of which the sum with the query is known.
  void offer(std::int64_t query, std::int64_t row, double sum, TopK<Value>& best) const;

 private:
  Question question_;
  terms::CsrView<Value> queries_;
  terms::CsrView<Value> candidates_;
  std::vector<double> query_masses_;
  std::vector<double> masses_;
  std::vector<Value> query_presence_;  // What queries_ and candidates_ hold in place of weights.
  std::vector<Value> presence_;
};

}  // namespace broadsheet::similarity
