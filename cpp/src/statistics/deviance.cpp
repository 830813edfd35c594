#include "broadsheet/statistics/deviance.hpp"

#include <algorithm>
#include <cmath>

namespace broadsheet::statistics {

double deviance(double difference, double mean) {
  const double x = std::max(mean + difference, 0.0);
  if (x == 0) return mean;
  const double v = difference / (mean + x);
  if (std::abs(v) > 0.1) return x * std::log(x / mean) - difference;
  // ln(x / mean) = 2 atanh(v), of which the first term of the series is taken with the rest.
  double sum = difference * v;
  double power = 2 * x * v;
  for (int n = 3;; n += 2) {
    power *= v * v;
    const double next = sum + power / n;
    if (next == sum) return sum;
    sum = next;
  }
}

double stirling_error(double x) {
  constexpr double kLeast = 16;  // From here on the series below is exact to the last digit.
  double sum = 0;
  for (; x < kLeast; ++x) sum += (x + 0.5) * std::log1p(1 / x) - 1;
  const double square = x * x;
  constexpr double kTerms[] = {1.0 / 12, 1.0 / 360, 1.0 / 1260, 1.0 / 1680, 1.0 / 1188};
  return sum +
         (kTerms[0] -
          (kTerms[1] - (kTerms[2] - (kTerms[3] - kTerms[4] / square) / square) / square) / square) /
             x;
}

}  // namespace broadsheet::statistics
