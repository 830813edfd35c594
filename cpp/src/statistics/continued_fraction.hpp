#pragma once

#include <cmath>
#include <limits>

namespace broadsheet::statistics {

/// a(1) / (b(1) + a(2) / (b(2) + ...)), to the last digit.
///
/// Source: Lentz's algorithm as Thompson and Barnett have it, J. Comp. Phys. 64, 1986.
/// @param a, b  Functions of 1, 2, ... such that the fraction converges.
template <typename Numerator, typename Denominator>
[[nodiscard]] double continued_fraction(const Numerator& a, const Denominator& b) {
  constexpr double kTiny = 1e-300;  // Stands for a zero that would be divided by.
  constexpr int kMost = 10'000'000;
  const auto not_zero = [](double value) { return value == 0 ? kTiny : value; };
  double value = kTiny;
  double c = kTiny;
  double d = 0;
  for (int n = 1; n < kMost; ++n) {
    d = 1 / not_zero(b(n) + a(n) * d);
    c = not_zero(b(n) + a(n) / c);
    const double factor = c * d;
    value *= factor;
    if (std::abs(factor - 1) <= std::numeric_limits<double>::epsilon()) break;
  }
  return value;
}

}  // namespace broadsheet::statistics
