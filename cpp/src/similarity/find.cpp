#include "find.hpp"

#include "bounded_search.hpp"
#include "overlap_search.hpp"
#include "prefix_search.hpp"
#include "scan.hpp"

namespace broadsheet::similarity {
namespace {

// What an index costs before the first query, as queries that are scanned and as values walked
// through, and how much faster a query is with it than it is scanned.
constexpr double kQueriesToIndex = 14;
constexpr double kValuesToIndex = 20e6;
constexpr double kSpeedup = 20;
constexpr double kHighCosine = 0.9;

template <typename Value>
bool is_scan_faster(const Comparison<Value>& comparison) {
  const auto nnz = static_cast<double>(comparison.candidates().values.size());
  const auto n_queries = static_cast<double>(comparison.queries().n_rows());
  return n_queries * nnz < kQueriesToIndex * nnz + kValuesToIndex + n_queries * nnz / kSpeedup;
}

/// Whether prefixes are worth a try. What is left of weights is so long that rows have to be alike
/// by far before it tells them apart.
bool may_be_selective(const Question& question) {
  if (question.measure == Measure::kDot) return false;
  return question.min_similarity > (question.measure == Measure::kCosine ? kHighCosine : 0);
}

template <typename Value>
void find_in_blocks(const Comparison<Value>& comparison, const Sink<Value>& sink) {
  if (part_of(comparison.measure()) == Part::kPresence) {
    OverlapSearch<Value>(comparison).run(sink);
  } else {
    BoundedSearch<Value>(comparison).run(sink);
  }
}

}  // namespace

template <typename Value>
void find(const Comparison<Value>& comparison, Search search, const Sink<Value>& sink) {
  if (search == Search::kAuto && is_scan_faster(comparison)) search = Search::kScan;
  switch (search) {
    case Search::kScan:
      return scan(comparison, sink);
    case Search::kBlocks:
      return find_in_blocks(comparison, sink);
    default:
      break;
  }
  if (search == Search::kPrefixes || may_be_selective(comparison.question())) {
    const PrefixSearch<Value> prefixes(comparison);
    if (search == Search::kPrefixes || prefixes.is_selective()) return prefixes.run(sink);
  }
  find_in_blocks(comparison, sink);
}

template void find(const Comparison<float>&, Search, const Sink<float>&);
template void find(const Comparison<double>&, Search, const Sink<double>&);

}  // namespace broadsheet::similarity
