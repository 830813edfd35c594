#include "broadsheet/similarity/simhash.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/similarity/measure.hpp"
#include "broadsheet/target_clones.hpp"
#include "seeds.hpp"

namespace broadsheet::similarity {
namespace {

constexpr auto kBits = static_cast<std::size_t>(kSimHashBits);
using Normals = std::array<float, kBits>;  // Whole numbers.
using Sums = std::array<double, kBits>;

// The upper half of the quantiles (i + 1/2) / 256 of the normal distribution, times 1024.
constexpr std::array<std::int16_t, 128> kQuantiles = {
    5,    15,   25,   35,   45,   55,   65,   75,   85,   95,   105,  116,  126,  136,  146,  156,
    166,  176,  187,  197,  207,  217,  227,  238,  248,  258,  269,  279,  290,  300,  311,  321,
    332,  342,  353,  363,  374,  385,  396,  406,  417,  428,  439,  450,  461,  472,  484,  495,
    506,  518,  529,  540,  552,  564,  575,  587,  599,  611,  623,  635,  647,  660,  672,  684,
    697,  710,  722,  735,  748,  762,  775,  788,  802,  816,  829,  843,  858,  872,  886,  901,
    916,  931,  946,  962,  977,  993,  1009, 1026, 1043, 1060, 1077, 1094, 1112, 1131, 1149, 1168,
    1188, 1208, 1228, 1249, 1270, 1292, 1315, 1338, 1362, 1386, 1412, 1438, 1466, 1494, 1524, 1555,
    1587, 1622, 1658, 1696, 1737, 1781, 1828, 1880, 1937, 2000, 2073, 2157, 2260, 2391, 2581, 2955};

constexpr float normal_of(std::uint8_t byte) {
  return byte >= 128 ? static_cast<float>(kQuantiles[byte - 128U])
                     : -static_cast<float>(kQuantiles[127U - byte]);
}

/// The normal numbers of a column: one for each byte of eight hashes.
Normals normals_of(std::uint64_t column, std::uint64_t seed) {
  Normals normals;
  for (std::size_t bit = 0; bit < kBits; bit += 8) {
    const std::uint64_t hash = terms::mix_bits(column ^ member_key(seed, bit / 8));
    for (std::size_t i = 0; i < 8; ++i) {
      normals[bit + i] = normal_of(static_cast<std::uint8_t>(hash >> 8 * i));
    }
  }
  return normals;
}

/// A column of a row, and its weight as a whole number.
struct Cell {
  std::int32_t column;
  double weight;
};

BROADSHEET_TARGET_CLONES
void add_cells(const Cell* cells, std::size_t n, const Normals* normals, double* sums) {
  for (std::size_t i = 0; i < n; ++i) {
    const float* const normal = normals[cells[i].column].data();
    for (std::size_t bit = 0; bit < kBits; ++bit) {
      sums[bit] += cells[i].weight * static_cast<double>(normal[bit]);
    }
  }
}

/// The cells of a row, in place of those that `cells` held; none of a row of zeros.
template <typename Value>
void read_row(const terms::CsrView<Value>& weights, std::int64_t row, std::vector<Cell>& cells) {
  cells.clear();
  double greatest = 0;
  const auto begin = static_cast<std::size_t>(weights.begin(row));
  const auto end = static_cast<std::size_t>(weights.end(row));
  for (std::size_t at = begin; at < end; ++at) {
    greatest = std::max(greatest, std::abs(static_cast<double>(weights.values[at])));
  }
  if (greatest == 0) return;
  for (std::size_t at = begin; at < end; ++at) {
    const double weight = static_cast<double>(weights.values[at]) * (0x1p20 / greatest);
    cells.push_back({weights.indices[at], std::nearbyint(weight)});
  }
}

std::uint64_t sketch(std::span<const Cell> cells, const std::vector<Normals>& normals) {
  if (cells.empty()) return 0;
  Sums sums = {};
  add_cells(cells.data(), cells.size(), normals.data(), sums.data());
  std::uint64_t bits = 0;
  for (std::size_t bit = 0; bit < kBits; ++bit) {
    bits |= static_cast<std::uint64_t>(sums[bit] > 0) << bit;
  }
  return std::max<std::uint64_t>(bits, 1);  // One in 2^64 is 0 by chance.
}

void require_distance(std::int32_t distance) {
  require(distance >= 0 && distance <= kSimHashBits, "distance must lie in [0, 64], not ",
          distance);
}

}  // namespace

std::vector<std::uint64_t> label_hashes(std::span<const std::int64_t> offsets,
                                        std::string_view bytes, std::uint64_t seed) {
  const terms::HashKey key = hash_key(seed);
  std::vector<std::uint64_t> hashes;
  hashes.reserve(offsets.size());
  for (std::size_t i = 0; i + 1 < offsets.size(); ++i) {
    const auto begin = static_cast<std::size_t>(offsets[i]);
    const auto end = static_cast<std::size_t>(offsets[i + 1]);
    hashes.push_back(terms::sip_hash_13(bytes.substr(begin, end - begin), key));
  }
  return hashes;
}

template <typename Value>
LargeArray<std::uint64_t> simhash(const terms::CsrView<Value>& weights,
                                  std::span<const std::uint64_t> columns,
                                  const SimHashOptions& options) {
  terms::check(weights);
  require(columns.size() == static_cast<std::size_t>(weights.n_columns),
          "columns must have a hash for each of the ", weights.n_columns, " columns, not ",
          columns.size());
  const auto before_rows = parallel::uncounted(options.loop, 0, 1024);
  (void)row_masses(Measure::kCosine, weights, "weights", before_rows);
  std::vector<Normals> normals(columns.size());
  parallel::for_each_chunk(std::ssize(columns), before_rows, [&](const parallel::Chunk& chunk) {
    for (auto i = static_cast<std::size_t>(chunk.begin); i < static_cast<std::size_t>(chunk.end);
         ++i) {
      normals[i] = normals_of(columns[i], options.seed);
    }
  });
  LargeArray<std::uint64_t> sketches(static_cast<std::size_t>(weights.n_rows()));
  parallel::LoopOptions loop = options.loop;
  loop.chunk_size = 128;
  parallel::Scratch<std::vector<Cell>> scratch([] { return std::vector<Cell>(); });
  parallel::for_each_chunk(weights.n_rows(), loop, [&](const parallel::Chunk& chunk) {
    scratch.with([&](std::vector<Cell>& cells) {
      for (std::int64_t row = chunk.begin; row < chunk.end; ++row) {
        read_row(weights, row, cells);
        sketches[static_cast<std::size_t>(row)] = sketch(cells, normals);
      }
    });
  });
  return sketches;
}

double estimated_cosine(std::int32_t distance) {
  require_distance(distance);
  return std::cos(std::numbers::pi * distance / kSimHashBits);
}

double hamming_recall(std::int32_t distance, double cosine) {
  require_distance(distance);
  require(cosine >= -1 && cosine <= 1, "cosine must lie in [-1, 1], not ", cosine);
  const double differs = std::acos(cosine) / std::numbers::pi;
  if (differs <= 0 || distance == kSimHashBits) return 1;
  if (differs >= 1) return 0;
  double sum = 0;
  double term = std::pow(1 - differs, kSimHashBits);
  for (std::int32_t n = 0; n <= distance; ++n) {
    sum += term;
    term *= differs / (1 - differs) * (kSimHashBits - n) / (n + 1);
  }
  return std::min(sum, 1.0);
}

std::int32_t choose_distance(double cosine, double min_recall) {
  require(cosine > 0 && cosine <= 1, "min_similarity must lie in (0, 1], not ", cosine);
  require(min_recall > 0 && min_recall < 1, "min_recall must lie in (0, 1), not ", min_recall);
  std::int32_t distance = 0;
  while (distance < kSimHashBits && hamming_recall(distance, cosine) < min_recall) ++distance;
  return distance;
}

template LargeArray<std::uint64_t> simhash(const terms::CsrView<float>&,
                                           std::span<const std::uint64_t>, const SimHashOptions&);
template LargeArray<std::uint64_t> simhash(const terms::CsrView<double>&,
                                           std::span<const std::uint64_t>, const SimHashOptions&);

}  // namespace broadsheet::similarity
