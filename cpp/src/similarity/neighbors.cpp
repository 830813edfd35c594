#include "broadsheet/similarity/neighbors.hpp"

#include <cmath>
#include <limits>

#include "bounded_search.hpp"
#include "broadsheet/require.hpp"
#include "scan.hpp"

namespace broadsheet::similarity {
namespace {

// What bounds cost before the first query, as queries that are scanned and as values walked
// through, and how much faster a query is with them than it is scanned.
constexpr double kQueriesToIndex = 20;
constexpr double kValuesToIndex = 20e6;
constexpr double kSpeedup = 20;

template <typename Value>
bool is_scan_faster(const terms::CsrView<Value>& queries, const terms::CsrView<Value>& candidates) {
  const auto nnz = static_cast<double>(candidates.values.size());
  const auto n_queries = static_cast<double>(queries.n_rows());
  return n_queries * nnz < kQueriesToIndex * nnz + kValuesToIndex + n_queries * nnz / kSpeedup;
}

template <typename Value>
void check_arguments(const terms::CsrView<Value>& queries, const terms::CsrView<Value>& candidates,
                     const NeighborsOptions& options) {
  require(options.k >= 1, "k must be at least 1, not ", options.k);
  require(options.min_similarity >= 0 && std::isfinite(options.min_similarity),
          "min_similarity must be finite and not negative, not ", options.min_similarity);
  require(queries.n_columns == candidates.n_columns, "queries must have the ", candidates.n_columns,
          " columns of candidates, not ", queries.n_columns);
  require(candidates.n_rows() <= std::numeric_limits<std::int32_t>::max(),
          "candidates must have fewer than 2**31 rows, not ", candidates.n_rows());
  require(!options.exclude_self || queries.n_rows() <= candidates.n_rows(),
          "exclude_self needs each of the ", queries.n_rows(),
          " queries among the candidates, which are ", candidates.n_rows());
  terms::check(queries);
  if (queries.values.data() != candidates.values.data() ||
      queries.indptr.data() != candidates.indptr.data() ||
      queries.n_rows() != candidates.n_rows()) {
    terms::check(candidates);
  }
}

}  // namespace

template <typename Value>
Neighbors<Value> nearest(const terms::CsrView<Value>& queries,
                         const terms::CsrView<Value>& candidates, const NeighborsOptions& options) {
  check_arguments(queries, candidates, options);
  const Comparison<Value> comparison(queries, candidates, options);
  const bool is_scan = options.search == Search::kScan ||
                       (options.search == Search::kAuto && is_scan_faster(queries, candidates));
  return is_scan ? scan(comparison) : BoundedSearch<Value>(comparison).run();
}

template Neighbors<float> nearest(const terms::CsrView<float>&, const terms::CsrView<float>&,
                                  const NeighborsOptions&);
template Neighbors<double> nearest(const terms::CsrView<double>&, const terms::CsrView<double>&,
                                   const NeighborsOptions&);

}  // namespace broadsheet::similarity
