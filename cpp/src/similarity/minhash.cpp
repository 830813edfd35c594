#include "broadsheet/similarity/minhash.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <vector>

#include "broadsheet/parallel/scratch.hpp"
#include "broadsheet/require.hpp"
#include "broadsheet/target_clones.hpp"
#include "seeds.hpp"

namespace broadsheet::similarity {
namespace {

constexpr std::uint32_t kBlank = std::numeric_limits<std::uint32_t>::max();
// There is a round for so many places: shingles that fall by chance leave few of them empty.
constexpr std::size_t kPlacesARound = 128;

/// The halves of the hashes of shingles.
struct Halves {
  std::vector<std::uint32_t> low;
  std::vector<std::uint32_t> high;

  void resize(std::size_t n) {
    low.resize(n);
    high.resize(n);
  }
};

BROADSHEET_TARGET_CLONES
void mix_all(const std::uint64_t* shingles, std::size_t n, std::uint64_t key, std::uint32_t* low,
             std::uint32_t* high) {
  for (std::size_t i = 0; i < n; ++i) {
    const std::uint64_t hash = terms::mix_bits(shingles[i] ^ key);
    low[i] = static_cast<std::uint32_t>(hash);
    high[i] = static_cast<std::uint32_t>(hash >> 32);
  }
}

// Places whose own hashes are taken together, so that shingles are read once for all of them.
constexpr std::size_t kTogether = 4;
using Together = std::array<std::uint32_t, kTogether>;

/// The least hash of the shingles by each of some hashes of their own: linear functions of both
/// halves, which are random numbers already.
BROADSHEET_TARGET_CLONES
void least_hashes(const std::uint32_t* low, const std::uint32_t* high, std::size_t n,
                  const Together& factors, Together& least) {
  const Together by = factors;
  Together found = {kBlank, kBlank, kBlank, kBlank};
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j < kTogether; ++j) {
      found[j] = std::min(found[j], low[i] * by[j] + high[i]);
    }
  }
  least = found;
}

/// Takes what fell into places that were empty. Whether all are full now.
BROADSHEET_TARGET_CLONES
bool take_fallen(const std::uint32_t* fallen, std::size_t n_places, std::uint32_t* sketch) {
  std::uint32_t greatest = 0;
  for (std::size_t i = 0; i < n_places; ++i) {
    sketch[i] = sketch[i] == kBlank ? fallen[i] : sketch[i];
    greatest = std::max(greatest, sketch[i]);
  }
  return greatest != kBlank;
}

/// Fills sketches, one after the other.
class Sketcher {
 public:
  Sketcher(std::size_t n_places, std::uint64_t seed)
      : fallen_(n_places),
        empty_(n_places + 1),
        n_rounds_((n_places + kPlacesARound - 1) / kPlacesARound),
        seed_(seed) {
    for (std::uint64_t place = 0; place < n_places; ++place) {
      factors_.push_back(static_cast<std::uint32_t>(member_key(seed, n_rounds_ + place)) | 1);
    }
  }

  void fill(std::span<const std::uint64_t> shingles, std::uint32_t* sketch) {
    const std::size_t n_places = fallen_.size();
    std::fill_n(sketch, n_places, kBlank);
    if (shingles.empty()) return;
    halves_.resize(shingles.size());
    for (std::uint64_t round = 0; round < n_rounds_; ++round) {
      scatter(shingles, round);
      if (take_fallen(fallen_.data(), n_places, sketch)) return;
    }
    fill_empty(shingles.size(), sketch);
  }

 private:
  void scatter(std::span<const std::uint64_t> shingles, std::uint64_t round) {
    std::uint32_t* const low = halves_.low.data();
    std::uint32_t* const high = halves_.high.data();
    mix_all(shingles.data(), shingles.size(), member_key(seed_, round), low, high);
    std::ranges::fill(fallen_, kBlank);
    const std::uint64_t n_places = fallen_.size();
    std::uint32_t* const fallen = fallen_.data();
    for (std::size_t i = 0; i < shingles.size(); ++i) {
      std::uint32_t& kept = fallen[low[i] * n_places >> 32];
      kept = std::min(kept, high[i]);
    }
  }

  void fill_empty(std::size_t n_shingles, std::uint32_t* sketch) {
    // Which places are empty cannot be foretold: a branch would often be taken in vain.
    std::size_t n_empty = 0;
    for (std::size_t place = 0; place < fallen_.size(); ++place) {
      empty_[n_empty] = static_cast<std::uint32_t>(place);
      n_empty += sketch[place] == kBlank ? 1 : 0;
    }
    Together factors = {};
    Together least = {};
    for (std::size_t begin = 0; begin < n_empty; begin += kTogether) {
      const auto places = std::span(empty_).subspan(begin, std::min(kTogether, n_empty - begin));
      for (std::size_t i = 0; i < places.size(); ++i) factors[i] = factors_[places[i]];
      least_hashes(halves_.low.data(), halves_.high.data(), n_shingles, factors, least);
      for (std::size_t i = 0; i < places.size(); ++i) sketch[places[i]] = least[i];
    }
  }

  std::vector<std::uint32_t> fallen_;
  std::vector<std::uint32_t> factors_;  // Of the places' own hashes; odd.
  std::vector<std::uint32_t> empty_;    // Places, and one that does not count.
  std::uint64_t n_rounds_;
  std::uint64_t seed_;
  Halves halves_;  // Of the latest round.
};

}  // namespace

LargeArray<std::uint32_t> minhash(const Shingles& shingles, const MinHashOptions& options) {
  require(options.n_hashes >= 1 && options.n_hashes <= 65536,
          "n_hashes must lie in [1, 65536], not ", options.n_hashes);
  const auto n_places = static_cast<std::size_t>(options.n_hashes);
  LargeArray<std::uint32_t> sketches(static_cast<std::size_t>(shingles.n_documents()) * n_places);
  struct Work {
    std::vector<std::uint64_t> hashes;
    Sketcher sketcher;
  };
  parallel::Scratch<Work> scratch([&] { return Work{{}, Sketcher(n_places, options.seed)}; });
  parallel::LoopOptions loop = options.loop;
  loop.chunk_size = 128;
  parallel::for_each_chunk(shingles.n_documents(), loop, [&](const parallel::Chunk& chunk) {
    scratch.with([&](Work& work) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        shingles.read(document, work.hashes);
        work.sketcher.fill(work.hashes,
                           sketches.data() + static_cast<std::size_t>(document) * n_places);
      }
    });
  });
  return sketches;
}

double estimated_jaccard(std::span<const std::uint32_t> left,
                         std::span<const std::uint32_t> right) {
  if (left.empty() || is_blank(left)) return 0;
  std::size_t n_agree = 0;
  for (std::size_t i = 0; i < left.size(); ++i) n_agree += left[i] == right[i] ? 1 : 0;
  return static_cast<double>(n_agree) / static_cast<double>(left.size());
}

bool is_blank(std::span<const std::uint32_t> sketch) {
  return std::ranges::all_of(sketch, [](std::uint32_t hash) { return hash == kBlank; });
}

}  // namespace broadsheet::similarity
