#include "broadsheet/statistics/log_odds.hpp"

#include <cmath>
#include <cstddef>
#include <numeric>

#include "broadsheet/require.hpp"

namespace broadsheet::statistics {
namespace {

void check(std::span<const double> counts, const char* name, std::size_t n_words) {
  require(counts.size() == n_words, name, " must have as many rows as target, ", n_words, ", not ",
          counts.size());
  for (std::size_t row = 0; row < counts.size(); ++row) {
    require(std::isfinite(counts[row]) && counts[row] >= 0, name,
            " must be finite and not negative: row ", row, " is ", counts[row]);
  }
}

double sum(std::span<const double> counts) {
  return std::accumulate(counts.begin(), counts.end(), 0.0);
}

}  // namespace

LogOdds log_odds(std::span<const double> target, std::span<const double> reference,
                 std::span<const double> prior) {
  check(target, "target", target.size());
  check(reference, "reference", target.size());
  check(prior, "prior", target.size());
  const double in_target = sum(target) + sum(prior);
  const double in_reference = sum(reference) + sum(prior);
  LogOdds values;
  for (std::size_t word = 0; word < target.size(); ++word) {
    const double y = target[word] + prior[word];
    const double z = reference[word] + prior[word];
    const double delta = std::log(y / (in_target - y)) - std::log(z / (in_reference - z));
    values.log_odds.push_back(delta);
    values.z_scores.push_back(delta / std::sqrt(1 / y + 1 / z));
  }
  return values;
}

}  // namespace broadsheet::statistics
