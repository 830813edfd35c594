#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "broadsheet/require.hpp"
#include "broadsheet/terms/csr_view.hpp"

namespace broadsheet::statistics {

/// The parts of a corpus that are not empty.
struct Parts {
  double n = 0;
  double size = 0;         ///< The sum of the sizes.
  double least_share = 0;  ///< The smallest share in the sum.
};

/// @throws std::invalid_argument  if a size is negative or not finite.
[[nodiscard]] Parts parts_of(std::span<const double> sizes);

/// A word in the parts that have it; parts that lack it come in by their number alone.
struct Spread {
  double total = 0;
  std::vector<double> counts;  ///< v of each part that has the word,
  std::vector<double> shares;  ///< and the share s of the part in the corpus,
  std::vector<double> rates;   ///< and v / s, which is p but for a factor that no measure sees.

  template <typename Value>
  void hold(const terms::CsrView<Value>& matrix, std::int64_t row, std::span<const double> sizes,
            const Parts& parts) {
    total = 0;
    counts.clear();
    shares.clear();
    rates.clear();
    for (auto place = static_cast<std::size_t>(matrix.begin(row));
         place < static_cast<std::size_t>(matrix.end(row)); ++place) {
      const auto count = static_cast<double>(matrix.values[place]);
      if (count == 0) continue;
      const auto part = static_cast<std::size_t>(matrix.indices[place]);
      require(sizes[part] > 0, "sizes must be above 0 where something is counted: part ", part,
              " has size 0, and row ", row, " counts ", count, " there");
      total += count;
      counts.push_back(count);
      shares.push_back(sizes[part] / parts.size);
      rates.push_back(count / shares.back());
    }
  }
};

// Each is named and defined with Dispersion; the word is in at least one part.

[[nodiscard]] double juilland_d(const Spread& word, const Parts& parts);
[[nodiscard]] double carroll_d2(const Spread& word, const Parts& parts);
[[nodiscard]] double lyne_d3(const Spread& word, const Parts& parts);
[[nodiscard]] double zhang_dc(const Spread& word, const Parts& parts);
[[nodiscard]] double dp(const Spread& word, const Parts& parts);
[[nodiscard]] double kld(const Spread& word, const Parts& parts);
[[nodiscard]] double da(const Spread& word, const Parts& parts);
[[nodiscard]] double carroll_um(const Spread& word, const Parts& parts);
[[nodiscard]] double rosengren_kf(const Spread& word, const Parts& parts);
[[nodiscard]] double kromer_ur(const Spread& word);

}  // namespace broadsheet::statistics
