#include "windows.hpp"

#include <cstddef>
#include <limits>

namespace broadsheet::statistics {
namespace {

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();

/// The number of factors of tokens(0), tokens(1), ... to tokens(n - 1).
template <typename Tokens>
double count_factors(std::size_t n, const Tokens& tokens, double threshold, TypeCounts& counts) {
  double n_full = 0;
  std::size_t begin = 0;
  double ttr = 1;
  for (std::size_t i = 0; i < n; ++i) {
    counts.add(tokens(i));
    ttr = static_cast<double>(counts.n_types()) / static_cast<double>(i + 1 - begin);
    if (ttr < threshold) {
      n_full += 1;
      for (; begin <= i; ++begin) counts.remove(tokens(begin));
      ttr = 1;
    }
  }
  for (; begin < n; ++begin) counts.remove(tokens(begin));
  return n_full + (1 - ttr) / (1 - threshold);
}

}  // namespace

double msttr(std::span<const std::int32_t> tokens, std::int64_t window, TypeCounts& counts) {
  const auto n = static_cast<std::size_t>(window);
  if (tokens.size() < n) return kUndefined;
  std::int64_t n_types = 0;
  std::size_t begin = 0;
  for (; begin + n <= tokens.size(); begin += n) {
    const auto segment = tokens.subspan(begin, n);
    for (const std::int32_t token : segment) counts.add(token);
    n_types += counts.n_types();
    counts.clear(segment);
  }
  return static_cast<double>(n_types) / static_cast<double>(begin);
}

double mattr(std::span<const std::int32_t> tokens, std::int64_t window, TypeCounts& counts) {
  const auto n = static_cast<std::size_t>(window);
  if (tokens.size() < n) return kUndefined;
  std::int64_t n_types = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    counts.add(tokens[i]);
    if (i >= n) counts.remove(tokens[i - n]);
    if (i + 1 >= n) n_types += counts.n_types();
  }
  counts.clear(tokens.last(n));
  return static_cast<double>(n_types) /
         (static_cast<double>(window) * static_cast<double>(tokens.size() - n + 1));
}

double mtld(std::span<const std::int32_t> tokens, double threshold, TypeCounts& counts) {
  const std::size_t n = tokens.size();
  const double forward =
      count_factors(n, [&](std::size_t i) { return tokens[i]; }, threshold, counts);
  const double backward =
      count_factors(n, [&](std::size_t i) { return tokens[n - 1 - i]; }, threshold, counts);
  const auto length = static_cast<double>(n);
  return (length / forward + length / backward) / 2;
}

}  // namespace broadsheet::statistics
