#include "broadsheet/statistics/normal.hpp"

#include <cmath>
#include <numbers>

namespace broadsheet::statistics {

double normal_two_sided(double z) {
  return std::erfc(std::abs(z) / std::numbers::sqrt2);
}

double chi_squared_above(double x) {
  return normal_two_sided(std::sqrt(x));
}

double normal_upper_quantile(double p) {
  constexpr int kMost = 100;
  const double root_of_two_pi = std::sqrt(2 * std::numbers::pi);
  double z = std::sqrt(-2 * std::log(p));  // P(Z > z) <= exp(-z^2 / 2) / 2.
  for (int i = 0; i < kMost; ++i) {
    const double above = 0.5 * std::erfc(z / std::numbers::sqrt2);
    const double density = std::exp(-z * z / 2) / root_of_two_pi;
    const double step = std::log(p / above) * above / density;
    z -= step;
    if (std::abs(step) <= 1e-15 * (1 + std::abs(z))) break;
  }
  return z;
}

}  // namespace broadsheet::statistics
