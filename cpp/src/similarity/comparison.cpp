#include "comparison.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "broadsheet/require.hpp"

namespace broadsheet::similarity {
namespace {

/// `value` rounded to Value; what is beyond its range becomes infinite.
template <typename Value>
Value round_to(double value) {
  constexpr auto kGreatest = static_cast<double>(std::numeric_limits<Value>::max());
  return value > kGreatest ? std::numeric_limits<Value>::infinity() : static_cast<Value>(value);
}

template <typename Value>
void check_question(const terms::CsrView<Value>& queries, const terms::CsrView<Value>& candidates,
                    const Question& question) {
  require(question.min_similarity >= 0 && std::isfinite(question.min_similarity),
          "min_similarity must be finite and not negative, not ", question.min_similarity);
  require(queries.n_columns == candidates.n_columns, "queries must have the ", candidates.n_columns,
          " columns of candidates, not ", queries.n_columns);
  require(candidates.n_rows() <= std::numeric_limits<std::int32_t>::max(),
          "candidates must have fewer than 2**31 rows, not ", candidates.n_rows());
  require(question.pairing == Pairing::kAll || queries.n_rows() <= candidates.n_rows(),
          "pairing needs each of the ", queries.n_rows(),
          " queries among the candidates, which are ", candidates.n_rows());
}

/// 1 for each weight that is not 0.
template <typename Value>
std::vector<Value> presence(const terms::CsrView<Value>& matrix) {
  std::vector<Value> ones(matrix.values.size());
  std::transform(matrix.values.begin(), matrix.values.end(), ones.begin(),
                 [](Value weight) { return static_cast<Value>(weight != 0); });
  return ones;
}

}  // namespace

template <typename Value>
Comparison<Value>::Comparison(const terms::CsrView<Value>& queries,
                              const terms::CsrView<Value>& candidates, Question question)
    : question_(std::move(question)), queries_(queries), candidates_(candidates) {
  check_question(queries, candidates, question_);
  terms::check(queries);
  query_masses_ = row_masses(measure(), queries, "queries", before_queries());
  if (is_within()) {
    masses_ = query_masses_;
  } else {
    terms::check(candidates);
    masses_ = row_masses(measure(), candidates, "candidates", before_queries());
  }
  if (part_of(measure()) != Part::kPresence) return;
  const bool is_one = is_within();
  presence_ = presence(candidates);
  candidates_.values = presence_;
  if (!is_one) query_presence_ = presence(queries);
  queries_.values = is_one ? presence_ : query_presence_;
}

template <typename Value>
parallel::LoopOptions Comparison<Value>::before_queries() const {
  return parallel::uncounted(question_.loop, 0, 1024);
}

template <typename Value>
TopK<Value> Comparison<Value>::places() const {
  return TopK<Value>(question_.n_places, round_to<Value>(question_.min_similarity));
}

template <typename Value>
void Comparison<Value>::compare(std::int64_t query, std::int64_t row, const RowSums<Value>& sums,
                                TopK<Value>& best) const {
  const double mass = query_mass(query);
  const double other = masses_[static_cast<std::size_t>(row)];
  const double greatest =
      part_of(measure()) == Part::kProduct ? std::sqrt(mass * other) : std::min(mass, other);
  // Each of n products, and of n sums, is rounded by at most 2^-24 of what all sum to.
  const double slack =
      static_cast<double>(candidates_.end(row) - candidates_.begin(row) + 4) * 0x1p-22 * greatest;
  const double sum = static_cast<double>(sums.quick_sum(candidates_, row)) + slack;
  if (score(measure(), sum, mass, other) < static_cast<double>(best.threshold()) * kRoundingUp) {
    return;
  }
  offer(query, row, sums.sum(candidates_, row), best);
}

template <typename Value>
void Comparison<Value>::offer(std::int64_t query, std::int64_t row, double sum,
                              TopK<Value>& best) const {
  const double exact =
      score(measure(), sum, query_mass(query), masses_[static_cast<std::size_t>(row)]);
  best.offer({static_cast<Value>(exact), static_cast<std::int32_t>(row)});
}

template class Comparison<float>;
template class Comparison<double>;

}  // namespace broadsheet::similarity
