#include "broadsheet/statistics/dispersion.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>

#include "broadsheet/require.hpp"
#include "names.hpp"
#include "spread.hpp"

namespace broadsheet::statistics {
namespace {

using Measure = double (*)(const Spread&, const Parts&);

struct Entry {
  std::string_view name;
  Measure measure;
  double of_absent;  ///< The value for a word that no part has.
};

constexpr double kUndefined = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

double n_of(const Spread& word) {
  return static_cast<double>(word.counts.size());
}

double idf(const Spread& word, const Parts& parts) {
  return std::log2(parts.n / n_of(word));
}

double kld_norm_2(const Spread& word, const Parts& parts) {
  return 1 - std::exp2(-kld(word, parts));
}

constexpr auto kEntries = std::to_array<Entry>({
    {"range", [](const Spread& word, const Parts&) { return n_of(word); }, 0},
    {"idf", idf, kInfinity},
    {"juilland_d", juilland_d, kUndefined},
    {"carroll_d2", carroll_d2, kUndefined},
    {"rosengren_s",
     [](const Spread& w, const Parts& parts) { return rosengren_kf(w, parts) / w.total; },
     kUndefined},
    {"lyne_d3", lyne_d3, kUndefined},
    {"zhang_dc", zhang_dc, kUndefined},
    {"dp", dp, kUndefined},
    {"dp_norm",
     [](const Spread& w, const Parts& parts) { return dp(w, parts) / (1 - parts.least_share); },
     kUndefined},
    {"dp_norm_egbert",
     [](const Spread& w, const Parts& parts) {
       return dp(w, parts) / (1 - std::ranges::min(w.shares));
     },
     kUndefined},
    {"kld", kld, kUndefined},
    {"kld_norm_odds",
     [](const Spread& w, const Parts& parts) { return kld(w, parts) / (1 + kld(w, parts)); },
     kUndefined},
    {"kld_norm_e", [](const Spread& w, const Parts& parts) { return -std::expm1(-kld(w, parts)); },
     kUndefined},
    {"kld_norm_2", kld_norm_2, kUndefined},
    {"da", da, kUndefined},
    {"juilland_u",
     [](const Spread& w, const Parts& parts) { return juilland_d(w, parts) * w.total; }, 0},
    {"carroll_um", carroll_um, 0},
    {"rosengren_kf", rosengren_kf, 0},
    {"engwall_fm", [](const Spread& w, const Parts& parts) { return w.total * n_of(w) / parts.n; },
     0},
    {"kromer_ur", [](const Spread& w, const Parts&) { return kromer_ur(w); }, 0},
});
static_assert(kEntries.size() == static_cast<std::size_t>(Dispersion::kKromerUr) + 1);

constexpr auto kNames = names_of(kEntries);

}  // namespace

std::span<const std::string_view> dispersion_names() {
  return kNames;
}

Dispersion find_dispersion(std::string_view name) {
  return find_name<Dispersion>(kNames, name, "dispersion");
}

template <typename Value>
std::vector<std::vector<double>> dispersion(const terms::CsrView<Value>& counts,
                                            std::span<const double> sizes,
                                            std::span<const Dispersion> measures,
                                            const parallel::LoopOptions& call) {
  require(std::ssize(sizes) == counts.n_columns, "sizes must be one a part, ", counts.n_columns,
          ", not ", sizes.size());
  const Parts parts = parts_of(sizes);
  std::vector<std::vector<double>> values(
      measures.size(), std::vector<double>(static_cast<std::size_t>(counts.n_rows())));
  parallel::LoopOptions loop = call;
  loop.chunk_size = 256;
  parallel::for_each_chunk(counts.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    Spread word;
    for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
      word.hold(counts, row, sizes, parts);
      for (std::size_t i = 0; i < measures.size(); ++i) {
        const Entry& entry = kEntries[static_cast<std::size_t>(measures[i])];
        values[i][static_cast<std::size_t>(row)] =
            word.total > 0 ? entry.measure(word, parts) : entry.of_absent;
      }
    }
  });
  return values;
}

template std::vector<std::vector<double>> dispersion(const terms::CsrView<std::int32_t>&,
                                                     std::span<const double>,
                                                     std::span<const Dispersion>,
                                                     const parallel::LoopOptions&);
template std::vector<std::vector<double>> dispersion(const terms::CsrView<double>&,
                                                     std::span<const double>,
                                                     std::span<const Dispersion>,
                                                     const parallel::LoopOptions&);

}  // namespace broadsheet::statistics
