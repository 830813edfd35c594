#include "word_runs.hpp"

#include <algorithm>
#include <bit>

#include "beyond_ascii.hpp"

namespace broadsheet::terms {
namespace {

using Masks = ByteTile::Masks;

/// One past the last place before `before` whose bit is set, or 0.
std::size_t end_of_previous(const Masks& masks, std::size_t before) {
  std::size_t block = before / kBlockSize;
  std::uint64_t bits = masks[block] & bits_below(before % kBlockSize);
  while (bits == 0) {
    if (block == 0) return 0;
    bits = masks[--block];
  }
  return (block + 1) * kBlockSize - static_cast<std::size_t>(std::countl_zero(bits));
}

void set_range(Masks& masks, std::size_t begin, std::size_t end) {
  for (std::size_t block = begin / kBlockSize; block * kBlockSize < end; ++block) {
    const std::size_t first = block * kBlockSize;
    masks[block] |=
        bits_from(std::max(begin, first) - first) & bits_below(std::min(end - first, kBlockSize));
  }
}

}  // namespace

std::size_t WordRuns::fill(std::string_view text, const ByteClasses& classes,
                           const WordKinds& kinds, bool lowercase) {
  fill_tile(text, classes, lowercase, tile_);
  is_ascii_ = !settle_beyond_ascii(text, kinds, tile_);
  settle_joiners(tile_);
  const std::size_t n_bytes = text.size() <= ByteTile::kMaxBytes
                                  ? text.size()
                                  : end_of_previous(tile_.spaces, ByteTile::kMaxBytes - 1);
  join_hard_stretches(n_bytes);
  find_edges(n_bytes);
  return n_bytes;
}

void WordRuns::join_hard_stretches(std::size_t n_bytes) {
  std::size_t at = next_set(tile_.hard, 0, n_bytes);
  has_hard_ = at < n_bytes;
  if (has_hard_) std::fill_n(hard_starts_.begin(), tile_.n_blocks, 0);
  for (; at < n_bytes; at = next_set(tile_.hard, at, n_bytes)) {
    const std::size_t begin = end_of_previous(tile_.spaces, at);
    at = next_set(tile_.spaces, at, n_bytes);
    set_range(tile_.words, begin, at);
    hard_starts_[begin / kBlockSize] |= std::uint64_t{1} << begin % kBlockSize;
  }
}

void WordRuns::find_edges(std::size_t n_bytes) {
  std::uint16_t* next = edges_.data();
  std::uint64_t before = 0;
  for (std::size_t first = 0; first < n_bytes; first += kBlockSize) {
    std::uint64_t words = tile_.words[first / kBlockSize];
    if (n_bytes - first < kBlockSize) words &= bits_below(n_bytes - first);
    for (std::uint64_t edges = words ^ (words << 1 | before); edges != 0; edges &= edges - 1) {
      *next++ =
          static_cast<std::uint16_t>(first + static_cast<std::size_t>(std::countr_zero(edges)));
    }
    before = words >> 63;
  }
  n_edges_ = static_cast<std::size_t>(next - edges_.data());
  if (n_edges_ % 2 != 0) edges_[n_edges_++] = static_cast<std::uint16_t>(n_bytes);
}

}  // namespace broadsheet::terms
