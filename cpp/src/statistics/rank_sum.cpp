#include "broadsheet/statistics/rank_sum.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "broadsheet/require.hpp"
#include "broadsheet/statistics/normal.hpp"

namespace broadsheet::statistics {
namespace {

/// The values of one word among `n_words`.
std::span<const double> row_of(std::span<const double> values, std::int64_t n_words,
                               std::int64_t word) {
  const std::size_t n_parts = values.size() / static_cast<std::size_t>(n_words);
  return values.subspan(static_cast<std::size_t>(word) * n_parts, n_parts);
}

void check(std::span<const double> values, const char* name, std::int64_t word) {
  for (const double value : values) {
    require(std::isfinite(value), name, " must be finite: row ", word, " holds ", value);
  }
}

}  // namespace

RankSum rank_sum(std::span<const double> target, std::span<const double> reference) {
  std::vector<std::pair<double, bool>> values;  // And whether it is of the target.
  for (const double value : target) values.emplace_back(value, true);
  for (const double value : reference) values.emplace_back(value, false);
  std::ranges::sort(values);

  RankSum result;
  double ties = 0;  // The sum of t^3 - t over runs of t equal values.
  for (std::size_t begin = 0; begin < values.size();) {
    std::size_t end = begin;
    double n_of_target = 0;
    for (; end < values.size() && values[end].first == values[begin].first; ++end) {
      n_of_target += values[end].second;
    }
    const auto t = static_cast<double>(end - begin);
    result.rank_sum += n_of_target * (static_cast<double>(begin) + (t + 1) / 2);
    ties += t * t * t - t;
    begin = end;
  }

  const auto n = static_cast<double>(target.size());
  const auto m = static_cast<double>(reference.size());
  result.u = result.rank_sum - n * (n + 1) / 2;
  const double difference = result.u - n * m / 2;
  const double variance = n * m / 12 * (n + m + 1 - ties / ((n + m) * (n + m - 1)));
  if (!(variance > 0)) {
    result.z = result.p = std::numeric_limits<double>::quiet_NaN();
    return result;
  }
  const double towards = std::max(std::abs(difference) - 0.5, 0.0);
  result.z = std::copysign(towards, difference) / std::sqrt(variance);
  result.p = normal_two_sided(result.z);
  return result;
}

RankSums rank_sums(std::span<const double> target, std::span<const double> reference,
                   std::int64_t n_words, const parallel::LoopOptions& call) {
  const std::vector<double> empty(static_cast<std::size_t>(n_words));
  RankSums results{empty, empty, empty, empty};
  parallel::LoopOptions loop = call;
  loop.chunk_size = 64;
  parallel::for_each_chunk(n_words, loop, [&](const parallel::Chunk& chunk) {
    for (std::int64_t word = chunk.begin; word < chunk.end; ++word) {
      const auto in_target = row_of(target, n_words, word);
      const auto in_reference = row_of(reference, n_words, word);
      check(in_target, "target", word);
      check(in_reference, "reference", word);
      const RankSum result = rank_sum(in_target, in_reference);
      const auto at = static_cast<std::size_t>(word);
      results.rank_sum[at] = result.rank_sum;
      results.u[at] = result.u;
      results.z[at] = result.z;
      results.p[at] = result.p;
    }
  });
  return results;
}

}  // namespace broadsheet::statistics
