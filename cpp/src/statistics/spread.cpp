#include "spread.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

double sum(const std::vector<double>& values) {
  return std::accumulate(values.begin(), values.end(), 0.0);
}

/// 1 + 1/2 + ... + 1/x, and for fractions what joins it: digamma(x + 1) + Euler's constant.
/// Source: Abramowitz and Stegun 1964, 6.3.5 and 6.3.18.
double harmonic_number(double x) {
  constexpr double kLeast = 16;  // From here on the series is exact to the last digit.
  constexpr double kEuler = 0.57721566490153286;
  double before = 0;
  for (; x < kLeast; ++x) before += 1 / (x + 1);
  const double square = x * x;
  return std::log(x) + kEuler + 1 / (2 * x) -
         (1.0 / 12 - (1.0 / 120 - (1.0 / 252 - 1.0 / 240 / square) / square) / square) / square -
         before;
}

}  // namespace

Parts parts_of(std::span<const double> sizes) {
  Parts parts;
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t part = 0; part < sizes.size(); ++part) {
    require(std::isfinite(sizes[part]) && sizes[part] >= 0,
            "sizes must be finite and not negative: part ", part, " is ", sizes[part]);
    if (sizes[part] == 0) continue;
    ++parts.n;
    parts.size += sizes[part];
    least = std::min(least, sizes[part]);
  }
  parts.least_share = least / parts.size;
  return parts;
}

double juilland_d(const Spread& word, const Parts& parts) {
  if (parts.n == 1) return kUndefined;
  const double mean = sum(word.rates) / parts.n;
  double squares = (parts.n - static_cast<double>(word.rates.size())) * mean * mean;
  for (const double rate : word.rates) squares += (rate - mean) * (rate - mean);
  // In one part alone it is 0, of which rounding may leave less.
  return std::max(0.0, 1 - std::sqrt(squares / parts.n) / mean / std::sqrt(parts.n - 1));
}

double carroll_d2(const Spread& word, const Parts& parts) {
  if (parts.n == 1) return kUndefined;
  const double all = sum(word.rates);
  double entropy = 0;
  for (const double rate : word.rates) entropy -= rate / all * std::log(rate / all);
  return entropy / std::log(parts.n);
}

double lyne_d3(const Spread& word, const Parts&) {
  // sum (v - f s)^2 / (f s) = sum v^2 / (f s) - f, of which only parts that have the word matter.
  double squares = 0;
  for (std::size_t i = 0; i < word.counts.size(); ++i) squares += word.counts[i] * word.rates[i];
  return 1 - (squares / word.total - word.total) / (4 * word.total);
}

double zhang_dc(const Spread& word, const Parts& parts) {
  double roots = 0;
  for (const double count : word.counts) roots += std::sqrt(count);
  return roots * roots / (parts.n * word.total);
}

double dp(const Spread& word, const Parts&) {
  // The differences add up to 0, so half their sizes are those above 0, of parts with the word.
  double above = 0;
  for (std::size_t i = 0; i < word.counts.size(); ++i) {
    above += std::max(word.counts[i] / word.total - word.shares[i], 0.0);
  }
  return above;
}

double kld(const Spread& word, const Parts&) {
  double divergence = 0;
  for (std::size_t i = 0; i < word.counts.size(); ++i) {
    divergence += word.counts[i] / word.total * std::log2(word.rates[i] / word.total);
  }
  return std::max(divergence, 0.0);
}

double da(const Spread& word, const Parts& parts) {
  if (parts.n == 1) return kUndefined;
  std::vector<double> falling = word.rates;
  std::ranges::sort(falling, std::greater<>{});
  double weighted = 0;
  for (std::size_t i = 0; i < falling.size(); ++i) {
    weighted += static_cast<double>(i + 1) * falling[i];
  }
  return 2 * (weighted / sum(falling) - 1) / (parts.n - 1);
}

double carroll_um(const Spread& word, const Parts& parts) {
  const double d2 = carroll_d2(word, parts);
  return d2 * word.total + (1 - d2) * word.total / parts.n;
}

double rosengren_kf(const Spread& word, const Parts&) {
  double roots = 0;
  for (std::size_t i = 0; i < word.counts.size(); ++i) {
    roots += std::sqrt(word.counts[i] * word.shares[i]);
  }
  return roots * roots;
}

double kromer_ur(const Spread& word) {
  double usage = 0;
  for (const double count : word.counts) usage += harmonic_number(count);
  return usage;
}

}  // namespace broadsheet::statistics
