#include "broadsheet/similarity/hamming.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstddef>
#include <limits>
#include <utility>

#include "broadsheet/require.hpp"
#include "broadsheet/target_clones.hpp"
#include "packed_pairs.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::int32_t kBits = 64;
constexpr std::int32_t kMostSame = 3;

std::int64_t n_choices(const HammingPlan& plan) {
  std::int64_t n = 1;
  for (std::int32_t i = 1; i <= plan.same; ++i) n = n * (plan.blocks - plan.same + i) / i;
  return n;
}

/// The bits of a block; the blocks are as long as one another, or longer by one.
std::uint64_t bits_of(std::int32_t block, std::int32_t blocks) {
  const std::int32_t begin = kBits * block / blocks;
  const std::int32_t end = kBits * (block + 1) / blocks;
  return (~std::uint64_t{0} >> (kBits - (end - begin))) << begin;
}

/// Each choice of `same` blocks, as the bits of these.
std::vector<std::uint64_t> choices_of(const HammingPlan& plan) {
  std::vector<std::uint64_t> choices;
  std::vector<std::int32_t> chosen(static_cast<std::size_t>(plan.same));
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = static_cast<std::int32_t>(i);
  while (true) {
    std::uint64_t bits = 0;
    for (const std::int32_t block : chosen) bits |= bits_of(block, plan.blocks);
    choices.push_back(bits);
    auto at = std::ssize(chosen) - 1;
    while (at >= 0 && chosen[static_cast<std::size_t>(at)] == plan.blocks - plan.same + at) --at;
    if (at < 0) return choices;
    auto next = ++chosen[static_cast<std::size_t>(at)];
    for (auto i = static_cast<std::size_t>(at) + 1; i < chosen.size(); ++i) chosen[i] = ++next;
  }
}

/// The first choice in which two sketches agree: that of the first blocks in which they do.
std::uint64_t first_choice(std::uint64_t difference, const HammingPlan& plan) {
  std::uint64_t bits = 0;
  std::int32_t n = 0;
  for (std::int32_t block = 0; block < plan.blocks && n < plan.same; ++block) {
    const std::uint64_t of_block = bits_of(block, plan.blocks);
    if ((difference & of_block) != 0) continue;
    bits |= of_block;
    ++n;
  }
  return bits;
}

/// Which of `n` sketches differ from `sketch` in at most `distance` bits: their number.
BROADSHEET_TARGET_CLONES
std::size_t find_near(std::uint64_t sketch, const std::uint64_t* others, std::size_t n,
                      int distance, std::uint32_t* found) {
  std::size_t n_found = 0;
  for (std::size_t i = 0; i < n; ++i) {
    found[n_found] = static_cast<std::uint32_t>(i);
    n_found += static_cast<std::size_t>(std::popcount(sketch ^ others[i]) <= distance);
  }
  return n_found;
}

/// The sketches of documents that have features.
struct Sketched {
  std::vector<std::uint64_t> sketches;
  std::vector<std::int32_t> documents;

  explicit Sketched(std::span<const std::uint64_t> all) {
    for (std::size_t i = 0; i < all.size(); ++i) {
      if (all[i] == 0) continue;
      sketches.push_back(all[i]);
      documents.push_back(static_cast<std::int32_t>(i));
    }
  }
  [[nodiscard]] std::int64_t size() const { return std::ssize(sketches); }
};

PackedPairs compare_all(const Sketched& of, std::int32_t distance, const parallel::Chunk& chunk,
                        PairLimit& limit) {
  PackedPairs pairs;
  std::vector<std::uint32_t> found(of.sketches.size());
  for (auto i = static_cast<std::size_t>(chunk.begin); i < static_cast<std::size_t>(chunk.end);
       ++i) {
    const std::size_t next = i + 1;
    const std::size_t n_found = find_near(of.sketches[i], of.sketches.data() + next,
                                          of.sketches.size() - next, distance, found.data());
    limit.add(n_found);
    for (std::size_t at = 0; at < n_found; ++at) {
      pairs.push_back(pack_pair(of.documents[i], of.documents[next + found[at]]));
    }
  }
  return pairs;
}

PackedPairs compare_chosen(const Sketched& of, std::int32_t distance, const HammingPlan& plan,
                           std::uint64_t choice, PairLimit& limit) {
  std::vector<std::pair<std::uint64_t, std::int32_t>> keyed;
  keyed.reserve(of.sketches.size());
  for (std::size_t i = 0; i < of.sketches.size(); ++i) {
    keyed.emplace_back(of.sketches[i] & choice, static_cast<std::int32_t>(i));
  }
  std::ranges::sort(keyed);
  PackedPairs pairs;
  const auto sketch_of = [&](std::size_t at) {
    return of.sketches[static_cast<std::size_t>(keyed[at].second)];
  };
  const auto document_of = [&](std::size_t at) {
    return of.documents[static_cast<std::size_t>(keyed[at].second)];
  };
  for (std::size_t i = 0; i < keyed.size(); ++i) {
    const std::size_t n_before = pairs.size();
    for (std::size_t j = i + 1; j < keyed.size() && keyed[j].first == keyed[i].first; ++j) {
      const std::uint64_t difference = sketch_of(i) ^ sketch_of(j);
      if (std::popcount(difference) > distance) continue;
      if (first_choice(difference, plan) != choice) continue;
      pairs.push_back(pack_pair(document_of(i), document_of(j)));
    }
    limit.add(pairs.size() - n_before);
  }
  return pairs;
}

void require_plan(const HammingPlan& plan, std::int32_t distance) {
  if (plan.blocks == 0) return;
  require(plan.same >= 1 && plan.blocks <= kBits && plan.blocks - plan.same >= distance,
          "a plan of ", plan.blocks, " blocks, ", plan.same, " the same, misses pairs at distance ",
          distance);
}

}  // namespace

HammingPlan plan_hamming(std::int64_t n_sketches, std::int32_t distance) {
  // As measured for 72,644 sketches, in units of a comparison of neighbours in memory.
  constexpr double kSort = 150;
  constexpr double kCandidate = 5;
  const auto n = static_cast<double>(n_sketches);
  HammingPlan best;
  double least = n * n / 2;
  for (std::int32_t same = 1; same <= kMostSame && distance + same <= kBits; ++same) {
    const HammingPlan plan{.blocks = distance + same, .same = same};
    const double n_bits = static_cast<double>(kBits) * same / plan.blocks;
    const double of_choice = n * kSort + n * n / 2 * kCandidate * std::exp2(-n_bits);
    const double cost = static_cast<double>(n_choices(plan)) * of_choice;
    if (cost < least) {
      least = cost;
      best = plan;
    }
  }
  return best;
}

DocumentPairs hamming_pairs(std::span<const std::uint64_t> sketches, std::int32_t distance,
                            const HammingPlan& plan, std::int64_t max_pairs,
                            const parallel::LoopOptions& loop) {
  require(distance >= 0 && distance <= kBits, "distance must lie in [0, 64], not ", distance);
  require(sketches.size() < static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()),
          "there must be fewer than 2^31 - 1 sketches, not ", sketches.size());
  require_plan(plan, distance);
  const Sketched of(sketches);
  PairLimit limit(max_pairs);
  std::vector<PackedPairs> parts;
  parallel::LoopOptions each = loop;
  if (plan.blocks == 0) {
    each.chunk_size = 64;
    parts.resize(static_cast<std::size_t>(parallel::count_chunks(of.size(), each)));
    parallel::for_each_chunk(of.size(), each, [&](const parallel::Chunk& chunk) {
      parts[static_cast<std::size_t>(chunk.index)] = compare_all(of, distance, chunk, limit);
    });
  } else {
    const auto choices = choices_of(plan);
    parts.resize(choices.size());
    each = parallel::uncounted(loop, 0, 1);
    parallel::for_each_chunk(std::ssize(choices), each, [&](const parallel::Chunk& chunk) {
      const auto at = static_cast<std::size_t>(chunk.index);
      parts[at] = compare_chosen(of, distance, plan, choices[at], limit);
    });
  }
  if (loop.watch) loop.watch(std::ssize(sketches));
  return unpack_pairs(parts);
}

std::vector<std::int32_t> hamming_distances(std::span<const std::uint64_t> sketches,
                                            const DocumentPairsView& pairs) {
  check(pairs, std::ssize(sketches));
  std::vector<std::int32_t> distances(pairs.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    distances[i] = std::popcount(sketches[static_cast<std::size_t>(pairs.left[i])] ^
                                 sketches[static_cast<std::size_t>(pairs.right[i])]);
  }
  return distances;
}

}  // namespace broadsheet::similarity
