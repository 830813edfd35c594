#include "broadsheet/statistics/hypergeometric.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "broadsheet/statistics/binomial.hpp"

namespace broadsheet::statistics {
namespace {

constexpr double kNever = -std::numeric_limits<double>::infinity();
constexpr double kTie = 1e-7;

/// The same draws looked at from the unmarked balls.
Hypergeometric mirrored(const Hypergeometric& of) {
  return {of.unmarked, of.marked, of.draws};
}

/// ln P(X >= k) where k is at least the mode: terms fall from the first on.
double log_upper_tail(const Hypergeometric& of, double k) {
  double sum = 1;
  double term = 1;
  for (double i = k; i < of.most(); ++i) {
    term *= (of.marked - i) / (i + 1) * ((of.draws - i) / (of.unmarked - of.draws + i + 1));
    if (sum + term == sum) break;
    sum += term;
  }
  return of.log_probability(k) + std::log(sum);
}

double mode(const Hypergeometric& of) {
  return std::clamp(std::floor((of.draws + 1) * ((of.marked + 1) / (of.marked + of.unmarked + 2))),
                    of.least(), of.most());
}

/// ln(1 - exp(x)), x below 0.
double log_complement(double x) {
  return std::log(-std::expm1(x));
}

double log_sum(double x, double y) {
  if (x < y) std::swap(x, y);
  return y == kNever ? x : x + std::log1p(std::exp(y - x));
}

/// ln of the probability of the numbers below the mode of which none is likelier than `limit`.
double log_lower_unlikely(const Hypergeometric& of, double limit) {
  double unlikely = of.least() - 1;  // Probabilities rise from here to the mode.
  double likely = mode(of);
  while (likely - unlikely > 1) {
    const double middle = unlikely + std::floor((likely - unlikely) / 2);
    (of.log_probability(middle) <= limit ? unlikely : likely) = middle;
  }
  return of.log_at_most(unlikely);
}

}  // namespace

double Hypergeometric::log_probability(double k) const {
  const double total = marked + unmarked;
  if (draws == 0 || draws == total) return 0;
  const double p = draws / total;
  const double q = (total - draws) / total;
  return binomial_log_probability(k, marked, p, q) +
         binomial_log_probability(draws - k, unmarked, p, q) -
         binomial_log_probability(draws, total, p, q);
}

double Hypergeometric::log_at_least(double k) const {
  if (k <= least()) return 0;
  if (k > most()) return kNever;
  if (k >= mode(*this)) return std::min(log_upper_tail(*this, k), 0.0);
  return log_complement(log_upper_tail(mirrored(*this), draws - (k - 1)));
}

double Hypergeometric::log_at_most(double k) const {
  return mirrored(*this).log_at_least(draws - k);
}

double Hypergeometric::log_at_most_as_likely(double k) const {
  const double limit = log_probability(k) + std::log1p(kTie);
  const double top = mode(*this);
  if (log_probability(top) <= limit) return 0;
  const bool is_above = k > top;
  const double same_side = is_above ? log_at_least(k) : log_at_most(k);
  const double other_side = log_lower_unlikely(is_above ? *this : mirrored(*this), limit);
  return std::min(log_sum(same_side, other_side), 0.0);
}

}  // namespace broadsheet::statistics
