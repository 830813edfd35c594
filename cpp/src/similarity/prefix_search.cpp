#include "prefix_search.hpp"

#include <cmath>
#include <limits>

#include "batches.hpp"

namespace broadsheet::similarity {
namespace {

constexpr float kUntouched = std::numeric_limits<float>::infinity();
constexpr float kHopeless = -std::numeric_limits<float>::infinity();
constexpr std::int64_t kLeastBatch = 16;
// Nanoseconds of a shared column, with the rows that have to be scored because of it, and of a row
// in a search by blocks: measured on 72,644 articles. The lengths of what is left of weights tell
// less than the numbers of what is left of sets.
constexpr double kSharedColumn = 4;
constexpr double kOverlapRow = 1;
constexpr double kSharedWeight = 80;
constexpr double kBoundedRow = 5;

double greatest(const std::vector<double>& masses) {
  return masses.empty() ? 0 : *std::max_element(masses.begin(), masses.end());
}

double inverse(double length) {
  return length > 0 ? 1 / length : 0;
}

/// The least sum of a row with rows of any mass: they cannot add more than their own mass.
double least_with_any(const LeastSum& least) {
  return least.constant / (1 - least.per_mass);
}

}  // namespace

template <typename Value>
PrefixSearch<Value>::PrefixSearch(const Comparison<Value>& comparison) : comparison_(comparison) {
  const Measure measure = comparison.measure();
  const auto& query_masses = comparison.query_masses();
  const auto& masses = comparison.masses();
  if (measure == Measure::kDot) longest_ = std::sqrt(greatest(masses));
  if (part_of(measure) == Part::kLesser) {
    unit_ = inverse(std::max(greatest(masses), greatest(query_masses)));
  }
  std::vector<double> query_factors;
  std::vector<double> factors;
  for (const double mass : query_masses) {
    const bool is_product = part_of(measure) == Part::kProduct;
    query_factors.push_back(is_product ? inverse(std::sqrt(mass)) : unit_);
  }
  for (const double mass : masses) {
    const bool is_cosine = measure == Measure::kCosine;
    factors.push_back(is_cosine ? inverse(std::sqrt(mass)) : inverse(longest_) * unit_);
    masses_.push_back(static_cast<float>(mass * unit_));
  }
  const auto n_rows = shared_columns();
  const auto needed = query_needs();
  const parallel::LoopOptions loop = comparison.before_queries();
  prefixes_.emplace(part_of(measure), comparison.queries(), n_rows,
                    Prefixes::Cut{query_factors, needed}, loop);
  const bool is_one =
      comparison.is_within() && measure != Measure::kDot && measure != Measure::kContainment;
  if (is_one) {
    postings_.emplace(*prefixes_, comparison.queries().n_columns);
  } else {
    const auto own = needs();
    postings_.emplace(Prefixes(part_of(measure), comparison.candidates(), n_rows,
                               Prefixes::Cut{factors, own}, loop),
                      comparison.queries().n_columns);
  }
}

/// The rows of both matrices that hold each column, 0 where no pair can share it.
template <typename Value>
std::vector<std::int32_t> PrefixSearch<Value>::shared_columns() const {
  const auto n_columns = static_cast<std::size_t>(comparison_.queries().n_columns);
  const auto count = [&](const terms::CsrView<Value>& matrix) {
    std::vector<std::int32_t> n_rows(n_columns, 0);
    for (std::size_t at = 0; at < matrix.indices.size(); ++at) {
      n_rows[static_cast<std::size_t>(matrix.indices[at])] += matrix.values[at] != 0 ? 1 : 0;
    }
    return n_rows;
  };
  auto n_rows = count(comparison_.candidates());
  if (!comparison_.is_within()) {
    const auto of_queries = count(comparison_.queries());
    for (std::size_t c = 0; c < n_columns; ++c) {
      n_rows[c] = n_rows[c] > 0 && of_queries[c] > 0 ? n_rows[c] + of_queries[c] : 0;
    }
  } else if (comparison_.question().pairing != Pairing::kAll) {
    for (auto& n : n_rows) n = n > 1 ? n : 0;
  }
  return n_rows;
}

/// More than rounding can take from a sum or from what is left of a row.
template <typename Value>
double PrefixSearch<Value>::slack(const terms::CsrView<Value>& matrix, std::int64_t row,
                                  double mass) const {
  const double scale = part_of(comparison_.measure()) == Part::kProduct ? 1 : mass * unit_;
  // As for UpperBounds::Query, and for what is too small for a float.
  return static_cast<double>(matrix.end(row) - matrix.begin(row) + 32) *
         (0x1p-23 * scale + 0x1p-120);
}

/// least_sum in the scale of the prefixes, for a row of this mass with rows no longer than
/// `longest`.
template <typename Value>
LeastSum PrefixSearch<Value>::least(double similarity, double mass, double longest) const {
  LeastSum least = least_sum(comparison_.measure(), similarity, mass * unit_);
  if (comparison_.measure() == Measure::kDot) {
    least.constant *= inverse(std::sqrt(mass)) * inverse(longest);
  }
  return least;
}

template <typename Value>
SumBar PrefixSearch<Value>::bar(std::int64_t query, double similarity) const {
  const double mass = comparison_.query_mass(query);
  return {least(similarity, mass, longest_), mass * unit_, kRoundingUp,
          slack(comparison_.queries(), query, mass)};
}

template <typename Value>
std::vector<double> PrefixSearch<Value>::query_needs() const {
  const auto similarity = static_cast<double>(comparison_.places().threshold());
  std::vector<double> needs;
  for (std::int64_t query = 0; query < comparison_.queries().n_rows(); ++query) {
    const double mass = comparison_.query_mass(query);
    needs.push_back(least_with_any(least(similarity, mass, longest_)) * kRoundingUp -
                    slack(comparison_.queries(), query, mass));
  }
  return needs;
}

template <typename Value>
std::vector<double> PrefixSearch<Value>::needs() const {
  const auto similarity = static_cast<double>(comparison_.places().threshold());
  const bool is_dot = comparison_.measure() == Measure::kDot;
  const double greatest_query = greatest(comparison_.query_masses());
  std::vector<double> needs;
  for (std::int64_t row = 0; row < comparison_.candidates().n_rows(); ++row) {
    const double mass = comparison_.masses()[static_cast<std::size_t>(row)];
    // What is contained in it may be of any mass; dot products are greatest with the longest query.
    const double need =
        comparison_.measure() == Measure::kContainment
            ? 0
            : least_with_any(least(similarity, is_dot ? greatest_query : mass, longest_));
    needs.push_back(need * kRoundingUp - slack(comparison_.candidates(), row, mass));
  }
  return needs;
}

template <typename Value>
bool PrefixSearch<Value>::is_selective() const {
  double n_postings = 0;
  for (const auto& entry : prefixes_->entries()) {
    n_postings += static_cast<double>(postings_->column(entry.column).size());
  }
  const double n_pairs = static_cast<double>(comparison_.queries().n_rows()) *
                         static_cast<double>(comparison_.candidates().n_rows());
  const bool is_set = part_of(comparison_.measure()) == Part::kPresence;
  return n_postings * (is_set ? kSharedColumn : kSharedWeight) <
         n_pairs * (is_set ? kOverlapRow : kBoundedRow);
}

template <typename Value>
void PrefixSearch<Value>::run(const Sink<Value>& sink) const {
  const auto search = [&](const parallel::Chunk& chunk, const std::atomic<bool>& is_cancelled) {
    Scratch scratch{.sums = std::vector<float>(masses_.size(), kUntouched)};
    RowSums<Value> sums = comparison_.row_sums();
    for (auto query = chunk.begin; query < chunk.end && !is_cancelled; ++query) {
      TopK<Value> best = comparison_.places();
      gather(query, bar(query, static_cast<double>(best.threshold())), scratch);
      settle(query, sums, scratch, best);
      sink(query, best);
    }
  };
  for_each_batch(comparison_.queries().n_rows(), kLeastBatch, comparison_.question().loop, search);
}

/// Sums what the query's prefix shares with those of the candidates.
template <typename Value>
void PrefixSearch<Value>::gather(std::int64_t query, const SumBar& bar, Scratch& scratch) const {
  const Part kind = part_of(comparison_.measure());
  const auto first = static_cast<std::int32_t>(comparison_.first_row(query));
  for (const auto& entry : prefixes_->row(query)) {
    const auto postings = postings_->column(entry.column);
    auto at = std::partition_point(postings.begin(), postings.end(),
                                   [&](const auto& posting) { return posting.row < first; });
    for (; at != postings.end(); ++at) {
      float& sum = scratch.sums[static_cast<std::size_t>(at->row)];
      if (sum == kHopeless) continue;
      if (sum == kUntouched) {
        sum = 0;
        scratch.rows.push_back(at->row);
      }
      const bool is_lesser = kind != Part::kProduct;
      sum += is_lesser ? std::min(entry.weight, at->weight) : entry.weight * at->weight;
      const float left = is_lesser ? std::min(entry.rest, at->rest) : entry.rest * at->rest;
      if (sum + left < bar(masses_[static_cast<std::size_t>(at->row)])) sum = kHopeless;
    }
  }
}

/// Scores the rows that were not given up, and forgets all that were touched.
template <typename Value>
void PrefixSearch<Value>::settle(std::int64_t query, RowSums<Value>& sums, Scratch& scratch,
                                 TopK<Value>& best) const {
  bool is_held = false;
  for (const auto row : scratch.rows) {
    float& sum = scratch.sums[static_cast<std::size_t>(row)];
    if (sum != kHopeless && !comparison_.is_self(query, row)) {
      if (!is_held) sums.hold(comparison_.queries(), query);
      is_held = true;
      comparison_.compare(query, row, sums, best);
    }
    sum = kUntouched;
  }
  scratch.rows.clear();
}

template class PrefixSearch<float>;
template class PrefixSearch<double>;

}  // namespace broadsheet::similarity
