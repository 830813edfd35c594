#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/parallel/loop.hpp"
#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::similarity {

/// How rare columns are: they are ranked by the number of rows that hold them, then by column.
///
/// Two rows whose sum over all columns reaches what it needs share one of the first columns of
/// each, those before what is left can no longer add so much: so it is enough to compare rows that
/// share a column of their prefixes.
/// Source: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007 (weights); Xiao, Wang,
/// Lin and Yu 2008 (the place in the prefix bounds what is left).
class Prefixes {
 public:
  /// A column of a prefix: its weight, and the most that the columns after it can still add to a
  /// sum. These are lengths by products, which are to be multiplied, else sums, of which the lesser
  /// counts.
  struct Entry {
    std::int32_t column = 0;
    float weight = 0;
    float rest = 0;
  };

  /// What the rows of a matrix are cut by.
  struct Cut {
    std::span<const double> factors;  ///< N: each row is taken times its factor.
    std::span<const double> needs;    ///< N: what a row must be able to add to count at all.
  };

  /// @param n_rows  For each of V columns, the rows that hold it, 0 where no pair can share it:
  ///                such columns are left out, and never part of what is left.
  /// O(nnz log l) for rows of l values, in parallel over rows.
  template <typename Value>
  Prefixes(Part part, const terms::CsrView<Value>& matrix, std::span<const std::int32_t> n_rows,
           const Cut& cut, const parallel::LoopOptions& loop);

  [[nodiscard]] std::span<const Entry> row(std::int64_t i) const {
    const auto begin = static_cast<std::size_t>(indptr_[static_cast<std::size_t>(i)]);
    const auto end = static_cast<std::size_t>(indptr_[static_cast<std::size_t>(i) + 1]);
    return std::span(entries_).subspan(begin, end - begin);
  }
  [[nodiscard]] std::int64_t n_matrix_rows() const {
    return static_cast<std::int64_t>(indptr_.size()) - 1;
  }
  [[nodiscard]] std::span<const Entry> entries() const { return entries_; }

 private:
  std::vector<std::int64_t> indptr_;
  std::vector<Entry> entries_;
};

/// The prefixes that hold each column.
class PrefixPostings {
 public:
  struct Posting {
    std::int32_t row = 0;
    float weight = 0;
    float rest = 0;
  };

  /// O(V + entries).
  PrefixPostings(const Prefixes& prefixes, std::int32_t n_columns);

  /// By row.
  [[nodiscard]] std::span<const Posting> column(std::int32_t c) const {
    const auto begin = static_cast<std::size_t>(offsets_[static_cast<std::size_t>(c)]);
    const auto end = static_cast<std::size_t>(offsets_[static_cast<std::size_t>(c) + 1]);
    return std::span(postings_).subspan(begin, end - begin);
  }

 private:
  std::vector<std::int64_t> offsets_;  // V + 1
  std::vector<Posting> postings_;
};

}  // namespace broadsheet::similarity
