#include "richness.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace broadsheet::statistics {
namespace {

/// The probability that none of `count` tokens of a text of n is among `sample` drawn from it.
double missed(double count, double n, double sample) {
  const double fewer = std::min(count, sample);
  const double more = std::max(count, sample);
  if (count + sample > n) return 0;
  double product = 1;
  for (double i = 0; i < fewer; ++i) product *= (n - more - i) / (n - i);
  return product;
}

}  // namespace

double Frequencies::squares() const {
  double sum = 0;
  for (const std::int64_t count : counts) {
    sum += static_cast<double>(count) * static_cast<double>(count);
  }
  return sum;
}

double maas_a2(const Frequencies& text, double log_base) {
  const double log_n = std::log(text.n_tokens) / log_base;
  return (log_n - std::log(text.n_types()) / log_base) / (log_n * log_n);
}

double yule_k(const Frequencies& text) {
  return 1e4 * (text.squares() - text.n_tokens) / (text.n_tokens * text.n_tokens);
}

double simpson_d(const Frequencies& text) {
  return (text.squares() - text.n_tokens) / (text.n_tokens * (text.n_tokens - 1));
}

double herdan_vm(const Frequencies& text) {
  const double n = text.n_tokens;
  // Rounding may take it below 0 where all types are as frequent.
  return std::sqrt(std::max(text.squares() / (n * n) - 1 / text.n_types(), 0.0));
}

double fisher_alpha(const Frequencies& text) {
  const double n = text.n_tokens;
  const double v = text.n_types();
  if (v == n) return std::numeric_limits<double>::infinity();
  // alpha ln(1 + n / alpha) is concave and less than v here: Newton's steps rise to the root.
  double alpha = v * v / n;
  for (int i = 0; i < 100; ++i) {
    const double log = std::log1p(n / alpha);
    const double step = (v - alpha * log) / (log - n / (alpha + n));
    alpha += step;
    if (std::abs(step) <= 1e-15 * alpha) break;
  }
  return alpha;
}

double hd_d(const Frequencies& text, std::int64_t sample) {
  const auto n_drawn = static_cast<double>(sample);
  if (text.n_tokens < n_drawn) return std::numeric_limits<double>::quiet_NaN();
  double sum = 0;
  for (std::size_t i = 0; i < text.counts.size();) {
    std::size_t end = i;
    while (end < text.counts.size() && text.counts[end] == text.counts[i]) ++end;
    const double caught = 1 - missed(static_cast<double>(text.counts[i]), text.n_tokens, n_drawn);
    sum += static_cast<double>(end - i) * caught;
    i = end;
  }
  return sum / n_drawn;
}

}  // namespace broadsheet::statistics
