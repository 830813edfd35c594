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

constexpr std::uint64_t kEmpty = std::numeric_limits<std::uint64_t>::max();
constexpr std::uint32_t kBlank = std::numeric_limits<std::uint32_t>::max();
constexpr std::size_t kBlock = 256;
using Block = std::array<std::uint64_t, kBlock>;

BROADSHEET_TARGET_CLONES
void mix_block(const std::uint64_t* shingles, std::size_t n, std::uint64_t key,
               std::uint64_t* hashes) {
  for (std::size_t i = 0; i < n; ++i) hashes[i] = terms::mix_bits(shingles[i] ^ key);
}

/// The places of one sketch while it is being filled: each holds its round and its hash, so that
/// the smaller number is the one to keep.
class Places {
 public:
  Places(std::size_t n_places, std::uint64_t seed) : places_(n_places), seed_(seed) {}

  void fill(std::span<const std::uint64_t> shingles, std::uint32_t* sketch) {
    std::ranges::fill(places_, kEmpty);
    n_empty_ = static_cast<std::int64_t>(places_.size());
    const std::uint64_t n_rounds = shingles.empty() ? 0 : places_.size();
    for (std::uint64_t round = 0; round < n_rounds && n_empty_ > 0; ++round) {
      scatter(shingles, round);
    }
    for (std::uint64_t place = 0; place < n_rounds && n_empty_ > 0; ++place) {
      if (places_[place] == kEmpty) fill_one(shingles, place);
    }
    std::ranges::transform(places_, sketch,
                           [](std::uint64_t kept) { return static_cast<std::uint32_t>(kept); });
  }

 private:
  void scatter(std::span<const std::uint64_t> shingles, std::uint64_t round) {
    const std::uint64_t key = member_key(seed_, round);
    const std::uint64_t n_places = places_.size();
    std::uint64_t* const places = places_.data();
    std::int64_t n_empty = n_empty_;
    Block hashes;
    for (std::size_t begin = 0; begin < shingles.size(); begin += kBlock) {
      const std::size_t n = std::min(kBlock, shingles.size() - begin);
      mix_block(shingles.data() + begin, n, key, hashes.data());
      for (std::size_t i = 0; i < n; ++i) {
        const std::uint64_t place = (hashes[i] & 0xFFFFFFFF) * n_places >> 32;
        const std::uint64_t kept = places[place];
        n_empty -= static_cast<std::int64_t>(kept >> 63);  // Only kEmpty is that large.
        places[place] = std::min(kept, round << 32 | hashes[i] >> 32);
      }
    }
    n_empty_ = n_empty;
  }

  void fill_one(std::span<const std::uint64_t> shingles, std::uint64_t place) {
    const std::uint64_t key = member_key(seed_, places_.size() + place);
    for (const std::uint64_t shingle : shingles) {
      places_[place] = std::min(places_[place], terms::mix_bits(shingle ^ key) >> 32);
    }
    --n_empty_;
  }

  std::vector<std::uint64_t> places_;
  std::uint64_t seed_;
  std::int64_t n_empty_ = 0;
};

}  // namespace

LargeArray<std::uint32_t> minhash(const Shingles& shingles, const MinHashOptions& options) {
  require(options.n_hashes >= 1 && options.n_hashes <= 65536,
          "n_hashes must lie in [1, 65536], not ", options.n_hashes);
  const auto n_places = static_cast<std::size_t>(options.n_hashes);
  LargeArray<std::uint32_t> sketches(static_cast<std::size_t>(shingles.n_documents()) * n_places);
  struct Work {
    std::vector<std::uint64_t> hashes;
    Places places;
  };
  parallel::Scratch<Work> scratch([&] { return Work{{}, Places(n_places, options.seed)}; });
  parallel::LoopOptions loop = options.loop;
  loop.chunk_size = 128;
  parallel::for_each_chunk(shingles.n_documents(), loop, [&](const parallel::Chunk& chunk) {
    scratch.with([&](Work& work) {
      for (std::int64_t document = chunk.begin; document < chunk.end; ++document) {
        shingles.read(document, work.hashes);
        work.places.fill(work.hashes,
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
