#include "broadsheet/statistics/vocabulary_growth.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>
#include <limits>
#include <numeric>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

std::vector<double> logarithms(std::span<const double> values, const char* name) {
  std::vector<double> logs;
  for (std::size_t i = 0; i < values.size(); ++i) {
    require(std::isfinite(values[i]) && values[i] > 0, name, " must be finite and above 0: place ",
            i, " is ", values[i]);
    logs.push_back(std::log(values[i]));
  }
  return logs;
}

double mean(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// The ranks 1 to V, drawn with probabilities r^-a / sum r^-a.
struct RankLaw {
  double total = 0;     ///< sum r^-a.
  double mean_log = 0;  ///< The mean of ln r: it falls as a grows.
};

RankLaw rank_law(const std::vector<double>& log_ranks, double a) {
  RankLaw law;
  for (const double log_rank : log_ranks) {
    const double weight = std::exp(-a * log_rank);
    law.total += weight;
    law.mean_log += weight * log_rank;
  }
  law.mean_log /= law.total;
  return law;
}

/// The a, from 0 on, at which ranks have this mean logarithm: where the likelihood is greatest.
double solve(const std::vector<double>& log_ranks, double mean_log) {
  double low = 0;
  double high = 1;
  while (rank_law(log_ranks, high).mean_log > mean_log) high *= 2;
  for (double middle = high / 2; low < middle && middle < high; middle = (low + high) / 2) {
    (rank_law(log_ranks, middle).mean_log > mean_log ? low : high) = middle;
  }
  return high;
}

/// Counts above 0, the greatest first.
std::vector<double> ranked(std::span<const double> counts) {
  std::vector<double> held;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    require(std::isfinite(counts[i]) && counts[i] >= 0,
            "counts must be finite and not negative: place ", i, " is ", counts[i]);
    if (counts[i] > 0) held.push_back(counts[i]);
  }
  std::ranges::sort(held, std::greater<>());
  return held;
}

}  // namespace

std::vector<std::int64_t> vocabulary_growth(const terms::TokenIdsView& tokens,
                                            std::span<const std::int64_t> n_tokens) {
  std::vector<bool> is_seen(static_cast<std::size_t>(tokens.n_terms));
  std::vector<std::int64_t> n_types;
  std::int64_t n_seen = 0;
  std::int64_t place = 0;
  for (const std::int64_t end : n_tokens) {
    require(end >= place && end <= tokens.n_tokens(), "numbers of tokens must ascend in [0, ",
            tokens.n_tokens(), "]: ", end, " comes after ", place);
    for (; place < end; ++place) {
      const auto id = static_cast<std::size_t>(tokens.ids[static_cast<std::size_t>(place)]);
      n_seen += !is_seen[id];
      is_seen[id] = true;
    }
    n_types.push_back(n_seen);
  }
  return n_types;
}

HeapsLaw heaps(std::span<const double> n_tokens, std::span<const double> n_types) {
  require(n_tokens.size() == n_types.size(), "n_types must be one a number of tokens, ",
          n_tokens.size(), ", not ", n_types.size());
  const auto x = logarithms(n_tokens, "n_tokens");
  const auto y = logarithms(n_types, "n_types");
  if (x.size() < 2) return {kUndefined, kUndefined, kUndefined};
  const double mean_x = mean(x);
  const double mean_y = mean(y);
  double xx = 0;
  double xy = 0;
  double yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    xx += (x[i] - mean_x) * (x[i] - mean_x);
    xy += (x[i] - mean_x) * (y[i] - mean_y);
    yy += (y[i] - mean_y) * (y[i] - mean_y);
  }
  if (xx == 0) return {kUndefined, kUndefined, kUndefined};
  const double exponent = xy / xx;
  return {std::exp(mean_y - exponent * mean_x), exponent, xy * xy / (xx * yy)};
}

ZipfLaw zipf(std::span<const double> counts) {
  const auto held = ranked(counts);
  if (held.size() < 2) return {kUndefined, kUndefined};
  std::vector<double> log_ranks;
  double total = 0;
  double sum = 0;
  for (std::size_t i = 0; i < held.size(); ++i) {
    log_ranks.push_back(std::log(static_cast<double>(i + 1)));
    total += held[i];
    sum += held[i] * log_ranks.back();
  }
  const double exponent = solve(log_ranks, sum / total);
  return {total / rank_law(log_ranks, exponent).total, exponent};
}

}  // namespace broadsheet::statistics
